// What was found, as cards or as a table, with its pages; and what stands there while nothing is known yet.

import { cardOf } from "./cards.js";
import { make } from "./dom.js";
import { byId } from "./elements.js";
import { inOrder } from "./sorting.js";
import { writeState } from "./state.js";
import { tableOf } from "./table.js";

/** @typedef {import("./find.js").Answer} Answer */
/** @typedef {import("./state.js").State} State */
/**
 * @typedef {object} Ways what a click on the results does
 * @property {(state: State) => void} go
 * @property {(card: {uuid: string, title: string}) => HTMLElement} tickFor
 */

const PER_PAGE = 20;

/**
 * @param {URL} root
 * @param {State} state
 * @param {Answer} answer
 * @param {Ways} ways
 * @returns {Promise<HTMLElement[]>}
 */
export async function resultsOf(root, state, answer, { go, tickFor }) {
  const start = (state.page - 1) * PER_PAGE;
  const hits = await inOrder(root, state, answer, start, start + PER_PAGE);
  const words = answer.correction?.used ?? state.query;
  const body =
    state.view === "table"
      ? await tableOf(hits, root, state.sort, (sort) => go({ ...state, sort, page: 1 }), tickFor)
      : make("ul", { class: "cards" }, ...(await Promise.all(hits.map((hit) => cardOf(hit, words, root, tickFor)))));
  return [body, pager(state, answer.hits.length, go)];
}

/**
 * @param {State} state
 * @param {number} total
 * @returns {string} `21 – 40 of 43 executables`
 */
export function sayCount(state, total) {
  if (!total) return "No executables";
  const first = (state.page - 1) * PER_PAGE + 1;
  const last = Math.min(first + PER_PAGE - 1, total);
  const range = total > PER_PAGE ? `${first} – ${last} of ` : "";
  return `${range}${total} ${total === 1 ? "executable" : "executables"}`;
}

/**
 * @param {State} state
 * @param {number} total
 * @returns {State} on a page that there is
 */
export function onPage(state, total) {
  return { ...state, page: Math.min(state.page, Math.max(1, Math.ceil(total / PER_PAGE))) };
}

/**
 * Make of the first page of the lists that need no JavaScript one that goes on here, filters and all.
 * @param {HTMLElement} list
 * @param {State} state in which nothing is asked for
 * @param {number} total
 * @param {(state: State) => void} go
 */
export function takeOver(list, state, total, go) {
  for (const card of [...list.querySelectorAll(".card")].slice(PER_PAGE)) card.remove();
  list.querySelector(".pager")?.remove();
  if (total) list.append(pager(state, total, go));
}

/** @returns {HTMLElement} the outlines of cards that are on their way */
export function outlines() {
  const items = Array.from({ length: 6 }, () => make("li", { class: "card card--outline" }));
  return make("ul", { class: "cards", "aria-hidden": "true" }, ...items);
}

/**
 * @param {State} state
 * @param {number} total
 * @param {(state: State) => void} go
 * @returns {HTMLElement}
 */
function pager(state, total, go) {
  const last = Math.ceil(total / PER_PAGE);
  const nav = make("nav", { class: "pager", "aria-label": "Pages" });
  if (last < 2) return nav;
  const here = make("span", { class: "pager__here" }, `Page ${state.page} of ${last}`);
  nav.append(...step("Previous", state.page - 1, last, state, go), here, ...step("Next", state.page + 1, last, state, go));
  return nav;
}

/** @param {string} label @param {number} page @param {number} last @param {State} state @param {(state: State) => void} go */
function step(label, page, last, state, go) {
  if (page < 1 || page > last) return [];
  const next = { ...state, page };
  const link = make("a", { class: "pager__step", href: writeState(next) || location.pathname }, label);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(next);
    // The reader goes on where the new page begins, by eye and by keyboard.
    byId("results").scrollIntoView();
    byId("results").focus({ preventScroll: true });
  });
  return [link];
}
