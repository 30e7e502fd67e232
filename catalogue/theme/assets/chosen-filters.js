// What is asked for, as buttons that take it back.

import { make } from "./dom.js";
import { button } from "./elements.js";
import { NO_FIT, withLimit } from "./fit-state.js";
import { MEASURES } from "./my-platform.js";
import { FACETS, toggle } from "./state.js";

/** @typedef {import("./state.js").State} State */

const UNDECLARED = { include: "not declared as well", only: "only not declared", exclude: "no undeclared needs", "": "" };

/**
 * @param {State} state
 * @param {string} platform title of the one that is asked for
 * @param {(state: State) => void} go
 * @returns {HTMLElement[]} items of a list
 */
export function chosenFilters(state, platform, go) {
  const all = [...ofFacets(state), ...ofFit({ ...state, page: 1 }, platform)];
  const chips = all.map(({ label, next }) => chip(label, () => go(next)));
  if (all.length > 1) {
    const clear = button("Clear all", () => go({ ...state, chosen: {}, fit: NO_FIT, page: 1 }), { class: "chosen__all" });
    chips.push(make("li", {}, clear));
  }
  return chips;
}

/** @param {State} state */
function ofFacets(state) {
  return Object.keys(FACETS).flatMap((facet) =>
    (state.chosen[facet] ?? []).map((value) => ({ label: value, next: toggle(state, facet, value) })),
  );
}

/** @param {State} state @param {string} title */
function ofFit(state, title) {
  const { fit } = state;
  const chips = MEASURES.filter(({ limit }) => fit.limits[limit] !== undefined).map(({ name, limit, write }) => ({
    label: `${name} ≤ ${write(fit.limits[limit])}`,
    next: { ...state, fit: withLimit(fit, limit, undefined) },
  }));
  if (fit.platform) chips.unshift({ label: `fits ${title}`, next: { ...state, fit: { ...fit, platform: "" } } });
  if (fit.less) chips.push({ label: "with less", next: { ...state, fit: { ...fit, less: false } } });
  if (fit.undeclared) {
    chips.push({ label: UNDECLARED[fit.undeclared], next: { ...state, fit: { ...fit, undeclared: "" } } });
  }
  return chips;
}

/** @param {string} label @param {() => void} onClick */
function chip(label, onClick) {
  const remove = button(label, onClick, { "aria-label": `Remove the filter ${label}` });
  remove.append(make("span", { "aria-hidden": "true" }, " ×"));
  return make("li", {}, remove);
}
