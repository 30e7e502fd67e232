// Amounts as people type them, to base units: what Python's model/quantity.py reads, without its advice.

const BYTES_IN = {
  B: 1,
  kB: 1000,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  TB: 1000 ** 4,
  PB: 1000 ** 5,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
  PiB: 1024 ** 5,
};
const SECONDS_IN = { s: 1, min: 60, h: 3600, d: 86_400 };
const ISO_SECONDS = [604_800, 86_400, 3600, 60, 1];
const LARGEST = 2 ** 63;
const NUMBER_AND_UNIT = /^\s*\+?((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)\s*([a-z]*)\s*$/i;
const ISO_DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * @param {string} text
 * @param {Record<string, number>} units
 * @param {string} usual the unit of a bare number; empty where a bare number says nothing
 * @returns {number | undefined} rounded up to a whole number
 */
function read(text, units, usual) {
  const [, number, unit] = NUMBER_AND_UNIT.exec(text) ?? [];
  const factor = number === undefined ? undefined : units[unit || usual];
  if (factor === undefined) return undefined;
  // 1.1 GB is no sum of powers of two: what it is short of a whole number by is no byte.
  const value = Math.ceil(Number((Number(number) * factor).toPrecision(15)));
  return value <= LARGEST ? value : undefined;
}

/**
 * @param {string} text `16 GiB`; a bare number is GiB
 * @returns {number | undefined} bytes; undefined where the text is no amount
 */
export function parseBytes(text) {
  const shortened = /^(.*\d\s*)([kmgtp])\s*$/i.exec(text);
  return read(shortened ? `${shortened[1]}${shortened[2].toUpperCase()}iB` : text, BYTES_IN, "GiB");
}

/**
 * @param {string} text `12 h` or `PT12H`
 * @returns {number | undefined} seconds
 */
export function parseDuration(text) {
  const fields = ISO_DURATION.exec(text.trim())?.slice(1);
  if (!fields?.some((field) => field !== undefined)) return read(text, SECONDS_IN, "");
  return fields.reduce((sum, field, index) => sum + Number(field ?? 0) * ISO_SECONDS[index], 0);
}

/**
 * @param {string} text
 * @returns {number | undefined} a number of things, halves included
 */
export function parseCount(text) {
  const [, number, unit] = NUMBER_AND_UNIT.exec(text) ?? [];
  return number === undefined || unit ? undefined : Number(number);
}

/**
 * @param {number} amount
 * @param {Record<string, number>} units
 * @returns {string} without loss, in the largest unit that has a whole number of it
 */
function exact(amount, units) {
  const [unit, factor] = Object.entries(units)
    .filter(([, size]) => amount % size === 0 && amount >= size)
    .reduce((best, one) => (one[1] > best[1] ? one : best), Object.entries(units)[0]);
  return `${amount / factor} ${unit}`;
}

/** @param {number} bytes */
export const exactBytes = (bytes) => exact(bytes, BYTES_IN);

/** @param {number} seconds */
export const exactDuration = (seconds) => exact(seconds, SECONDS_IN);
