// How the list is shown: as cards or as a table, in which order.

import { byId } from "./elements.js";

/** @typedef {import("./state.js").State} State */

const VIEWS = /** @type {const} */ (["grid", "table"]);

/**
 * @param {() => State} now
 * @param {(state: State) => void} go
 */
export function viewControls(now, go) {
  byId("view").hidden = false;
  for (const view of VIEWS) {
    byId(`view-${view}`).addEventListener("click", () => go({ ...now(), view }));
  }
  sortSelect().addEventListener("change", () => go({ ...now(), sort: sortSelect().value, page: 1 }));
}

/** @param {State} state */
export function showView(state) {
  for (const view of VIEWS) byId(`view-${view}`).setAttribute("aria-pressed", String(view === state.view));
  const [first] = sortSelect().options;
  first.textContent = state.query ? "Best match" : "Title";
  const isOffered = [...sortSelect().options].some(({ value }) => value === state.sort);
  if (!isOffered) sortSelect().add(new Option(`${state.sort.replace(/^-/, "")}, turned round`, state.sort));
  sortSelect().value = state.sort;
  byId("listing").dataset.view = state.view;
}

const sortSelect = () => /** @type {HTMLSelectElement} */ (byId("sort"));
