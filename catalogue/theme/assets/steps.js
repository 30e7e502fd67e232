// The stops of a slider: round amounts, each so many times the one before, and both ends.

const KIB = 1024;
const BYTE_STEPS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768];
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param {number} base 1024 or 1000 */
const bytes = (base) => [2, 3, 4, 5].flatMap((power) => BYTE_STEPS.map((step) => step * base ** power));
const counts = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024];

/**
 * How far a slider goes where nothing is declared, where it begins, and its stops.
 * @type {Record<string, {lowest: number, highest: number, usual: number, stops: number[]}>}
 */
const LADDERS = {
  cores: { lowest: 0.5, highest: 1024, usual: 4, stops: counts },
  memory_bytes: { lowest: 256 * KIB ** 2, highest: 4 * KIB ** 4, usual: 8 * KIB ** 3, stops: bytes(KIB) },
  storage_bytes: { lowest: 256 * KIB ** 2, highest: KIB ** 5, usual: 48 * KIB ** 3, stops: bytes(KIB) },
  gpus: { lowest: 0, highest: 64, usual: 1, stops: counts },
  walltime_seconds: {
    lowest: MINUTE,
    highest: 30 * DAY,
    usual: 2 * HOUR,
    stops: [5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720]
      .map((minutes) => minutes * MINUTE)
      .concat([1, 2, 3, 5, 7, 10, 14, 21].map((days) => days * DAY)),
  },
};

/**
 * @param {string} key of `Chosen`
 * @param {import("./chosen.js").Range} [declared]
 * @returns {number[]} rising; one alone where there is nothing to choose
 */
export function stepsOf(key, { min, max } = {}) {
  const { lowest, highest, stops } = LADDERS[key];
  const from = min ?? Math.min(lowest, max ?? lowest);
  const to = max ?? Math.max(highest, from);
  const round = isDecimal([min, max]) && key.endsWith("_bytes") ? bytes(1000) : stops;
  return [...new Set([from, ...round.filter((stop) => stop > from && stop < to), to])];
}

/**
 * @param {string} key
 * @returns {number} where a slider begins that nothing is declared for
 */
export const usual = (key) => LADDERS[key].usual;

/** @param {(number | undefined)[]} amounts @returns {boolean} whether their author counts by thousands */
const isDecimal = (amounts) =>
  amounts.some((amount) => amount !== undefined && amount % 1000 ** 2 === 0 && amount % KIB ** 2 !== 0);

/**
 * @param {number[]} steps
 * @param {number} amount
 * @returns {number} the place of the step that is nearest, as a slider goes
 */
export function nearest(steps, amount) {
  const distances = steps.map((step) => Math.abs(Math.log2(step + 0.25) - Math.log2(amount + 0.25)));
  return distances.indexOf(Math.min(...distances));
}
