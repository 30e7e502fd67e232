// Entries as CSV (RFC 4180), in the columns of the published index.csv: one row each, units in the column names.

import { parseJson } from "./amounts.js";
import { MEASURES, needOf } from "./matching.js";

/** @typedef {import("./entries.js").Found} Found */
/** @typedef {import("./entries.js").Plain} Plain */

const UNITS = /** @type {Record<string, string>} */ ({ bytes: "_bytes", seconds: "_seconds" });
/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@]/;
const QUOTED = /[",\r\n]/;

/** @type {Record<string, (entry: Plain, component: Plain, site: string) => unknown>} */
const COLUMNS = {
  uuid: (entry) => entry.uuid,
  type: (entry) => entry.type,
  title: (entry) => entry.title,
  summary: (entry) => entry.summary,
  page: (entry, _, site) => new URL(entry.page, site).href,
  component: (entry) => entry.component,
  repository: (_, component) => component.repository,
  revision: (_, component) => component.revision,
  origin: (entry) => entry.origin,
  status: (entry) => entry.status,
  license: (entry) => entry.license,
  keywords: (entry) => joined(entry.keywords),
  authors: (_, component) => joined(component.authors?.map((/** @type {Plain} */ author) => author.name)),
  data_content: (entry) => joined(entry.data?.map((/** @type {Plain} */ slot) => slot.content)),
  data_format: (entry) => joined(entry.data?.flatMap((/** @type {Plain} */ slot) => slot.formats ?? [])),
  lint_errors: (entry) => entry.lint.errors,
  lint_warnings: (entry) => entry.lint.warnings,
};

/** @param {Found} found @returns {string} */
export function csvOf({ head, entries, components }) {
  const bySlug = new Map(components.map((component) => [component.slug, component]));
  const numbered = entries.map((entry) => parseJson(JSON.stringify(entry)));
  const rows = numbered.map((entry) => rowOf(entry, bySlug.get(entry.component) ?? {}, head.site.url));
  const names = MEASURES.flatMap(({ name, unit }) => ["min", "max"].map((end) => columnOf(name, unit, end)));
  return [[...Object.keys(COLUMNS), ...names], ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** @param {string} name @param {string} unit @param {string} end @returns {string} `gpu_memory_bytes_min` */
const columnOf = (name, unit, end) => `${name.replaceAll("-", "_")}${UNITS[unit] ?? ""}_${end}`;

/** @param {Plain} entry @param {Plain} component @param {string} site */
function rowOf(entry, component, site) {
  const needs = MEASURES.map((measure) => needOf(measure, entry));
  return [
    ...Object.values(COLUMNS).map((give) => give(entry, component, site)),
    ...needs.flatMap((need) => [need?.least || null, need?.most]),
  ];
}

/** @param {unknown} value @returns {string} on one line, and nothing that a spreadsheet executes */
function cell(value) {
  if (value === undefined || value === null) return "";
  const text = String(value).replace(/\s+/g, " ").trim();
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {(string | undefined)[]} [texts] */
const joined = (texts = []) => [...new Set(texts.filter(Boolean))].join("; ");
