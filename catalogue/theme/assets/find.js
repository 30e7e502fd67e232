// Questions to the index that Pagefind made (https://pagefind.app); nothing of it is fetched before the first one.

import { FACETS } from "./state.js";

/** @typedef {import("./state.js").State} State */
/**
 * @typedef {object} Hit
 * @property {() => Promise<{raw_url: string, content: string, excerpt: string, meta: Record<string, string>,
 *   filters?: Record<string, string[]>}>} data
 */
/**
 * @typedef {object} Answer
 * @property {Hit[]} hits
 * @property {Record<string, Record<string, number>>} counts how many hits each value of each facet would have
 */

const EXECUTABLES = { in: ["executables"] };
const BEGINNING = 3; // letters that a hit has to share with what was asked for
const GUIDE = { in: ["guide"] };

/** The title decides, then what it belongs to; what is only shown is not searched. */
const RANKING = {
  termFrequency: 0.5,
  pageLength: 0.3,
  metaWeights: { title: 12, component: 2, kind: 2, uuid: 12, summary: 0, needs: 0, icon: 0, origin: 0, status: 0 },
};

/** @type {Promise<any> | undefined} */
let loading;

/**
 * @param {URL} root the top of the site
 * @returns {Promise<any>} Pagefind, ready
 */
function pagefind(root) {
  loading ??= import(new URL("pagefind/pagefind.js", root).href).then(async (module) => {
    await module.options({ ranking: RANKING, excerptLength: 24 });
    await module.init();
    return module;
  });
  return loading;
}

/**
 * @param {State} state
 * @param {string} [except] a facet whose choice is left out
 */
function asFilters({ chosen, also }, except) {
  const named = Object.entries(chosen).filter(([facet]) => facet !== except);
  const facets = Object.fromEntries(named.map(([facet, values]) => [facet, { any: values }]));
  return { ...EXECUTABLES, ...facets, ...(also && { all: [also] }) };
}

/**
 * Read a value of a facet as it stands in the index: as in JSON, since Pagefind compares it with what it is asked in
 * JSON without reading the escapes of either.
 * @param {string} written
 * @returns {string}
 */
export function valueOf(written) {
  return written.includes("\\") ? JSON.parse(`"${written}"`) : written;
}

/** @param {Record<string, number>} [counts] @returns {Record<string, number>} by value */
function byValue(counts = {}) {
  return Object.fromEntries(Object.entries(counts).map(([written, count]) => [valueOf(written), count]));
}

/** @param {Record<string, Record<string, number>>} filters @returns {Record<string, Record<string, number>>} */
function read(filters) {
  return Object.fromEntries(Object.entries(filters).map(([facet, counts]) => [facet, byValue(counts)]));
}

/**
 * Give every value of every facet, with its number in the whole catalogue.
 * @param {URL} root
 * @returns {Promise<Record<string, Record<string, number>>>}
 */
export async function allValues(root) {
  return read(await (await pagefind(root)).filters());
}

/**
 * @param {URL} root
 * @param {State} state
 * @returns {Promise<Answer>}
 */
export async function find(root, state) {
  const module = await pagefind(root);
  const words = state.query || null;
  const sort = words && !state.sort ? {} : { title: state.sort === "-title" ? "desc" : "asc" };
  const main = await module.search(words, { filters: asFilters(state), sort });
  // What is sorted otherwise does not begin with the best.
  const best = words && state.sort ? (await module.search(words, { filters: asFilters(state) })).results : main.results;
  if (words && best.length && (await isFarFetched(best[0], words))) return { hits: [], counts: {} };
  const counts = read(main.filters);
  // Inside a facet values are alternatives: their counts must not suffer from the ones that are chosen already.
  for (const facet of Object.keys(FACETS).filter((name) => state.chosen[name])) {
    const without = await module.search(words, { filters: asFilters(state, facet) });
    counts[facet] = byValue(without.filters[facet]);
  }
  return { hits: main.results, counts };
}

/**
 * Say whether not even the best hit has a word that begins as one that was asked for. Pagefind forgives slips by
 * taking ever shorter beginnings of an unknown word, down to its first letter.
 * @param {Hit} hit
 * @param {string} query
 */
async function isFarFetched(hit, query) {
  const { content, meta } = await hit.data();
  const known = new Set(`${content} ${Object.values(meta).join(" ")}`.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const beginnings = query.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.map((word) => word.slice(0, BEGINNING)) ?? [];
  return !beginnings.some((beginning) => [...known].some((word) => word.startsWith(beginning)));
}

/**
 * Look into the guide and the linter's rules.
 * @param {URL} root
 * @param {string} query
 * @returns {Promise<Hit[]>}
 */
export async function findInGuide(root, query) {
  if (!query) return [];
  const { results } = await (await pagefind(root)).search(query, { filters: GUIDE });
  return results.length && (await isFarFetched(results[0], query)) ? [] : results;
}
