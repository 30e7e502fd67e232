// Which executables fit into what the reader has. Needs are judged whole, each distinct set of them once, by the same
// rules as everywhere; the search then finds who has the needs that fit. Nothing is rounded into classes.

import { parseJson } from "./amounts.js";
import { effective, isAsked } from "./fit-state.js";
import { MEASURES, compare, match, needOf } from "./matching.js";
import TABLE from "./matching-table.js"; // made by the build: what Python knows

/** @typedef {import("./fit-state.js").Fit} Fit */
/** @typedef {import("./matching.js").Needs} Needs */
/** @typedef {import("./platforms.js").Platform} Platform */
/** @typedef {import("./matching.js").Fit} Class */
/** @typedef {Record<Class, string[]>} Classes values of the facet `needs`, by what becomes of them */

const BEST_FIRST = /** @type {const} */ (["fits", "fits-less", "unknown", "does-not-fit"]);
/** Who says nothing of these needs none; of anything else, it is not known. */
const NEEDS_NONE_UNSAID = ["gpus", "gpu-memory"];

/**
 * @param {string[]} values of the facet `needs`
 * @param {Fit} fit
 * @param {Platform | null} platform the one that `fit` names, where it is known
 * @returns {Classes}
 */
export function classify(values, fit, platform) {
  /** @type {Classes} */
  const classes = { fits: [], "fits-less": [], unknown: [], "does-not-fit": [] };
  for (const value of values) classes[classOf(value, fit, platform)].push(value);
  return classes;
}

/**
 * @param {string} value of the facet `needs`
 * @param {Fit} fit
 * @param {Platform | null} platform
 * @returns {Class} of the use that fits best: as a whole, or one of the profiles
 */
export function classOf(value, fit, platform) {
  const { profiles = [], image, privileged, ...whole } = parseJson(value);
  const own = image ? { image, privileged } : {};
  const found = [whole, ...profiles].map((needs) => worst(judgements({ ...own, ...needs }, fit, platform)));
  return BEST_FIRST.find((one) => found.includes(one)) ?? "unknown";
}

/** @param {Needs} needs @param {Fit} fit @param {Platform | null} platform @returns {Class[]} */
function judgements(needs, fit, platform) {
  if (!isAsked(fit)) return [needs.compute || needs.storage ? "fits" : "unknown"];
  const onPlatform = fit.platform ? [platform ? onThe(platform, needs) : "unknown"] : [];
  return [.../** @type {Class[]} */ (onPlatform), ...(Object.keys(fit.limits).length ? [within(fit.limits, needs)] : [])];
}

/** @param {Platform} platform @param {Needs & {image?: object}} needs @returns {Class} of an executable of a type that it takes */
function onThe(platform, needs) {
  const isContainer = needs.image !== undefined;
  const type = platform.types.find((urn) => (urn === TABLE.container) === isContainer);
  return type ? match({ ...needs, type }, platform).fit : "does-not-fit";
}

/** @param {Record<string, number>} limits @param {Needs} needs @returns {Class} */
function within(limits, needs) {
  const asked = MEASURES.filter(({ limit }) => limits[limit] !== undefined);
  const { fit } = compare(needs, limits, asked);
  const unsaid = asked.some((measure) => !NEEDS_NONE_UNSAID.includes(measure.name) && needOf(measure, needs) === null);
  return unsaid && fit !== "does-not-fit" ? "unknown" : fit;
}

/** @param {Class[]} found @returns {Class} */
function worst(found) {
  return BEST_FIRST.findLast((one) => found.includes(one)) ?? "fits";
}

/**
 * @param {Classes} classes
 * @param {Fit} fit
 * @param {Platform | null} platform
 * @returns {object | undefined} who is asked for, as a filter of the search; undefined: everybody
 */
export function filterOf(classes, fit, platform) {
  const undeclared = effective(fit);
  if (!isAsked(fit) && undeclared === "include") return undefined;
  const fitting = [...classes.fits, ...(fit.less || !isAsked(fit) ? classes["fits-less"] : [])];
  const wanted = {
    exclude: fitting,
    include: [...fitting, ...classes.unknown],
    only: classes.unknown,
  };
  return { ...typesOf(platform), needs: { any: wanted[undeclared] } };
}

/**
 * @param {Platform | null} platform
 * @returns {object} who is of a type that it takes, as a filter of the search
 */
export function typesOf(platform) {
  const kinds = /** @type {Record<string, {label: string}>} */ (TABLE.kinds);
  return platform ? { type: { any: platform.types.map((urn) => kinds[urn]?.label) } } : {};
}

/**
 * Count what would be found with each choice.
 * @param {Classes} classes
 * @param {Record<string, number>} counts how many hits have each value of the facet `needs`
 * @returns {Record<Class, number>}
 */
export function countClasses(classes, counts) {
  const sums = Object.entries(classes).map(([name, values]) => [
    name,
    values.reduce((sum, value) => sum + (counts[value] ?? 0), 0),
  ]);
  return Object.fromEntries(sums);
}
