// How the list is shown: as cards or as a table, in which order.

import { byId } from "./elements.js";

/** @typedef {import("./state.js").State} State */

/** What the head of the table turns round, and the list of orders does not offer. */
const TURNED = /** @type {Record<string, string>} */ ({
  "-title": "Title, from Z",
  "-type": "Type, from Z",
  "-component": "Component, from Z",
  "-memory": "Most memory",
  "-cores": "Most cores",
  "-storage": "Most storage",
  "-walltime": "Longest time",
  title: "Title",
});
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
  if (!isOffered) sortSelect().add(new Option(TURNED[state.sort], state.sort));
  sortSelect().value = state.sort;
  byId("listing").dataset.view = state.view;
}

const sortSelect = () => /** @type {HTMLSelectElement} */ (byId("sort"));
