// The catalogue's list, alive: text, facets and needs, counted as you type, every state with an address of its own.
// Without it the page is a list with numbered pages, and the form leads to it.

import { lineOf } from "./cards.js";
import { chosenFilters } from "./chosen-filters.js";
import { CompareBar } from "./compare-bar.js";
import { make } from "./dom.js";
import { button, byId } from "./elements.js";
import { FacetPanel } from "./facets.js";
import { allValues, find, findInGuide } from "./find.js";
import { FitPanel } from "./fit-panel.js";
import { ask } from "./fit-question.js";
import { nothingFound } from "./nothing-found.js";
import { onPage, outlines, resultsOf, sayCount, takeOver } from "./results.js";
import { filterSheet } from "./sheet.js";
import { isEmpty, readState, tick, toggle, writeState } from "./state.js";
import { listenToTyping } from "./typing.js";
import { showView, viewControls } from "./view.js";

/** @typedef {import("./state.js").State} State */

const GUIDE_HITS = 5;
const DRAGGING_PAUSE = 150; // milliseconds

const root = new URL(byId("listing").dataset.root ?? "./", location.href);
const input = /** @type {HTMLInputElement} */ (byId("search-input"));
const list = byId("result-list");
const count = byId("count");
const total = Number(byId("listing").dataset.total);
const withoutSearch = [...list.cloneNode(true).childNodes];
const bar = new CompareBar(root, (uuid) => choose(tick(state, uuid)), () => choose({ ...state, compared: [] }));
const ways = { go: (/** @type {State} */ next) => go(next), tickFor: (/** @type {{uuid: string, title: string}} */ card) => bar.tickFor(card) };

let state = readState(location.search);
/** @type {Node[]} the first page of everything */
let everything = [];
let asked = 0;
/** @type {string[]} every value of the facet `needs` */
let needs = [];
/** @type {FacetPanel} */
let facets;
/** @type {FitPanel} */
let fits;
/** @type {{showCount: (count: string) => void}} */
let sheet;
/** @type {{state: State, hits: import("./find.js").Hit[]} | undefined} what is shown now */
let shown;

/**
 * Take a new state on: show it, and give it an address.
 * @param {State} next
 * @param {{replace?: boolean}} [how] replace: without a step of its own in the browser's history
 */
function go(next, { replace = false } = {}) {
  // A link was made with what was ticked then; what is ticked now counts.
  state = { ...next, compared: state.compared };
  keepAddress(replace ? "replaceState" : "pushState");
  input.value = state.query;
  return show();
}

/** @param {"replaceState" | "pushState"} way */
function keepAddress(way) {
  history[way](null, "", writeState(state) || location.pathname);
}

/** @param {State} next in which something else is to be compared: nothing to be found anew, no step in the history */
function choose(next) {
  state = next;
  keepAddress("replaceState");
  bar.update(state.compared);
}

/** Show what the state asks for; a later question makes the answer to an earlier one void. */
async function show() {
  const question = ++asked;
  byId("results").setAttribute("aria-busy", "true");
  try {
    const { answer, counts, platform, asked: whole } = await ask(root, state, needs);
    const here = onPage(whole, answer.hits.length);
    const content = await contentOf(here, answer);
    const lines = await guideLines(state.query);
    if (question !== asked) return;
    shown = { state: here, hits: answer.hits };
    list.replaceChildren(...content);
    tellCount(sayCount(here, answer.hits.length));
    showGuide(lines);
    showCorrection(answer.correction);
    byId("chosen").replaceChildren(...chosenFilters(state, platform?.title ?? "a platform that is not known", go));
    facets.update(state.chosen, answer.counts);
    fits.update(state.fit, counts, aboutPlatform(platform), platform?.limits);
    showView(state);
    bar.update(state.compared);
  } catch (error) {
    if (question === asked) showTrouble(error);
  } finally {
    if (question === asked) byId("results").removeAttribute("aria-busy");
  }
}

/**
 * @param {State} here
 * @param {import("./find.js").Answer} answer
 * @returns {Promise<Node[]>}
 */
async function contentOf(here, answer) {
  if (isEmpty(state)) return everything;
  if (answer.hits.length) return resultsOf(root, here, answer, ways);
  return [await nothingFound(state, async (one) => (await ask(root, one, needs)).answer.hits.length, go)];
}

/** @param {string} query @returns {Promise<HTMLElement[]>} */
async function guideLines(query) {
  const hits = (await findInGuide(root, query)).slice(0, GUIDE_HITS);
  return Promise.all(hits.map((hit) => lineOf(hit, root)));
}

