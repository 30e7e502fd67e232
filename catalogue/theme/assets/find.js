// Questions to the index of the catalogue; nothing of it is fetched before the first one.

import { countsOf, facetsOf, maskOf, valuesOf } from "./filters.js";
import { rank } from "./ranking.js";
import { SearchIndex } from "./search-index.js";
import { suggestions } from "./spelling.js";
import { FACETS } from "./state.js";
import { questionOf, replaced } from "./words.js";

/** @typedef {import("./filters.js").Facets} Facets */
/** @typedef {import("./ranking.js").Matches} Matches */
/** @typedef {import("./ranking.js").Ranking} Ranking */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./words.js").Question} Question */
/**
 * @typedef {object} Hit
 * @property {() => Promise<{raw_url: string, content: string, excerpt: string, meta: Record<string, string>,
 *   filters?: Record<string, string[]>}>} data
 */
/**
 * @typedef {object} Correction
 * @property {string} asked what was typed
 * @property {string} used what was looked for instead, one typing error mended
 */
/**
 * @typedef {object} Answer
 * @property {Hit[]} hits
 * @property {Record<string, Record<string, number>>} counts how many hits each value of each facet would have
 * @property {Correction} [correction] where nothing is known by the words as they were typed
 */
/** @typedef {{numbers: number[], used: string}} Found */
/** @typedef {{executables: SearchIndex, guide: SearchIndex, ignored: Set<string>}} Search */

const ALL = 0.999; // of the words: their shares are sums of rounded numbers
const EXCERPT_BEFORE = 60;
const EXCERPT = 200;
const UUID = /^(?:urn:uuid:)?[0-9a-f]{8}(?:-?[0-9a-f]{1,4}){0,6}-?$/i;
const UUID_DIGITS = 12; // by which one is told from all others, as publish/search/building.py has it
const REMEMBERED = 20;

/** @type {Promise<Search> | undefined} */
let loading;
/** @type {Promise<Facets> | undefined} */
let facetsLoading;
/** @type {Map<string, Promise<Found>>} */
const remembered = new Map();

/**
 * @param {URL} root the top of the site
 * @returns {Promise<Search>}
 */
function search(root) {
  loading ??= load(root);
  loading.catch(() => (loading = undefined));
  return loading;
}

/**
 * @param {URL} root
 * @returns {Promise<Search>}
 */
async function load(root) {
  const response = await fetch(new URL("search/start.json", root));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const start = await response.json();
  const folder = new URL(`search/${start.folder}/`, root);
  return {
    executables: new SearchIndex(new URL("executables/", folder), start.executables),
    guide: new SearchIndex(new URL("guide/", folder), start.guide),
    ignored: new Set(start.ignored),
  };
}

/** @param {Search} all @returns {Promise<Facets>} */
function facets(all) {
  facetsLoading ??= all.executables.facets().then(facetsOf);
  facetsLoading.catch(() => (facetsLoading = undefined));
  return facetsLoading;
}

/**
 * Give every value of every facet, with its number in the whole catalogue.
 * @param {URL} root
 * @returns {Promise<Record<string, Record<string, number>>>}
 */
export async function allValues(root) {
  const known = await facets(await search(root));
  return Object.fromEntries([...known].map(([name, facet]) => [name, countsOf(facet)]));
}

/**
 * @param {URL} root
 * @param {State} state
 * @returns {Promise<Answer>}
 */
export async function find(root, state) {
  const all = await search(root);
  const [found, known] = await Promise.all([lookUp(all, state), facets(all)]);
  const { count } = all.executables;
  const asked = new Uint8Array(count);
  for (const number of found.numbers) asked[number] = 1;
  const mask = maskOf(filterOf(state), known, count);
  const numbers = (await inOrder(all, state, found.numbers, asked)).filter((number) => mask[number]);
  return {
    hits: numbers.map((number) => hitOf(all.executables, number, found.used, known)),
    counts: countAll(state, known, asked),
    ...(found.used !== state.query && { correction: { asked: state.query, used: found.used } }),
  };
}

/** @param {Search} all @param {State} state @param {number[]} numbers @param {Uint8Array} asked @returns {Promise<number[]>} */
async function inOrder(all, state, numbers, asked) {
  if (state.query && !state.sort) return numbers;
  const byTitle = (await all.executables.byTitle()).filter((number) => asked[number]);
  return state.sort === "-title" ? byTitle.reverse() : byTitle;
}

/**
 * @param {State} state
 * @param {string} [except] a facet whose choice is left out
 */
