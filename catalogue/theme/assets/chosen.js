// Amounts that a reader chose, in place of the ranges that an executable declares; as Python's matching/chosen.py.

import { formatBytes, formatCount, formatDuration } from "./amounts.js";

/**
 * @typedef {object} Range in base units; what is absent is not declared
 * @property {number} [min]
 * @property {number} [max]
 * @property {true} [unbounded]
 */

/**
 * @typedef {object} Needs as an entry of index.json says them
 * @property {Record<string, any>[]} [compute]
 * @property {Record<string, any>[]} [storage]
 * @property {Record<string, any>[]} [data]
 */

/**
 * @typedef {object} Chosen what is absent is as declared
 * @property {string} [profile] its name
 * @property {number} [cores]
 * @property {number} [memory_bytes]
 * @property {number} [storage_bytes]
 * @property {number} [gpus]
 * @property {number} [walltime_seconds]
 */

const COMPUTE = /** @type {const} */ (["cores", "memory_bytes", "gpus", "walltime_seconds"]);
/** In the order in which Python names what stands in the way. */
const ORDER = ["memory_bytes", "cores", "gpus", "storage_bytes", "walltime_seconds"];

/**
 * @param {string} key of `Chosen`
 * @param {number} amount
 * @returns {string} in words
 */
export function say(key, amount) {
  if (key.endsWith("_bytes")) return formatBytes(amount);
  return key === "walltime_seconds" ? formatDuration(amount) : formatCount(amount, key === "gpus" ? "GPU" : "core");
}

/**
 * @param {Needs & {profiles?: (Needs & {name: string})[]}} entry
 * @param {string} [name] of a profile
 * @returns {Needs} as declared: each list of a profile takes the place of the executable's
 */
export function declaredNeeds(entry, name) {
  const profile = entry.profiles?.find((one) => one.name === name);
  const lists = ["compute", "storage", "data"].map((list) => {
    const key = /** @type {"compute" | "storage" | "data"} */ (list);
    return [key, profile?.[key] ?? entry[key]];
  });
  return Object.fromEntries(lists.filter(([, list]) => list !== undefined));
}

/**
 * @param {Needs} entry
 * @param {Chosen} chosen
 * @returns {Needs} with the chosen amounts
 */
export function needsOf(entry, chosen) {
  const needs = declaredNeeds(entry, chosen.profile);
  const computing = COMPUTE.filter((key) => chosen[key] !== undefined);
  if (computing.length) {
    const [first, ...others] = needs.compute ?? [{}];
    const amounts = Object.fromEntries(computing.map((key) => [key, just(chosen[key])]));
    needs.compute = [{ ...first, ...amounts }, ...others];
  }
  if (chosen.storage_bytes !== undefined) {
    const [first, ...others] = needs.storage ?? [{}];
    needs.storage = [{ ...first, size_bytes: just(chosen.storage_bytes) }, ...others];
  }
  return needs;
}

/** @param {number | undefined} amount */
const just = (amount) => ({ min: amount, max: amount });

/**
 * @param {Needs} needs as declared
 * @param {string} key of `Chosen`
 * @returns {Range | undefined} what the only resource declares; undefined where there are none, or several
 */
export function declaredRange(needs, key) {
  const [list, field] = key === "storage_bytes" ? [needs.storage, "size_bytes"] : [needs.compute, key];
  return list?.length === 1 ? list[0][field] : undefined;
}

/**
 * @param {Needs} entry
 * @param {Chosen} chosen
 * @returns {string} why it cannot be run with these amounts; empty where nothing speaks against it
 */
export function objection(entry, chosen) {
  const needs = declaredNeeds(entry, chosen.profile);
  const computing = COMPUTE.some((key) => chosen[key] !== undefined);
  if (computing && severalOf(needs.compute)) return ambiguous("compute", needs.compute);
  if (chosen.storage_bytes !== undefined && severalOf(needs.storage)) return ambiguous("storage", needs.storage);
  for (const key of ORDER) {
    const amount = chosen[/** @type {keyof Chosen} */ (key)];
    const said = typeof amount === "number" && beyond(key, declaredRange(needs, key) ?? {}, amount);
    if (said) return said;
  }
  return "";
}

/** @param {object[] | undefined} list */
const severalOf = (list) => (list?.length ?? 0) > 1;

/**
 * @param {string} sort
 * @param {object[] | undefined} list
 */
const ambiguous = (sort, list) => `declares ${list?.length} ${sort} resources, and an amount could be of any of them`;

/**
 * @param {string} key
 * @param {Range} range
 * @param {number} amount
 */
function beyond(key, { min, max }, amount) {
  const noun = key === "memory_bytes" ? " of memory" : key === "storage_bytes" ? " of storage" : "";
  if (min !== undefined && amount < min) return `needs at least ${say(key, min)}${noun}, chosen: ${say(key, amount)}`;
  if (max !== undefined && amount > max) return `can use ${say(key, max)}${noun} at most, chosen: ${say(key, amount)}`;
  return "";
}
