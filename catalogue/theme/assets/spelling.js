// One typing error is forgiven: a letter left out, too many, another one, or two in the wrong order. The words of the
// index that it may have been meant to be are fetched only then.

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */

const MOST = 6;
const SHORTEST = 3;

/**
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<string[]>} what it may have been meant to be, the commonest first; then words that may be in the
 *   middle of being typed
 */
export async function suggestions(index, word) {
  if (word.length < SHORTEST || /^\p{N}+$/u.test(word)) return [];
  const { near, rest } = await index.spelling([word.slice(0, 1), word.slice(1, 2)]);
  const found = nearest(word, near);
  return found.length ? found : nearest(word, await rest());
}

/**
 * @param {string} word
 * @param {Map<string, number>} known
 * @returns {string[]}
 */
function nearest(word, known) {
  const all = [...known.keys()];
  const whole = all.filter((other) => isWithinOne(word, other));
  const begun = whole.length || word.length < 4 ? [] : all.filter((other) => beginsWithinOne(word, other));
  const often = (/** @type {string} */ other) => known.get(other) ?? 0;
  return (whole.length ? whole : begun).sort((one, other) => often(other) - often(one)).slice(0, MOST);
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean} whether a single slip makes one of the other
 */
export function isWithinOne(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [left, right] = [one.slice(start), other.slice(start)];
  if (left.length !== right.length) return left.slice(1) === right || left === right.slice(1);
  return left.slice(1) === right.slice(1) || (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2));
}

/** @param {string} word @param {string} other @returns {boolean} whether a single slip makes it a beginning of the other */
function beginsWithinOne(word, other) {
  if (other.length < word.length || (word[0] !== other[0] && word[1] !== other[1] && word[0] !== other[1] && word[1] !== other[0])) return false;
  return [-1, 0, 1].some((more) => isWithinOne(word, other.slice(0, word.length + more)));
}
