// What is searched for, as a value; its place is the address of the page.

import { readFit, writeFit } from "./fit-state.js";

/** @typedef {import("./fit-state.js").Fit} Fit */

/** Facets in the order in which they are shown, by their name in the index and in the address. */
export const FACETS = Object.freeze({
  type: "Type",
  component: "Component",
  keyword: "Keyword",
  data: "Data content",
  format: "Data format",
  licence: "Licence",
  origin: "Origin",
  status: "Status",
  runs: "Runs on",
});

/** What a list can be sorted by, by its name in the address; a minus before it turns it round. */
export const SORTS = Object.freeze(["title", "type", "component", "cores", "memory", "storage", "walltime"]);

/** As many as stand beside each other and can still be read. */
export const MOST_COMPARED = 4;
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * @typedef {object} State
 * @property {string} query
 * @property {boolean} exact whether the words are to be taken as they are, typing errors and all
 * @property {Record<string, string[]>} chosen values by facet; OR inside a facet, AND across
 * @property {Fit} fit what it has to fit into
 * @property {number} page from 1
 * @property {string} sort a name of `SORTS`, perhaps with a minus; empty: the best first, or by title
 * @property {"grid" | "table"} view
 * @property {string[]} compared uuids, in the order in which they were ticked
 * @property {object} [also] what else a hit has to be, as a filter of the search; computed, never in the address
 */

/**
 * @param {string} address the part from "?" on
 * @returns {State}
 */
export function readState(address) {
  const given = new URLSearchParams(address);
  const chosen = Object.fromEntries(
    Object.keys(FACETS)
      .map((facet) => [facet, [...new Set(given.getAll(facet))]])
      .filter(([, values]) => values.length > 0),
  );
  const page = Number.parseInt(given.get("page") ?? "1", 10);
  const sort = given.get("sort") ?? "";
  return {
    query: (given.get("q") ?? "").trim(),
    exact: given.get("exact") === "yes",
    chosen,
    fit: readFit(given),
    page: page > 0 ? page : 1,
    sort: SORTS.includes(sort.replace(/^-/, "")) ? sort : "",
    view: given.get("view") === "table" ? "table" : "grid",
    compared: readCompared(given),
  };
}

/**
 * @param {URLSearchParams} given
 * @returns {string[]} whatever looks like a uuid, each once, no more than can be compared
 */
export function readCompared(given) {
  const uuids = (given.get("with") ?? "").split(",").map((one) => one.trim().toLowerCase());
  return [...new Set(uuids.filter((one) => UUID.test(one)))].slice(0, MOST_COMPARED);
}

/**
 * @param {State} state
 * @returns {string} empty, or the part of an address from "?" on
 */
export function writeState({ query, exact, chosen, fit, page, sort, view, compared }) {
  const address = new URLSearchParams();
  if (query) address.set("q", query);
  if (query && exact) address.set("exact", "yes");
  for (const facet of Object.keys(FACETS)) {
    for (const value of chosen[facet] ?? []) address.append(facet, value);
  }
  writeFit(fit, address);
  if (sort) address.set("sort", sort);
  if (view !== "grid") address.set("view", view);
  if (page > 1) address.set("page", String(page));
  if (compared.length) address.set("with", compared.join(","));
  // A comma means nothing in a query; as it is, a link can be read.
  const text = address.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}

/**
 * @param {State} state
 * @returns {boolean} whether nothing is asked for and nothing is to look different: the page as it was made will do
 */
export function isEmpty(state) {
  return writeState({ ...state, compared: [] }) === "";
}

/**
 * @param {State} state
 * @param {string} facet
 * @param {string} value
 * @returns {State} the state with this value chosen, or no longer chosen
 */
export function toggle(state, facet, value) {
  const before = state.chosen[facet] ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return withFacet(state, facet, after);
}

/**
 * @param {State} state
 * @param {string} facet
 * @param {string[]} values
 * @returns {State} the state with these values of a facet, and no others of it
 */
export function withFacet(state, facet, values) {
  const { [facet]: _, ...others } = state.chosen;
  return { ...state, page: 1, chosen: values.length ? { ...others, [facet]: values } : others };
}

/**
 * @param {State} state
 * @param {string} uuid
 * @returns {State} with one more, or one less, to be compared; as it was where there are enough
 */
export function tick(state, uuid) {
  const { compared } = state;
  if (compared.includes(uuid)) return { ...state, compared: compared.filter((one) => one !== uuid) };
  return compared.length < MOST_COMPARED ? { ...state, compared: [...compared, uuid] } : state;
}
