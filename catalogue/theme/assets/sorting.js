// The hits in the order of a property that the search does not sort by: it knows how many hits each value has, so only
// those that stand on the page are asked for.

import { parseJson } from "./amounts.js";
import { find } from "./find.js";
import { MEASURES, needOf } from "./matching.js";

/** @typedef {import("./find.js").Hit} Hit */
/** @typedef {import("./find.js").Answer} Answer */
/** @typedef {import("./state.js").State} State */
/** @typedef {{values: string[], count: number}} Group of values of a facet that stand at the same place */

/**
 * @param {URL} root
 * @param {State} state
 * @param {Answer} answer to it
 * @param {number} start
 * @param {number} end
 * @returns {Promise<Hit[]>} those from *start* to before *end* in the order that the state asks for
 */
export async function inOrder(root, state, answer, start, end) {
  const key = state.sort.replace(/^-/, "");
  if (!key || key === "title") return answer.hits.slice(start, end);
  const facet = key === "type" || key === "component" ? key : "needs";
  const groups = groupsOf(facet, key, state, answer.counts[facet] ?? {});
  /** @type {Hit[]} */
  const hits = [];
  let before = 0;
  for (const { values, count } of groups) {
    if (before < end && before + count > start) {
      const clause = { [facet]: { any: values } };
      const also = state.also ? { all: [state.also, clause] } : clause;
      const found = (await find(root, { ...state, also })).hits;
      hits.push(...found.slice(Math.max(0, start - before), end - before));
    }
    before += count;
  }
  return hits;
}

/**
 * @param {string} facet
 * @param {string} key
 * @param {State} state
 * @param {Record<string, number>} counts
 * @returns {Group[]} in order; what is not declared comes last, whichever way round
 */
function groupsOf(facet, key, state, counts) {
  const chosen = state.chosen[facet];
  const values = Object.keys(counts).filter((value) => counts[value] > 0 && (!chosen || chosen.includes(value)));
  const places = facet === "needs" ? byNeed(key, values) : values.map((value) => ({ place: value, value }));
  /** @type {Map<any, Group>} */
  const groups = new Map();
  for (const { place, value } of places) {
    const group = groups.get(place) ?? { values: [], count: 0 };
    groups.set(place, { values: [...group.values, value], count: group.count + counts[value] });
  }
  const sign = state.sort.startsWith("-") ? -1 : 1;
  return [...groups.entries()].sort(([a], [b]) => comparePlaces(a, b, sign)).map(([, group]) => group);
}

/** @param {string} name @param {string[]} values */
function byNeed(name, values) {
  const measure = MEASURES.find((one) => one.name === name);
  return values.map((value) => {
    const need = measure ? needOf(measure, parseJson(value)) : null;
    return { place: need ? Number(need.enough ?? need.least) : undefined, value };
  });
}

/** @param {any} a @param {any} b @param {number} sign */
function comparePlaces(a, b, sign) {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return sign * (typeof a === "string" ? a.localeCompare(b, "en") : a - b);
}
