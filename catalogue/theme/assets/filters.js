// Who has which values of which facets, as a filter says it, and how many have each.

/** @typedef {Record<string, any>} Filter facet names with a value or `{any: values}`; `any` and `all` with filters */
/**
 * @typedef {object} Facet
 * @property {string[]} values
 * @property {number[][]} sets of places in `values`
 * @property {number[]} each for each entry the place of its set
 */
/** @typedef {Map<string, Facet>} Facets by name */

/**
 * @param {Record<string, Facet>} packed where `each` has 0 for the next new set, else how far back it is from there
 * @returns {Facets}
 */
export function facetsOf(packed) {
  const named = Object.entries(packed).map(([name, facet]) => {
    let sets = 0;
    const each = facet.each.map((back) => (back ? sets - back : sets++));
    return /** @type {[string, Facet]} */ ([name, { ...facet, each }]);
  });
  return new Map(named);
}

/**
 * @param {Filter} filter
 * @param {Facets} facets
 * @param {number} count of all entries
 * @returns {Uint8Array} 1 for each that the filter lets through
 */
export function maskOf(filter, facets, count) {
  const parts = Object.entries(filter).map(([name, wanted]) => {
    if (name === "all") return together(wanted.map((/** @type {Filter} */ one) => maskOf(one, facets, count)), count);
    if (name === "any") return either(wanted.map((/** @type {Filter} */ one) => maskOf(one, facets, count)), count);
    return havingAny(facets.get(name), typeof wanted === "string" ? [wanted] : wanted.any, count);
  });
  return together(parts, count);
}

/** @param {Facet | undefined} facet @param {string[]} wanted @param {number} count */
function havingAny(facet, wanted, count) {
  if (!facet) return new Uint8Array(count);
  const values = new Set(wanted);
  const passes = facet.sets.map((places) => (places.some((place) => values.has(facet.values[place])) ? 1 : 0));
  return Uint8Array.from(facet.each, (set) => passes[set]);
}

/** @param {Uint8Array[]} masks @param {number} count */
function together(masks, count) {
  const all = new Uint8Array(count).fill(1);
  for (const mask of masks) for (let number = 0; number < count; number++) all[number] &= mask[number];
  return all;
}

/** @param {Uint8Array[]} masks @param {number} count */
function either(masks, count) {
  const any = new Uint8Array(count);
  for (const mask of masks) for (let number = 0; number < count; number++) any[number] |= mask[number];
  return any;
}

/**
 * @param {Facet} facet
 * @param {Uint8Array} [mask] who counts; everybody where there is none
 * @returns {Record<string, number>} how many have each value
 */
export function countsOf({ values, sets, each }, mask) {
  const perSet = new Uint32Array(sets.length);
  for (const [number, set] of each.entries()) perSet[set] += mask ? mask[number] : 1;
  const perValue = new Uint32Array(values.length);
  for (const [set, places] of sets.entries()) for (const place of places) perValue[place] += perSet[set];
  return Object.fromEntries(values.map((value, place) => [value, perValue[place]]));
}

/**
 * @param {Facets} facets
 * @param {number} number of an entry
 * @returns {Record<string, string[]>} its values, of the facets of which it has any
 */
export function valuesOf(facets, number) {
  const named = [...facets].map(([name, { values, sets, each }]) => [name, sets[each[number]].map((place) => values[place])]);
  return Object.fromEntries(named.filter(([, values]) => values.length));
}
