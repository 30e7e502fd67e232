// What comes first: who has all the words before who has some, the whole of a name before a part of it, a word of the
// title before one of the text. What each word says of each entry was weighed when the index was made.

import { singular } from "./words.js";

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {import("./search-index.js").Place} Place */
/** @typedef {import("./words.js").Question} Question */
/**
 * @typedef {object} Matches of one word
 * @property {Map<number, [number, number]>} entries by number: what the word says of it, and how much of its name it is
 * @property {boolean} exact whether the word, or its plural or singular, is known
 * @property {boolean} known whether a word is, or begins with it
 * @property {boolean} [joined] whether it is known written in one with a neighbour
 * @property {number} rarity
 */
/**
 * @typedef {object} Said of an entry
 * @property {number[]} said what each word says of it, between 0 and 1
 * @property {number[]} together what each says beside its neighbour
 * @property {number[]} named 1 where it is a part of its name
 * @property {number} name how much of its name they are, all together
 */
/**
 * @typedef {object} Ranking
 * @property {number[]} numbers the best first
 * @property {number} best what share of the words the best has, the rarer ones counting more; 1: all
 * @property {number} score of the first
 */

// As publish/search/packing.py writes small numbers, and weighing.py makes them.
const LEAST = 48;
const MOST_WEIGHT = 31;
const WHOLE = 63;
const EXACT = 1;
const PLURAL = 0.95;
const PREFIX = 0.75;
const RELATED = 0.35;
const SAME_LETTERS = 5; // that words have to begin with to be related: simulate, simulation
const LONGEST_ENDING = 4;
const WHOLE_NAME = 0.93; // shares are rounded
const ENOUGH = 0.66; // of the words that the best has
const ALL = 0.999; // of the words: their shares are sums of rounded numbers
const OF_NAME = 0.4;
const OF_TOGETHER = 0.3;

/**
 * @param {SearchIndex} index
 * @param {Question} question
 * @returns {Promise<{ranking: Ranking, matches: Matches[]}>}
 */
export async function rank(index, question) {
  const [matches, joins] = await Promise.all([
    Promise.all(question.words.map(({ text }, place) => matchesOf(index, text, place + 1 === question.words.length))),
    Promise.all(question.joins.map(({ text }) => matchesOf(index, text, false, RELATED))),
  ]);
  const entries = collect(question, matches, joins);
  for (const [at, { from, to }] of question.joins.entries()) {
    for (let place = from; place <= to && joins[at].known; place++) matches[place].joined = true;
  }
  return { ranking: order(entries, matches), matches };
}

/**
 * @param {SearchIndex} index
 * @param {string} word
 * @param {boolean} isLast the one that may be in the middle of being typed
 * @param {number} [least] words have to be nearer than this: of what is written in one, both parts have to be right
 * @returns {Promise<Matches>}
 */
async function matchesOf(index, word, isLast, least = 0) {
  const beginning = word.length > 3 ? word.slice(0, Math.max(3, word.length - 3)) : word;
  /** @type {Map<number, [number, number]>} */
  const entries = new Map();
  const found = { exact: false, known: false };
  let certain = 0;
  for (const place of await index.wordsFrom(beginning)) {
    const nearness = nearnessOf(word, place.word, isLast);
    if (nearness <= least) continue;
    found.exact ||= nearness >= PLURAL;
    found.known ||= nearness > RELATED;
    if (nearness > RELATED) certain += place.gaps.length;
    add(entries, place, nearness);
  }
  const many = Math.min(index.count, Math.max(1, certain || entries.size));
  return { entries, ...found, rarity: Math.log(1 + (index.count - many + 0.5) / (many + 0.5)) + 0.1 };
}

/**
 * @param {string} word
 * @param {string} other
 * @param {boolean} isLast
 * @returns {number} 0: not at all
 */
function nearnessOf(word, other, isLast) {
  if (other === word) return EXACT;
  if (singular(other) === singular(word)) return PLURAL;
  if (other.startsWith(word)) {
    return word.length > 2 || isLast ? PREFIX - 0.25 * (1 - word.length / other.length) : 0;
  }
  const ending = commonLength(word, other);
  const isRelated = ending >= Math.max(SAME_LETTERS, word.length - 3) && other.length - ending <= LONGEST_ENDING;
  return isRelated ? RELATED : 0;
}

/** @param {string} one @param {string} other @returns {number} how many letters they begin with alike */
function commonLength(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** @param {Map<number, [number, number]>} entries @param {Place} place @param {number} nearness */
function add(entries, { gaps, weights, shares }, nearness) {
  const ofName = nearness >= PLURAL ? 1 : nearness / 2;
  let entry = 0;
  for (const [at, gap] of gaps.entries()) {
    entry += gap;
    const said = (nearness * (weights.charCodeAt(at) - LEAST)) / MOST_WEIGHT;
    const share = at < shares.length ? (ofName * (shares.charCodeAt(at) - LEAST)) / WHOLE : 0;
    const before = entries.get(entry);
    if (!before) entries.set(entry, [said, share]);
    else entries.set(entry, [Math.max(before[0], said), Math.max(before[1], share)]);
  }
}

/** @param {number} words @returns {Said} */
function unsaid(words) {
  return { said: Array(words).fill(0), together: Array(words).fill(0), named: Array(words).fill(0), name: 0 };
}

/**
 * @param {Question} question
 * @param {Matches[]} matches
 * @param {Matches[]} joins
 * @returns {Map<number, Said>}
 */
function collect({ words, joins: spans }, matches, joins) {
  /** @type {Map<number, Said>} */
  const entries = new Map();
  for (const [place, { entries: found }] of matches.entries()) {
    for (const [number, [said, share]] of found) {
      const entry = entries.get(number) ?? unsaid(words.length);
      entry.said[place] = said;
      entry.named[place] = share ? 1 : 0;
      entry.name += share;
      entries.set(number, entry);
    }
  }
  for (const [at, { entries: found }] of joins.entries()) {
    for (const [number, [said, share]] of found) {
      const entry = entries.get(number) ?? unsaid(words.length);
      for (let place = spans[at].from; place <= spans[at].to; place++) {
        entry.said[place] = Math.max(entry.said[place], said);
        entry.together[place] = Math.max(entry.together[place], said);
        entry.named[place] ||= share ? 1 : 0;
      }
      entry.name = Math.max(entry.name, share);
      entries.set(number, entry);
    }
  }
  return entries;
}

/**
 * @param {Map<number, Said>} entries
 * @param {Matches[]} matches
 * @returns {Ranking}
 */
function order(entries, matches) {
  const rarities = matches.map(({ rarity }) => rarity);
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const mean = (/** @type {number[]} */ said) => said.reduce((sum, one, place) => sum + one * rarities[place], 0) / total;
  const scored = [...entries].map(([number, { said, together, named, name }]) => {
    const has = mean(said.map((one) => (one ? 1 : 0)));
    const isName = name >= WHOLE_NAME && has > ALL;
    // A name that has one of three words is not what was asked for, however short it is.
    const sum = mean(said) + OF_NAME * Math.min(1, name) * mean(named) + OF_TOGETHER * mean(together);
    return { number, has, score: sum * has * has + (isName ? OF_NAME + OF_TOGETHER + 1 : 0) };
  });
  const best = scored.reduce((most, { has }) => Math.max(most, has), 0);
  const kept = scored.filter(({ has }) => has >= ENOUGH * best);
  kept.sort((one, other) => other.score - one.score || one.number - other.number);
  return { numbers: kept.map(({ number }) => number), best, score: kept[0]?.score ?? 0 };
}
