// The index as files, fetched when a question needs them, each once. They are JSON under gzip, whatever the server
// does; how they are made: publish/search/packing.py.

/**
 * @typedef {object} About what has to be known before anything is asked
 * @property {number} count
 * @property {number} per_cards
 * @property {string[]} words the first word of each part
 * @property {string[]} spelling likewise
 */
/** @typedef {Record<string, string>} Card */
/**
 * @typedef {object} Place where a word stands
 * @property {string} word
 * @property {number[]} gaps the number of the first entry, and from each to the next
 * @property {string} weights a character for each
 * @property {string} shares likewise, without zeros at the end
 */

const LAST = "\u{10ffff}";

/**
 * @param {Response} response
 * @returns {Promise<any>}
 */
async function unpacked(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers say of what is compressed that it is, and browsers unpack it by themselves.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

export class SearchIndex {
  /**
   * @param {URL} folder
   * @param {About} about
   */
  constructor(folder, about) {
    this.folder = folder;
    this.about = about;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
  }

  /** @returns {number} how many things can be found */
  get count() {
    return this.about.count;
  }

  /**
   * @param {string} path
   * @returns {Promise<any>} what it holds; a file that did not come is asked for again the next time
   */
  #get(path) {
    const known = this.files.get(path);
    if (known) return known;
    const coming = fetch(new URL(path, this.folder)).then(unpacked);
    this.files.set(path, coming);
    coming.catch(() => this.files.delete(path));
    return coming;
  }

  /**
   * @param {string} beginning
   * @returns {Promise<Place[]>} the words that begin so
   */
  async wordsFrom(beginning) {
    const numbers = partsWith(this.about.words, beginning);
    const parts = await Promise.all(numbers.map((number) => this.#get(`words/${number}.bin`)));
    return parts.flatMap(([words, gaps, weights, shares]) => {
      const from = lowerBound(words, beginning);
      const to = lowerBound(words, beginning + LAST);
      return words.slice(from, to).map((/** @type {string} */ word, /** @type {number} */ nth) => {
        const at = from + nth;
        return { word, gaps: gaps[at], weights: weights[at], shares: shares[at] };
      });
    });
  }

  /**
   * @param {string[]} beginnings where to look first
   * @returns {Promise<{near: Map<string, number>, rest: () => Promise<Map<string, number>>}>} words with how often
   *   they occur; the rest is loaded only if it is asked for
   */
  async spelling(beginnings) {
    const { spelling } = this.about;
    const first = new Set(beginnings.flatMap((beginning) => partsWith(spelling, beginning)));
    const others = [...spelling.keys()].filter((number) => !first.has(number));
    return { near: await this.#spellingIn([...first]), rest: () => this.#spellingIn(others) };
  }

  /** @param {number[]} numbers */
  async #spellingIn(numbers) {
    const parts = await Promise.all(numbers.map((number) => this.#get(`spelling/${number}.bin`)));
    /** @type {Map<string, number>} */
    const known = new Map();
    for (const [words, frequencies] of parts) {
      for (const [at, word] of words.split(" ").entries()) known.set(word, frequencies[at]);
    }
    return known;
  }

  /**
   * @param {number} number
   * @returns {Promise<Card>}
   */
  async card(number) {
    const per = this.about.per_cards;
    return (await this.#get(`cards/${Math.floor(number / per)}.bin`))[number % per];
  }

  /** @returns {Promise<number[]>} all of them by title */
  byTitle() {
    return this.#get("by-title.bin");
  }

  /** @returns {Promise<Record<string, import("./filters.js").Facet>>} */
  facets() {
    return this.#get("facets.bin");
  }
}

/**
 * @param {string[]} sorted
 * @param {string} wanted
 * @returns {number} where it stands or would stand
 */
function lowerBound(sorted, wanted) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param {string[]} firsts the first word of each part
 * @param {string} beginning
 * @returns {number[]} the parts in which words may begin so
 */
function partsWith(firsts, beginning) {
  const from = Math.max(0, lowerBound(firsts, beginning) - (firsts[lowerBound(firsts, beginning)] === beginning ? 0 : 1));
  const to = lowerBound(firsts, beginning + LAST);
  return [...firsts.keys()].slice(from, to);
}
