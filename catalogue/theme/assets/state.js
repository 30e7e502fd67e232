// What is searched for, as a value; its place is the address of the page.

/** Facets in the order in which they are shown, by their name in the index and in the address. */
export const FACETS = Object.freeze({
  type: "Type",
  origin: "Origin",
  component: "Component",
  keyword: "Keyword",
  data: "Data content",
  format: "Data format",
  licence: "Licence",
  status: "Status",
});

/**
 * @typedef {object} State
 * @property {string} query
 * @property {Record<string, string[]>} chosen values by facet; OR inside a facet, AND across
 * @property {number} page from 1
 * @property {object} [also] what else a hit has to be, as a filter of Pagefind; computed, never in the address
 */

/**
 * @param {string} address the part from "?" on
 * @returns {State}
 */
export function readState(address) {
  const given = new URLSearchParams(address);
  const chosen = Object.fromEntries(
    Object.keys(FACETS)
      .map((facet) => [facet, given.getAll(facet)])
      .filter(([, values]) => values.length > 0),
  );
  const page = Number.parseInt(given.get("page") ?? "1", 10);
  return { query: (given.get("q") ?? "").trim(), chosen, page: page > 0 ? page : 1 };
}

/**
 * @param {State} state
 * @returns {string} empty, or the part of an address from "?" on
 */
export function writeState({ query, chosen, page }) {
  const address = new URLSearchParams();
  if (query) address.set("q", query);
  for (const facet of Object.keys(FACETS)) {
    for (const value of chosen[facet] ?? []) address.append(facet, value);
  }
  if (page > 1) address.set("page", String(page));
  const text = address.toString();
  return text && `?${text}`;
}

/**
 * @param {State} state
 * @returns {boolean} whether nothing is asked for, so that the list of everything is the answer
 */
export function isEmpty(state) {
  return !state.query && Object.keys(state.chosen).length === 0 && state.page === 1;
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
  const { [facet]: _, ...others } = state.chosen;
  return { ...state, page: 1, chosen: after.length ? { ...others, [facet]: after } : others };
}
