// The reader's own platform: entered once, kept in this browser and nowhere else, passed on as a link.

import { BYTES_IN, SECONDS_IN, formatCount } from "./amounts.js";
import TABLE from "./matching-table.js"; // made by the build: what Python knows
import { parseBytes, parseCount, parseDuration } from "./typed-amounts.js";

/**
 * @typedef {object} Limits what is absent is not known
 * @property {number} [cores]
 * @property {number} [memory_bytes]
 * @property {number} [storage_bytes]
 * @property {number} [gpus]
 * @property {number} [gpu_memory_bytes]
 * @property {number} [walltime_seconds]
 * @property {number} [nodes]
 */

/**
 * @typedef {object} Platform one item of platforms.json
 * @property {string} id
 * @property {string} title
 * @property {string} description
 * @property {string} homepage
 * @property {string[]} types
 * @property {Limits} limits
 * @property {string[]} architectures
 * @property {string[]} requires
 * @property {string[]} launch
 * @property {object[]} facts
 */

export const ID = "mine";
export const KEY = "ossr-catalogue.my-platform";
export const TITLE = "My platform";

const URN = "urn:types/";
const FRAGMENT = "#my-platform?";
const LONGEST_TITLE = 80;

/** Processors that a platform can be said to have, in the words of container images. */
export const ARCHITECTURES = Object.freeze(["amd64", "arm64"]);

/** Every type that the catalogue knows: a platform of which no types are said takes them all. */
export const TYPES = Object.freeze(Object.keys(TABLE.kinds));

/**
 * @param {number} amount
 * @param {Record<string, number>} units
 * @returns {string} without loss, in the largest unit of which it is a whole number
 */
function exactly(amount, units) {
  const fitting = Object.entries(units).filter(([, size]) => size <= amount && amount % size === 0);
  const [unit, size] = fitting.reduce((best, one) => (one[1] > best[1] ? one : best), Object.entries(units)[0]);
  return `${amount / size} ${unit}`;
}

/**
 * @param {(text: string) => {value: number | bigint}} parse
 * @returns {(text: string) => number | undefined} undefined where the text is no amount
 */
const orNothing = (parse) => (text) => {
  try {
    return Number(parse(text).value);
  } catch {
    return undefined;
  }
};

const inBytes = { parse: orNothing(parseBytes), write: (/** @type {number} */ size) => exactly(size, BYTES_IN) };
const inTime = { parse: orNothing(parseDuration), write: (/** @type {number} */ time) => exactly(time, SECONDS_IN) };
const counted = { parse: orNothing(parseCount), write: (/** @type {number} */ count) => formatCount(count) };
const inCores = { ...counted, parse: orNothing((text) => parseCount(text, { whole: false })) };

/** The limits, how they are written in a link, and how they are read again. */
export const MEASURES = Object.freeze([
  { name: "cores", limit: "cores", ...inCores },
  { name: "memory", limit: "memory_bytes", ...inBytes },
  { name: "storage", limit: "storage_bytes", ...inBytes },
  { name: "gpus", limit: "gpus", ...counted },
  { name: "gpu-memory", limit: "gpu_memory_bytes", ...inBytes },
  { name: "walltime", limit: "walltime_seconds", ...inTime },
]);

/**
 * @param {unknown} amount
 * @returns {amount is number}
 */
const isAmount = (amount) => typeof amount === "number" && Number.isFinite(amount) && amount >= 0;

/**
 * @param {readonly string[]} known
 * @param {unknown} said
 * @returns {string[]} those of the known that are said
 */
const someOf = (known, said) => (Array.isArray(said) ? known.filter((one) => said.includes(one)) : []);

/**
 * @param {Partial<Record<"title" | "limits" | "types" | "architectures", unknown>>} said by a form, a link or the store
 * @returns {Platform} what of it makes sense
 */
export function platformOf({ title, limits, types, architectures }) {
  const given = /** @type {Record<string, unknown>} */ (limits && typeof limits === "object" ? limits : {});
  const known = MEASURES.map(({ limit }) => [limit, given[limit]]).filter(([, amount]) => isAmount(amount));
  const chosen = someOf(TYPES, types);
  return {
    id: ID,
    title: (typeof title === "string" && title.trim().slice(0, LONGEST_TITLE)) || TITLE,
    description: "",
    homepage: "",
    types: chosen.length ? chosen : [...TYPES],
    limits: { ...Object.fromEntries(known), nodes: 1 },
    architectures: someOf(ARCHITECTURES, architectures),
    requires: [],
    launch: [],
    facts: [],
  };
}

/** @returns {Platform | null} null where none was entered, or where this browser keeps nothing */
export function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return kept && typeof kept === "object" ? platformOf(kept) : null;
  } catch {
    return null;
  }
}

/**
 * @param {Platform} platform
 * @returns {boolean} false where this browser keeps nothing
 */
export function write(platform) {
  try {
    localStorage.setItem(KEY, JSON.stringify(platformOf(platform)));
    return true;
  } catch {
    return false;
  }
}

/** Keep it no longer. */
export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be kept, nothing is to be forgotten.
  }
}

/**
 * @param {{hash: string}} address such as `location`
 * @returns {Platform | null} the platform that a link brings; null where it brings none
 */
export function fromAddress({ hash }) {
  if (!hash.startsWith(FRAGMENT)) return null;
  const said = new URLSearchParams(hash.slice(FRAGMENT.length));
  const limits = MEASURES.map(({ name, limit, parse }) => [limit, parse(said.get(name) ?? "")]);
  const types = said.getAll("type").map((name) => URN + name);
  const architectures = said.getAll("architecture");
  return platformOf({ title: said.get("title"), limits: Object.fromEntries(limits), types, architectures });
}

/**
 * @param {Platform} platform
 * @returns {string} the fragment that brings it to another browser
 */
export function toAddress({ title, limits, types, architectures }) {
  const said = new URLSearchParams();
  if (title !== TITLE) said.set("title", title);
  for (const { name, limit, write: inWords } of MEASURES) {
    const amount = limits[/** @type {keyof Limits} */ (limit)];
    if (amount !== undefined) said.set(name, inWords(amount));
  }
  for (const architecture of architectures) said.append("architecture", architecture);
  if (types.length < TYPES.length) for (const type of types) said.append("type", type.slice(URN.length));
  return FRAGMENT + said.toString();
}
