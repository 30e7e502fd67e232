// The whole set of results as a file, made of what is published: nothing is computed that the catalogue does not say.

import { byId } from "./elements.js";
import { csvOf } from "./csv.js";
import { entriesOf } from "./entries.js";
import { writeState } from "./state.js";

/** @typedef {import("./find.js").Hit} Hit */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./entries.js").Found} Found */

const FORMATS = /** @type {const} */ ({
  json: { type: "application/json", write: jsonOf },
  csv: { type: "text/csv;charset=utf-8", write: csvOf },
});

/**
 * Make the links to everything give what is shown.
 * @param {URL} root
 * @param {() => {state: State, hits: Hit[]} | undefined} shown
 */
export function offerExport(root, shown) {
  for (const [name, format] of Object.entries(FORMATS)) {
    byId(`export-${name}`).addEventListener("click", (event) => {
      const what = shown();
      if (!what) return; // The link leads to the catalogue as a whole.
      event.preventDefault();
      save(root, what, name, format).catch((error) => tell(`That did not work: ${error.message}`));
    });
  }
}

/**
 * @param {URL} root
 * @param {{state: State, hits: Hit[]}} what
 * @param {string} name
 * @param {{type: string, write: (found: Found, address: string) => string}} format
 */
async function save(root, { state, hits }, name, { type, write }) {
  const say = (/** @type {number} */ done) => tell(`Collecting ${done} of ${hits.length} …`);
  const found = await entriesOf(root, hits, say);
  const address = new URL(writeState({ ...state, page: 1, view: "grid", compared: [] }), root.href + "catalogue/").href;
  const file = new Blob([write(found, address)], { type });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `executables.${name}` });
  link.click();
  URL.revokeObjectURL(link.href);
  tell(`executables.${name}: ${found.entries.length} saved`);
}

/** @param {Found} found @param {string} address @returns {string} in the shape of index.json */
function jsonOf({ head, entries, components }, address) {
  return `${JSON.stringify({ ...head, search: address, count: entries.length, executables: entries, components }, null, 1)}\n`;
}

/** @param {string} text */
function tell(text) {
  byId("export-said").textContent = text;
}
