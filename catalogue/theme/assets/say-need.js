// A need in words, all resources of an executable together.

import { formatBytes, formatCount, formatDuration, inWords } from "./amounts.js";
import { needOf } from "./matching.js";

/** @typedef {import("./matching.js").Needs} Needs */
/** @typedef {import("./matching.js").Measure} Measure */

/**
 * @param {Measure} measure
 * @param {Needs} needs
 * @returns {string} `1 to 4`, `16 GiB`, `up to 190 h`; empty where nothing is declared
 */
export function sayNeed(measure, needs) {
  const need = needOf(measure, needs);
  if (!need) return "";
  const range = {
    ...(need.least ? { min: need.least } : {}),
    ...(need.most === null ? {} : { max: need.most }),
    .../** @type {{unbounded?: true}} */ (need.unbounded ? { unbounded: true } : {}),
  };
  return inWords(range, sayer(measure.unit));
}

/** @param {string} unit @returns {(amount: import("./amounts.js").Amount) => string} */
export function sayer(unit) {
  if (unit === "bytes") return formatBytes;
  return unit === "seconds" ? formatDuration : (count) => formatCount(count);
}
