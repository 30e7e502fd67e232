// The rows of a comparison: what is said of each executable, and whether it is the same of all.

import { iconOf, make } from "./dom.js";
import { webAddress } from "./elements.js";
import { VERDICTS } from "./fit-offers.js";
import { MEASURES, match } from "./matching.js";
import { sayNeed } from "./say-need.js";
import TABLE from "./matching-table.js"; // made by the build: what Python knows

/** @typedef {import("./compare-columns.js").Column} Column */
/** @typedef {import("./compare-columns.js").Plain} Plain */
/** @typedef {import("./platforms.js").Platform} Platform */
/** @typedef {{group: string, label: string, cells: (Node | string)[], differs: boolean}} Row */
/** @typedef {{text: string, node?: Node}} Cell the text decides whether it is the same */

const NEEDS = "What it needs";
const LABELS = /** @type {Record<string, string>} */ ({ gpus: "GPUs", "gpu-memory": "Memory of each GPU" });

/**
 * @param {Column[]} columns
 * @param {Platform[]} platforms
 * @param {URL} root
 * @returns {Row[]} without those in which nothing is said of any
 */
export function rowsOf(columns, platforms, root) {
  const known = columns.filter(({ document }) => document).length;
  const all = [...aboutRows(root), ...needRows(), ...dataRows(), ...platforms.map((one) => platformRow(one, root)), ...stateRows()];
  return all.flatMap(({ group, label, give }) => {
    const cells = columns.map(({ document }) => (document ? give(document) : { text: "" }));
    if (cells.every(({ text }) => text === "")) return [];
    const texts = cells.filter((_, index) => columns[index].document).map(({ text }) => text);
    const differs = known > 1 && new Set(texts).size > 1;
    const shown = cells.map(({ text, node }, index) => node ?? (text || (columns[index].document ? unsaid(group) : "")));
    return [{ group, label, differs, cells: shown }];
  });
}

/** @param {string} group @returns {Node} what stands where nothing is said */
const unsaid = (group) => make("span", { class: "faint" }, group === NEEDS ? "not declared" : "–");

/**
 * @typedef {object} Line
 * @property {string} group
 * @property {string} label
 * @property {(document: Plain) => Cell} give
 */

/** @param {string} group @param {string} label @param {(document: Plain) => string | undefined} give @returns {Line} */
const line = (group, label, give) => ({ group, label, give: (document) => ({ text: give(document) ?? "" }) });

/** @param {URL} root @returns {Line[]} */
function aboutRows(root) {
  const kinds = /** @type {Record<string, {label: string}>} */ (TABLE.kinds);
  return [
    line("What it is", "Type", ({ entry }) => kinds[entry.type]?.label ?? entry.type),
    line("What it is", "Summary", ({ entry }) => entry.summary),
    { group: "What it is", label: "Component", give: ({ component }) => componentCell(component, root) },
    line("What it is", "Version", ({ component }) => component.version),
    line("What it is", "Licence", ({ entry }) => entry.license),
    line("What it is", "Keywords", ({ entry }) => entry.keywords?.join(", ")),
  ];
}

/** @param {Plain} component @param {URL} root @returns {Cell} */
function componentCell({ title, page }, root) {
  return { text: title, node: page ? make("a", { href: new URL(page, root).href }, title) : undefined };
}

/** @returns {Line[]} */
function needRows() {
  const amounts = MEASURES.map((measure) =>
    line(NEEDS, LABELS[measure.name] ?? capital(measure.name), ({ entry }) => sayNeed(measure, entry)),
  );
  const architectures = line(NEEDS, "Processor", ({ entry }) => distinct(entry.compute, "architecture"));
  const profiles = line(NEEDS, "Profiles", ({ entry }) => entry.profiles?.map(titleOf).join(", "));
  return [...amounts, architectures, profiles];
}

/** @param {Plain} profile @returns {string} */
const titleOf = ({ name, title }) => title ?? name;

/** @returns {Line[]} */
function dataRows() {
  return ["input", "output"].map((direction) =>
    line("Its data", direction === "input" ? "Reads" : "Writes", ({ entry }) => {
      const slots = (entry.data ?? []).filter((/** @type {Plain} */ slot) => slot.direction === direction);
      return slots.map(slotInWords).join("; ");
    }),
  );
}

/** @param {Plain} slot @returns {string} `gaia-dr3: astronomy observation, parquet binary, 5 TB` */
function slotInWords({ name, content, formats = [], size }) {
  const facts = [content, ...formats].filter(Boolean).map(term);
  const told = [...facts, ...(size ? [size] : [])].join(", ");
  return [name, told].filter(Boolean).join(": ") || "not described";
}

/** @param {string} urn @returns {string} */
const term = (urn) => urn.replace(/^urn:/, "").replaceAll("-", " ");

/** @param {Platform} platform @param {URL} root @returns {Line} */
function platformRow(platform, root) {
  return { group: "Where it runs", label: platform.title, give: ({ entry }) => verdictCell(entry, platform, root) };
}

/** @param {Plain} entry @param {Platform} platform @param {URL} root @returns {Cell} */
function verdictCell(entry, platform, root) {
  const { fit, reason } = match(/** @type {any} */ (entry), platform);
  const { words, drawing } = VERDICTS[fit];
  const because = fit === "fits" ? "" : `: ${reason}`;
  const verdict = make("span", { class: `offer--${fit}` }, iconOf(drawing, root), " ", make("strong", {}, words));
  const address = webAddress(entry.launch?.find((/** @type {Plain} */ one) => one.platform === platform.id)?.url);
  const link = address && fit !== "does-not-fit" ? [" ", make("a", { href: address, rel: "nofollow noopener" }, "Open")] : [];
  return { text: `${words}${because}`, node: make("span", {}, verdict, make("span", { class: "faint" }, because), ...link) };
}

/** @returns {Line[]} */
function stateRows() {
  return [
    line("How it is kept", "Origin", ({ entry }) => (entry.origin === "declared" ? "Declared by its owner" : "Drafted by the catalogue")),
    line("How it is kept", "Status", ({ entry }) => capital(entry.status ?? "")),
    line("How it is kept", "Lint", ({ entry }) => sayLint(entry.lint)),
    line("How it is kept", "Revision", ({ provenance }) => provenance.revision?.slice(0, 12)),
    line("How it is kept", "Harvested", ({ provenance }) => provenance.harvested?.slice(0, 10)),
    line("How it is kept", "Stale since", ({ entry }) => entry.stale_since?.slice(0, 10)),
  ];
}

/** @param {{errors: number, warnings: number}} lint */
function sayLint({ errors, warnings }) {
  return errors || warnings ? `${counted(errors, "error")}, ${counted(warnings, "warning")}` : "Nothing to complain about";
}

/** @param {number} number @param {string} thing */
const counted = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;

/** @param {Plain[] | undefined} resources @param {string} key */
const distinct = (resources, key) => [...new Set((resources ?? []).map((one) => one[key]).filter(Boolean))].join(", ");

/** @param {string} text */
const capital = (text) => text && text[0].toUpperCase() + text.slice(1);
