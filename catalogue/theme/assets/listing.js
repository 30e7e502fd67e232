// The catalogue's list, alive: text and facets, counted as you type, every state with an address of its own.
// Without it the page is a list with numbered pages, and the form leads to it.

import { cardOf, lineOf } from "./cards.js";
import { FacetPanel } from "./facets.js";
import { allValues, find, findInGuide } from "./find.js";
import { FACETS, isEmpty, readState, toggle, writeState } from "./state.js";

/** @typedef {import("./state.js").State} State */

const PER_PAGE = 20;
const GUIDE_HITS = 5;
const TYPING_PAUSE = 120; // milliseconds

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const root = new URL(element("listing").dataset.root ?? "./", location.href);
const input = /** @type {HTMLInputElement} */ (element("search-input"));
const list = element("result-list");
const count = element("count");
const everything = { list: [...list.childNodes], count: count.textContent ?? "" };

let state = readState(location.search);
let asked = 0;
/** @type {FacetPanel | undefined} */
let panel;
/** @type {Record<string, Record<string, number>>} */
let counts = {};

/**
 * Take a new state on: show it, and give it an address.
 * @param {State} next
 * @param {{replace?: boolean}} [how] replace: without a step of its own in the browser's history
 */
function go(next, { replace = false } = {}) {
  state = next;
  const address = writeState(state) || location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  show();
}

/** Show what the state asks for; a later question makes the answer to an earlier one void. */
async function show() {
  const question = ++asked;
  element("results").setAttribute("aria-busy", "true");
  try {
    const answer = await find(root, state);
    const guide = await findInGuide(root, state.query);
    const page = answer.hits.slice((state.page - 1) * PER_PAGE, state.page * PER_PAGE);
    const cards = await Promise.all(isEmpty(state) ? [] : page.map((hit) => cardOf(hit, state.query, root)));
    const lines = await Promise.all(guide.slice(0, GUIDE_HITS).map((hit) => lineOf(hit, root)));
    if (question !== asked) return;
    counts = answer.counts;
    showCards(cards, answer.hits.length);
    showGuide(lines);
    showChosen();
    panel?.update(state.chosen, counts);
  } catch (error) {
    if (question === asked) showTrouble(error);
  } finally {
    if (question === asked) element("results").removeAttribute("aria-busy");
  }
}

/**
 * @param {HTMLElement[]} cards
 * @param {number} total
 */
function showCards(cards, total) {
  if (isEmpty(state)) {
    list.replaceChildren(...everything.list);
    count.textContent = everything.count;
    return;
  }
  const first = (state.page - 1) * PER_PAGE + 1;
  const range = total > PER_PAGE ? `${first} – ${first + cards.length - 1} of ` : "";
  count.textContent = total ? `${range}${total} ${total === 1 ? "executable" : "executables"}` : "No executables";
  const all = document.createElement("ul");
  all.className = "cards";
  all.append(...cards);
  list.replaceChildren(...(total ? [all, pager(total)] : [nothingFound()]));
}

/** @returns {HTMLElement} */
function nothingFound() {
  const place = document.createElement("div");
  place.className = "empty";
  const title = document.createElement("h2");
  title.textContent = "Nothing matches";
  const advice = document.createElement("p");
  advice.textContent = Object.keys(state.chosen).length
    ? "Take a filter away, or try fewer words."
    : "Try fewer words, or the beginning of one.";
  place.append(title, advice);
  return place;
}

/**
 * @param {number} total
 * @returns {HTMLElement}
 */
function pager(total) {
  const nav = document.createElement("nav");
  nav.className = "pager";
  nav.setAttribute("aria-label", "Pages");
  const last = Math.ceil(total / PER_PAGE);
  if (last < 2) return nav;
  const steps = [
    { label: "Previous", page: state.page - 1 },
    { label: `Page ${state.page} of ${last}`, page: 0 },
    { label: "Next", page: state.page + 1 },
  ];
  for (const { label, page } of steps) {
    const step = document.createElement(page >= 1 && page <= last ? "a" : "span");
    step.textContent = page < 0 || page > last || (page === 0 && label === "Previous") ? "" : label;
    if (step instanceof HTMLAnchorElement) {
      step.className = "pager__step";
      step.href = writeState({ ...state, page }) || location.pathname;
      step.addEventListener("click", (event) => turn(event, page));
    }
    nav.append(step);
  }
  return nav;
}

/**
 * @param {MouseEvent} event
 * @param {number} page
 */
function turn(event, page) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ ...state, page });
  element("results").scrollIntoView();
}

/** @param {HTMLElement[]} lines */
function showGuide(lines) {
  const place = element("guide-hits");
  place.hidden = lines.length === 0;
  const title = document.createElement("h2");
  title.textContent = "In the guide";
  const all = document.createElement("ul");
  all.append(...lines);
  place.replaceChildren(title, all);
}

/** Show what is chosen as buttons that take it back. */
function showChosen() {
  const pairs = Object.keys(FACETS).flatMap((facet) =>
    (state.chosen[facet] ?? []).map((value) => ({ facet, value })),
  );
  const buttons = pairs.map(({ facet, value }) => {
    const button = chip(value, () => go(toggle(state, facet, value)));
    button.setAttribute("aria-label", `Remove the filter ${value}`);
    button.append(" ×");
    return button;
  });
  if (pairs.length > 1) {
    const all = chip("Clear all", () => go({ ...state, chosen: {}, page: 1 }));
    all.className = "chosen__all";
    buttons.push(all);
  }
  element("chosen").replaceChildren(
    ...buttons.map((button) => {
      const item = document.createElement("li");
      item.append(button);
      return item;
    }),
  );
}

/**
 * @param {string} text
 * @param {() => void} onClick
 */
function chip(text, onClick) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", onClick);
  return button;
}

/** @param {unknown} error */
function showTrouble(error) {
  count.textContent = "The search index could not be loaded; below is the list of everything.";
  list.replaceChildren(...everything.list);
  console.warn(error);
}

/** Search while typing: the first letter is a step in the history, the ones after it are not. */
function listenToTyping() {
  let timer = 0;
  let isTyping = false;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      go({ ...state, query: input.value.trim(), page: 1 }, { replace: isTyping });
      isTyping = true;
    }, TYPING_PAUSE);
  });
  input.addEventListener("blur", () => {
    isTyping = false;
  });
  element("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go({ ...state, query: input.value.trim(), page: 1 }, { replace: isTyping });
  });
}

/** On a phone the filters are folded away until asked for. */
function foldOnPhones() {
  const fold = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".facets__fold"));
  const narrow = matchMedia("(max-width: 60em)");
  const follow = () => fold?.toggleAttribute("open", !narrow.matches);
  narrow.addEventListener("change", follow);
  follow();
}

async function start() {
  foldOnPhones();
  input.value = state.query;
  listenToTyping();
  addEventListener("popstate", () => {
    state = readState(location.search);
    input.value = state.query;
    show();
  });
  try {
    const totals = await allValues(root);
    panel = new FacetPanel(element("facet-groups"), totals, (facet, value) => go(toggle(state, facet, value)));
    panel.onExpand = () => panel?.update(state.chosen, counts);
    panel.update(state.chosen, totals);
  } catch (error) {
    showTrouble(error);
    return;
  }
  await show();
  // For whoever waits for the list to be alive, as tests do.
  element("listing").dataset.alive = "";
}

start();
