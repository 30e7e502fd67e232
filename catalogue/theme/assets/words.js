// What is typed, as words that can be looked up. How texts were cut when the index was made: publish/search/words.py;
// one table tests both.

const CHUNK = /[\p{L}\p{N}]+(?:[-_.'’][\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+/gu;

/**
 * @typedef {object} Word
 * @property {string} text folded
 * @property {string} shown as it was typed
 * @property {number} start in what was typed, in UTF-16 units
 * @property {number} end
 */
/**
 * @typedef {object} Join
 * @property {number} from the first word that it stands for
 * @property {number} to the last one
 * @property {string} text
 */
/**
 * @typedef {object} Question
 * @property {string} typed
 * @property {Word[]} words
 * @property {Join[]} joins words that may be written in one: `hi-friends`, `light curve`
 */

/**
 * @param {string} text
 * @returns {string} without case and accents
 */
export function fold(text) {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * @param {string} typed
 * @param {ReadonlySet<string>} ignored words that say nothing
 * @returns {Question}
 */
export function questionOf(typed, ignored) {
  const chunks = [...typed.matchAll(CHUNK)];
  const telling = chunks.filter((chunk) => !ignored.has(fold(chunk[0])));
  /** @type {Word[]} */
  const words = [];
  /** @type {Join[]} */
  const joins = [];
  for (const chunk of telling.length ? telling : chunks) {
    const parts = partsOf(chunk);
    if (parts.length > 1 || parts[0].text !== wholeOf(chunk[0])) {
      joins.push({ from: words.length, to: words.length + parts.length - 1, text: wholeOf(chunk[0]) });
    }
    words.push(...parts);
  }
  for (let left = 0; left + 1 < words.length; left++) {
    joins.push({ from: left, to: left + 1, text: words[left].text + words[left + 1].text });
  }
  return { typed, words, joins };
}

/** @param {string} chunk */
function wholeOf(chunk) {
  return fold((chunk.match(PART) ?? []).join(""));
}

/**
 * @param {RegExpExecArray | RegExpMatchArray} chunk
 * @returns {Word[]} at least one; an abbreviation like `H.E.S.S.` is one word, single letters lead nowhere
 */
function partsOf(chunk) {
  const start = chunk.index ?? 0;
  const parts = [...chunk[0].matchAll(PART)].map((part) => ({
    text: fold(part[0]),
    shown: part[0],
    start: start + part.index,
    end: start + part.index + part[0].length,
  }));
  const long = parts.filter(({ text }) => text.length > 1);
  if (parts.length > 1 && long.length * 2 > parts.length - 1 && long.length) return long;
  return [{ text: wholeOf(chunk[0]), shown: chunk[0], start, end: start + chunk[0].length }];
}

/**
 * @param {string} word
 * @returns {string} without the ending of a plural, as far as that can be told by its look
 */
export function singular(word) {
  if (word.length < 4 || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/**
 * @param {Question} question
 * @param {number} place of the word
 * @param {string} text that stands there instead
 * @param {ReadonlySet<string>} ignored
 * @returns {Question}
 */
export function replaced({ typed, words }, place, text, ignored) {
  const { start, end } = words[place];
  return questionOf(typed.slice(0, start) + text + typed.slice(end), ignored);
}
