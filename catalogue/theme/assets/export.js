// The whole set of results as a file, made of what is published: nothing is computed that the catalogue does not say.

import { csvOf } from "./csv.js";
import { entriesOf } from "./entries.js";
import { writeState } from "./state.js";

/** @typedef {import("./find.js").Hit} Hit */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./entries.js").Found} Found */

const FORMATS = {
  json: { type: "application/json", write: jsonOf },
  csv: { type: "text/csv;charset=utf-8", write: csvOf },
};

/**
 * @param {URL} root
 * @param {{state: State, hits: Hit[]}} what
 * @param {keyof typeof FORMATS} name
 * @param {(text: string) => void} tell how far it is, and what came of it
 */
export async function save(root, { state, hits }, name, tell) {
  const { type, write } = FORMATS[name];
  try {
    const found = await entriesOf(root, hits, (done) => tell(`Collecting ${done} of ${hits.length} …`));
    const search = writeState({ ...state, page: 1, sort: "", view: "grid", compared: [] });
    const address = new URL(`catalogue/${search}`, root).href;
    download(new Blob([write(found, address)], { type }), `executables.${name}`);
    tell(`executables.${name}: ${found.entries.length} saved`);
  } catch (error) {
    tell(`That did not work: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {Blob} file @param {string} name */
function download(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {Found} found @param {string} address @returns {string} in the shape of index.json */
function jsonOf({ head, entries, components }, address) {
  return `${JSON.stringify({ ...head, search: address, count: entries.length, executables: entries, components }, null, 1)}\n`;
}