function filterOf({ chosen, also }, except) {
  const named = Object.entries(chosen).filter(([facet]) => facet !== except);
  const values = Object.fromEntries(named.map(([facet, any]) => [facet, { any }]));
  return { ...values, ...(also && { all: [also] }) };
}

/** @param {State} state @param {Facets} known @param {Uint8Array} asked */
function countAll(state, known, asked) {
  // Inside a facet values are alternatives: their counts must not suffer from the ones that are chosen already.
  const masked = (/** @type {string | undefined} */ except) => {
    const mask = maskOf(filterOf(state, except), known, asked.length);
    return mask.map((passes, number) => passes & asked[number]);
  };
  const chosen = masked(undefined);
  const named = [...known].map(([name, facet]) => [
    name,
    countsOf(facet, name in FACETS && state.chosen[name] ? masked(name) : chosen),
  ]);
  return Object.fromEntries(named);
}

/** @param {Search} all @param {State} state @returns {Promise<Found>} */
function lookUp(all, { query, exact }) {
  if (!query) return Promise.resolve({ numbers: [...Array(all.executables.count).keys()], used: query });
  const key = `${exact ? "exact" : ""} ${query}`;
  const answer = remembered.get(key) ?? (UUID.test(query) ? byUuid(all, query) : byWords(all, query, !exact));
  remembered.set(key, answer);
  answer.catch(() => remembered.delete(key));
  if (remembered.size > REMEMBERED) remembered.delete([...remembered.keys()][0]);
  return answer;
}

/** @param {Search} all @param {string} query @returns {Promise<Found>} */
async function byUuid(all, query) {
  const digits = query.toLowerCase().replace("urn:uuid:", "").replaceAll("-", "");
  const found = await all.executables.wordsFrom(`#${digits.slice(0, UUID_DIGITS)}`);
  const numbers = found.flatMap(({ gaps }) => gaps[0]);
  return numbers.length ? { numbers, used: query } : byWords(all, query, true);
}

/** @param {Search} all @param {string} query @param {boolean} mends @returns {Promise<Found>} */
async function byWords(all, query, mends) {
  let question = questionOf(query, all.ignored);
  let { ranking, matches } = await rank(all.executables, question);
  for (let place = 0; mends && place < question.words.length; place++) {
    const mended = await mend(all, question, place, matches[place], ranking);
    if (mended) ({ question, ranking, matches } = mended);
  }
  return { numbers: ranking.numbers, used: question.typed };
}

/**
 * Replace a word that is not known, or that is only the beginning of others and leads nowhere together with the rest.
 * @param {Search} all
 * @param {Question} question
 * @param {number} place
 * @param {Matches} matches of the word
 * @param {Ranking} ranking of the question as it is
 * @returns {Promise<{question: Question, ranking: Ranking, matches: Matches[]} | undefined>}
 */
async function mend(all, question, place, { exact, known, joined }, ranking) {
  if (exact || ((known || joined) && ranking.best > ALL)) return undefined;
  const words = await suggestions(all.executables, question.words[place].text);
  const tried = await Promise.all(
    words.map(async (word) => {
      const other = replaced(question, place, word, all.ignored);
      return { question: other, ...(await rank(all.executables, other)) };
    }),
  );
  const better = tried.filter((one) => (known ? one.ranking.best > ALL : one.question.words.length === question.words.length));
  return better.reduce((best, one) => (!best || one.ranking.score > best.ranking.score ? one : best), better[0]);
}

/** @param {SearchIndex} index @param {number} number @param {string} query @param {Facets} [known] @returns {Hit} */
function hitOf(index, number, query, known) {
  return {
    data: async () => {
      const { path, text = "", ...meta } = await index.card(number);
      const excerpt = excerptOf(text, query);
      return { raw_url: `/${path}`, content: text, excerpt, meta, ...(known && { filters: valuesOf(known, number) }) };
    },
  };
}

/** @param {string} text @param {string} query @returns {string} the part of the text in which a word of the query stands first */
function excerptOf(text, query) {
  const words = query.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const places = words.map((word) => text.toLowerCase().indexOf(word.toLowerCase())).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places, text.length) - EXCERPT_BEFORE);
  return text.slice(places.length ? start : 0).slice(0, EXCERPT).trim();
}

/**
 * Look into the guide and the linter's rules.
 * @param {URL} root
 * @param {string} query
 * @returns {Promise<Hit[]>}
 */
export async function findInGuide(root, query) {
  if (!query) return [];
  const all = await search(root);
  const { ranking } = await rank(all.guide, questionOf(query, all.ignored));
  return ranking.best > ALL ? ranking.numbers.map((number) => hitOf(all.guide, number, query)) : [];
}
