// Hits as a table whose columns sort. On a phone it scrolls sideways under its first column.

import { parseJson } from "./amounts.js";
import { make } from "./dom.js";
import { button } from "./elements.js";
import { MEASURES } from "./matching.js";
import { sayNeed } from "./say-need.js";

/** @typedef {import("./find.js").Hit} Hit */

const COLUMNS = Object.freeze({
  title: "Title",
  type: "Type",
  component: "Component",
  cores: "Cores",
  memory: "Memory",
  storage: "Storage",
  walltime: "Walltime",
});
const AMOUNTS = ["cores", "memory", "storage", "walltime"];

/**
 * @param {Hit[]} hits
 * @param {URL} root
 * @param {string} sort as in the state
 * @param {(sort: string) => void} onSort
 * @param {(card: {uuid: string, title: string}) => HTMLElement} tickFor
 * @returns {Promise<HTMLElement>}
 */
export async function tableOf(hits, root, sort, onSort, tickFor) {
  const rows = await Promise.all(hits.map((hit) => rowOf(hit, root, tickFor)));
  const head = Object.entries(COLUMNS).map(([name, label]) => heading(name, label, sort, onSort));
  const table = make(
    "table",
    { class: "result-table" },
    make("caption", { class: "unseen" }, "Executables; the buttons in the head sort them"),
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...rows),
  );
  return make("div", { class: "scrolling", role: "region", tabindex: "0", "aria-label": "Table of executables" }, table);
}

/** @param {string} name @param {string} label @param {string} sort @param {(sort: string) => void} onSort */
function heading(name, label, sort, onSort) {
  const isUp = sort === name;
  const isDown = sort === `-${name}`;
  const turn = button(label, () => onSort(isUp ? `-${name}` : name), { "data-sort": name });
  const mark = isUp ? "↑" : isDown ? "↓" : "";
  turn.append(make("span", { class: "result-table__mark", "aria-hidden": "true" }, mark));
  const order = isUp ? "ascending" : isDown ? "descending" : "none";
  return make("th", { scope: "col", "aria-sort": order, "data-column": name }, turn);
}

/** @param {Hit} hit @param {URL} root @param {(card: {uuid: string, title: string}) => HTMLElement} tickFor */
async function rowOf(hit, root, tickFor) {
  const { raw_url: path, meta, filters } = await hit.data();
  const needs = parseJson(filters?.needs?.[0] ?? "{}");
  const link = make("a", { href: new URL(path.replace(/^\/+/, ""), root).href }, meta.title ?? "");
  const amounts = AMOUNTS.map((name) => {
    const measure = MEASURES.find((one) => one.name === name);
    const text = measure ? sayNeed(measure, needs) : "";
    return make("td", { "data-column": name, class: text ? "" : "is-open" }, text || "not declared");
  });
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, make("div", {}, tickFor({ uuid: meta.uuid ?? "", title: meta.title ?? "" }), link)),
    make("td", { "data-column": "type" }, meta.kind ?? ""),
    make("td", { "data-column": "component" }, meta.component ?? ""),
    ...amounts,
  );
}
