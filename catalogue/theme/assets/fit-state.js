// What a search says of where things shall run, as a value and in an address.

import { MEASURES } from "./my-platform.js";

/** @typedef {"" | "include" | "only" | "exclude"} Undeclared */

/**
 * @typedef {object} Fit
 * @property {string} platform id of a platform, `mine` for the reader's own; empty: none
 * @property {Record<string, number>} limits what the reader has, by the name of the limit, in base units
 * @property {boolean} less whether it may be less than an executable could use
 * @property {Undeclared} undeclared what becomes of those that declare too little; empty: as `effective` says
 */

/** @type {Fit} */
export const NO_FIT = Object.freeze({ platform: "", limits: {}, less: false, undeclared: "" });

/**
 * @param {URLSearchParams} given
 * @returns {Fit} what of it makes sense
 */
export function readFit(given) {
  const limits = MEASURES.map(({ name, limit, parse }) => [limit, parse(given.get(name) ?? "")]);
  const undeclared = given.get("undeclared") ?? "";
  return {
    platform: given.get("platform") ?? "",
    limits: Object.fromEntries(limits.filter(([, amount]) => amount !== undefined)),
    less: given.get("less") === "include",
    undeclared: /** @type {Undeclared} */ (["include", "only", "exclude"].includes(undeclared) ? undeclared : ""),
  };
}

/**
 * @param {Fit} fit
 * @param {URLSearchParams} address to write into
 */
export function writeFit({ platform, limits, less, undeclared }, address) {
  if (platform) address.set("platform", platform);
  for (const { name, limit, write } of MEASURES) {
    if (limits[limit] !== undefined) address.set(name, write(limits[limit]));
  }
  if (less) address.set("less", "include");
  if (undeclared) address.set("undeclared", undeclared);
}

/**
 * @param {Fit} fit
 * @returns {boolean} whether it is said what something has to fit into
 */
export function isAsked({ platform, limits }) {
  return platform !== "" || Object.keys(limits).length > 0;
}

/**
 * @param {Fit} fit
 * @returns {Exclude<Undeclared, "">} what becomes of those that declare too little, also where nobody chose
 */
export function effective(fit) {
  return fit.undeclared || (isAsked(fit) ? "exclude" : "include");
}

/**
 * @param {Fit} fit
 * @param {string} limit
 * @param {number | undefined} amount undefined: any
 * @returns {Fit}
 */
export function withLimit(fit, limit, amount) {
  const { [limit]: _, ...others } = fit.limits;
  return { ...fit, limits: amount === undefined ? others : { ...others, [limit]: amount } };
}
