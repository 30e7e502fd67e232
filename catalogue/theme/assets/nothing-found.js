// What to do where nothing is found: which condition, taken away, would give how many.

import { make } from "./dom.js";
import { button } from "./elements.js";
import { NO_FIT, withLimit } from "./fit-state.js";
import { MEASURES } from "./my-platform.js";
import { FACETS, withFacet } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {{label: string, state: State}} Removal */

/**
 * @param {State} state
 * @returns {Removal[]} each condition that can be taken away, with what remains
 */
export function removals(state) {
  const first = { ...state, page: 1 };
  const facets = Object.entries(state.chosen).map(([facet, values]) => ({
    // Inside a facet values are alternatives: one less of them finds no more.
    label: `${/** @type {Record<string, string>} */ (FACETS)[facet]}: ${values.join(" or ")}`,
    state: withFacet(first, facet, []),
  }));
  const words = state.query ? [{ label: `the words “${state.query}”`, state: { ...first, query: "", exact: false } }] : [];
  return [...words, ...facets, ...removalsOfFit(first)];
}

/** @param {State} state @returns {Removal[]} */
function removalsOfFit(state) {
  const { fit } = state;
  const limits = MEASURES.filter(({ limit }) => fit.limits[limit] !== undefined).map(({ name, limit, write }) => ({
    label: `${write(fit.limits[limit])} of ${name}`,
    state: { ...state, fit: withLimit(fit, limit, undefined) },
  }));
  const platform = fit.platform ? [{ label: "the platform", state: { ...state, fit: { ...fit, platform: "" } } }] : [];
  const undeclared = fit.undeclared === "only" || fit.undeclared === "exclude";
  const choice = undeclared
    ? [{ label: "the choice about what is not declared", state: { ...state, fit: { ...fit, undeclared: /** @type {const} */ ("include") } } }]
    : [];
  return [...platform, ...limits, ...choice];
}

/**
 * @param {State} state
 * @param {(state: State) => Promise<number>} countOf
 * @param {(state: State) => void} go
 * @returns {Promise<HTMLElement>}
 */
export async function nothingFound(state, countOf, go) {
  const all = removals(state);
  const counted = await Promise.all(all.map(async (one) => ({ ...one, count: await countOf(one.state) })));
  const useful = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const choices = useful.map(({ label, state: next, count }) =>
    make("li", {}, button(`Without ${label}`, () => go(next)), " ", make("span", { class: "faint" }, executables(count))),
  );
  const place = make("div", { class: "empty" }, make("h2", {}, "Nothing matches"));
  if (state.query || !choices.length) place.append(make("p", {}, advice(state, choices.length)));
  if (choices.length) place.append(make("ul", { class: "empty__ways", "aria-label": "What would give more" }, ...choices));
  if (all.length > 1) place.append(make("p", {}, button("Clear all", () => go(cleared(state)), { class: "button" })));
  return place;
}

/** @param {State} state @param {number} ways */
function advice({ query }, ways) {
  if (query) return "Try fewer words, or the beginning of one.";
  return ways ? "" : "No single condition stands in the way: take several away.";
}

/** @param {number} count */
const executables = (count) => `${count} ${count === 1 ? "executable" : "executables"}`;

/**
 * @param {State} state
 * @returns {State} in which nothing is asked for; how it is shown stays
 */
export function cleared(state) {
  return { ...state, query: "", exact: false, chosen: {}, fit: NO_FIT, page: 1 };
}
