// Up to four executables side by side, from their published documents; the address names them.

import { columnsOf } from "./compare-columns.js";
import { rowsOf } from "./compare-rows.js";
import { iconOf, make } from "./dom.js";
import { button, byId } from "./elements.js";
import { readCompared } from "./state.js";

/** @typedef {import("./compare-columns.js").Column} Column */
/** @typedef {import("./compare-rows.js").Row} Row */

const root = new URL(byId("compare").dataset.root ?? "./", location.href);
const place = byId("comparison");
const said = byId("said");

/** @type {string[]} */
let compared = [];
let onlyDifferences = false;

function readAddress() {
  const given = new URLSearchParams(location.search);
  compared = readCompared(given);
  onlyDifferences = given.get("show") === "differences";
}

/** @param {{compared?: string[], onlyDifferences?: boolean}} change */
function go(change) {
  compared = change.compared ?? compared;
  onlyDifferences = change.onlyDifferences ?? onlyDifferences;
  const show = onlyDifferences ? "&show=differences" : "";
  history.pushState(null, "", compared.length ? `?with=${compared.join(",")}${show}` : location.pathname);
  return showAll();
}

async function showAll() {
  if (!compared.length) {
    const nothing = /** @type {HTMLTemplateElement} */ (byId("nothing-template")).content.cloneNode(true);
    place.replaceChildren(nothing);
    said.textContent = "";
    return;
  }
  said.textContent = "Loading …";
  try {
    const { columns, platforms } = await columnsOf(root, compared);
    const rows = rowsOf(columns, platforms, root);
    place.replaceChildren(toolbar(), tableOf(columns, rows));
    said.textContent = inShort(columns, rows);
  } catch (error) {
    place.replaceChildren(make("div", { class: "empty" }, make("h2", {}, "That could not be loaded"), make("p", {}, String(error))));
    said.textContent = "";
  }
}

/** @param {Column[]} columns @param {Row[]} rows */
function inShort(columns, rows) {
  const known = columns.filter(({ document: known }) => known);
  if (known.length < 2) return known.length ? "Choose another executable to compare it with." : "None of these is in the catalogue.";
  const different = rows.filter(({ differs }) => differs).length;
  return `${known.length} executables differ in ${different} of ${rows.length} rows, which are marked “≠”.`;
}

/** @returns {HTMLElement} */
function toolbar() {
  const input = make("input", { type: "checkbox", checked: onlyDifferences });
  input.addEventListener("change", () => go({ onlyDifferences: input.checked }));
  const others = make("a", { class: "button button--small", href: new URL(`catalogue/?with=${compared.join(",")}`, root).href }, "Choose others");
  return make("p", { class: "compare__tools" }, make("label", {}, input, " Only what differs"), others);
}

/** @param {Column[]} columns @param {Row[]} rows @returns {HTMLElement} */
function tableOf(columns, rows) {
  const head = make("tr", {}, make("td", {}), ...columns.map(headOf));
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  const groups = [...new Set(shown.map(({ group }) => group))].map((group) => {
    const title = make("tr", { class: "compare__group" }, make("th", { scope: "rowgroup", colspan: String(columns.length + 1) }, group));
    return make("tbody", {}, title, ...shown.filter((row) => row.group === group).map(lineOf));
  });
  const caption = make("caption", { class: "unseen" }, "Executables side by side");
  const table = make("table", { class: "compare__table" }, caption, make("thead", {}, head), ...groups);
  return make("div", { class: "scrolling", role: "region", tabindex: "0", "aria-label": "Comparison" }, table);
}

/** @param {Column} column */
function headOf({ uuid, document: known, gone }) {
  const title = known?.entry.title ?? gone?.title ?? "Not in the catalogue";
  const remove = button(iconOf("close", root), () => go({ compared: compared.filter((one) => one !== uuid) }), {
    class: "compare__remove",
    "aria-label": `Take ${title} away`,
  });
  const content = known
    ? [make("a", { href: new URL(known.entry.page, root).href }, title)]
    : [make("span", {}, title), make("small", { class: "compare__uuid" }, gone ? `no longer in the catalogue: ${gone.reason ?? ""}` : uuid)];
  return make("th", { scope: "col" }, make("div", { class: "compare__head" }, make("div", {}, ...content), remove));
}

/** @param {Row} row */
function lineOf({ label, cells, differs }) {
  const mark = differs ? [make("span", { class: "compare__mark" }, make("span", { "aria-hidden": "true" }, "≠"), make("span", { class: "unseen" }, "differs"))] : [];
  return make("tr", { class: differs ? "differs" : "" }, make("th", { scope: "row" }, label, " ", ...mark), ...cells.map((cell) => make("td", {}, cell)));
}

addEventListener("popstate", () => {
  readAddress();
  showAll();
});
readAddress();
showAll().then(() => {
  // For whoever waits for the page to be alive, as tests do.
  byId("compare").dataset.alive = "";
});