/** @param {HTMLElement[]} lines */
function showGuide(lines) {
  const place = byId("guide-hits");
  place.hidden = lines.length === 0;
  place.replaceChildren(make("h2", {}, "In the guide"), make("ul", {}, ...lines));
}

/** @param {import("./find.js").Correction} [correction] */
function showCorrection(correction) {
  const place = byId("correction");
  place.hidden = !correction;
  if (!correction) return;
  const exactly = button(`Search for “${correction.asked}” as it is`, () => go({ ...state, exact: true, page: 1 }));
  place.replaceChildren("Found for ", make("strong", {}, correction.used), ". ", exactly);
}

/** @param {string} text */
function tellCount(text) {
  count.textContent = text;
  sheet.showCount(text);
}

/** @param {import("./platforms.js").Platform | null} platform @returns {string} */
function aboutPlatform(platform) {
  if (!state.fit.platform || platform) return "";
  return state.fit.platform === "mine"
    ? "This browser does not know your platform yet: describe it, or say below what you have and keep it."
    : "No platform of this name is known.";
}

/** @param {unknown} error */
function showTrouble(error) {
  count.textContent = "The search could not be loaded.";
  const again = button("Try again", () => location.reload(), { class: "button" });
  const trouble = make(
    "div",
    { class: "empty empty--trouble" },
    make("h2", {}, "The search could not be loaded"),
    make("p", {}, "Perhaps the network has gone, or the site is being renewed. Below is the list of everything."),
    again,
  );
  list.replaceChildren(trouble, ...withoutSearch);
  console.warn(error);
}

/** The cards that the page was made with can be compared like those that are found. */
function addTicks() {
  for (const card of list.querySelectorAll(".card")) {
    const link = card.querySelector(".card__title a");
    const uuid = /executables\/([0-9a-f-]{36})\//.exec(link?.getAttribute("href") ?? "")?.[1];
    if (uuid) card.querySelector(".card__badges")?.append(bar.tickFor({ uuid, title: link?.textContent ?? "" }));
  }
}

function listenToFits() {
  let timer = 0;
  let isDragging = false;
  const options = /** @type {HTMLTemplateElement} */ (byId("platforms-template")).content.children;
  return new FitPanel(byId("fit"), [...options], root, (fit, { dragging }) => {
    clearTimeout(timer);
    const next = { ...state, fit, page: 1 };
    // What is passed on the way is no step in the history.
    timer = setTimeout(() => {
      go(next, { replace: dragging && isDragging });
      isDragging = dragging;
    }, dragging ? DRAGGING_PAUSE : 0);
  });
}

/** The links to everything as a file give what is shown instead, as soon as that is known. */
function offerFiles() {
  for (const name of /** @type {const} */ (["json", "csv"])) {
    byId(`export-${name}`).addEventListener("click", async (event) => {
      if (!shown) return;
      event.preventDefault();
      const { save } = await import("./export.js");
      await save(root, shown, name, (text) => (byId("export-said").textContent = text));
    });
  }
}

/** What was ticked before on this visit stays ticked, unless the address says otherwise. */
function recallCompared() {
  const remembered = CompareBar.remembered();
  if (state.compared.length || !remembered.length) return;
  state = { ...state, compared: remembered };
  keepAddress("replaceState");
}

async function start() {
  input.value = state.query;
  sheet = filterSheet();
  recallCompared();
  addTicks();
  takeOver(list, readState(""), total, go);
  everything = [...list.childNodes];
  if (isEmpty(state)) count.textContent = sayCount(state, total);
  bar.update(state.compared);
  viewControls(() => state, go);
  offerFiles();
  if (!isEmpty(state)) {
    list.replaceChildren(outlines());
    count.textContent = "Searching …";
  }
  listenToTyping(input, byId("search-form"), (query, how) =>
    go({ ...state, query, exact: false, page: 1 }, how),
  );
  addEventListener("popstate", () => {
    state = readState(location.search);
    input.value = state.query;
    show();
  });
  try {
    const totals = await allValues(root);
    needs = Object.keys(totals.needs ?? {});
    facets = new FacetPanel(byId("facet-groups"), totals, (facet, value) => go(toggle(state, facet, value)));
    fits = listenToFits();
    await show();
  } catch (error) {
    showTrouble(error);
  }
  // For whoever waits for the list to be alive, as tests do.
  byId("listing").dataset.alive = "";
}

start();
