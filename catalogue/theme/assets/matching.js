// Whether an executable runs on a platform, and what binds if not: the verdicts, and the words, of
// `ossr_catalogue.matching`. One golden table tests both; kinds, measures and sentences come from Python.

import { formatBytes, formatBytesApart, formatCount, formatDuration } from "./amounts.js";
import { add } from "./decimal.js";
import TABLE from "./matching-table.js"; // made by the build: what Python knows

/**
 * @typedef {import("./amounts.js").Amount} Amount
 * @typedef {import("./amounts.js").Range} Range
 * @typedef {"fits" | "fits-less" | "unknown" | "does-not-fit"} Fit
 * @typedef {object} Verdict
 * @property {Fit} fit
 * @property {string} reason for people: `needs 16 GiB of memory, offers 2 GiB`
 * @property {string} constraint what binds: `type`, `memory` …; empty where nothing does
 * @typedef {object} Compute
 * @property {Range} [nodes]
 * @property {Range} [cores]
 * @property {Range} [memory_bytes]
 * @property {Range} [gpus]
 * @property {Range} [gpu_memory_bytes]
 * @property {Range} [walltime_seconds]
 * @property {string} [architecture]
 * @typedef {{size_bytes?: Range}} Storage
 * @typedef {{compute?: Compute[], storage?: Storage[]}} Needs of one use, as in index.json
 * @typedef {object} Limits as in platforms.json; absent: not known
 * @property {Amount} [cores]
 * @property {Amount} [memory_bytes]
 * @property {Amount} [storage_bytes]
 * @property {Amount} [gpus]
 * @property {Amount} [gpu_memory_bytes]
 * @property {Amount} [nodes]
 * @property {Amount} [walltime_seconds]
 * @typedef {object} Platform an item of platforms.json
 * @property {string[]} types
 * @property {Limits} [limits]
 * @property {string[]} [architectures]
 * @property {string[]} [requires]
 * @typedef {{name: string, title?: string} & Needs} Profile
 * @typedef {object} Own what an executable is, beside its needs
 * @property {string} type
 * @property {Profile[]} [profiles]
 * @property {any} [image]
 * @property {boolean} [privileged]
 * @typedef {Needs & Own} Executable an item of index.json
 */

/**
 * @typedef {object} Measure
 * @property {string} name
 * @property {string} question
 * @property {string} noun
 * @property {string} unit
 * @property {"compute" | "storage"} resources
 * @property {string} key
 * @property {keyof Limits} limit
 * @property {boolean} longest
 * @property {number} always
 * @property {boolean} essential
 * @property {boolean} of_each
 * @typedef {{least: Amount, enough: Amount | null, most: Amount | null, unbounded: boolean}} Need
 * @typedef {{verdict: Verdict, excess: number}} Judged
 */

export const MEASURES = /** @type {Measure[]} */ (TABLE.measures);
/** @type {Record<string, string>} */
const WORDS = TABLE.words;
const WEIGHT = { fits: 0, "fits-less": 1, unknown: 2, "does-not-fit": 3 };
/** @type {Judged} */
const FITS = { verdict: { fit: "fits", reason: WORDS.fits, constraint: "" }, excess: 0 };

/**
 * Say whether an executable, or one of its profiles, can run on a platform.
 * @param {Executable} executable
 * @param {Platform} platform
 * @param {string} [profile] its name
 * @returns {Verdict}
 * @throws {RangeError} if there is no such profile
 */
export function match(executable, platform, profile) {
  if (!Object.hasOwn(TABLE.kinds, executable.type)) return refused("type", WORDS["unknown type"]);
  if (!(platform.types ?? []).includes(executable.type)) {
    const kinds = /** @type {Record<string, {plural: string}>} */ (TABLE.kinds)[executable.type].plural;
    return refused("type", fill("other type", { kinds }));
  }
  const needs = needsOf(executable, profile);
  const wanted = [...architectures(executable, needs)];
  return unmet(executable, wanted, platform) ?? settled(compare(needs, platform.limits ?? {}), wanted, platform);
}

/**
 * Say whether needs stay within limits; several compute or storage resources are needed all at once.
 * @param {Needs} needs
 * @param {Limits} limits
 * @param {Measure[]} [measures] those that are asked about
 * @returns {Verdict}
 */
export function compare(needs, limits, measures = MEASURES) {
  if (!needs.compute?.length && !needs.storage?.length) {
    return { fit: "unknown", reason: WORDS.nothing, constraint: "" };
  }
  const judged = measures.map((measure) => judge(measure, needOf(measure, needs), exact(limits[measure.limit])));
  return judged.reduce((worst, one) => (isWorse(one, worst) ? one : worst)).verdict;
}

/**
 * Give what one use of an executable needs: each list of a profile replaces the executable's.
 * @param {Executable} executable
 * @param {string} [name] of the profile
 * @returns {Needs}
 * @throws {RangeError} if there is no such profile
 */
export function needsOf(executable, name) {
  if (name === undefined) return executable;
  const profile = executable.profiles?.find((one) => one.name === name);
  if (!profile) throw new RangeError(`there is no profile ${JSON.stringify(name)}`);
  return {
    compute: profile.compute?.length ? profile.compute : executable.compute,
    storage: profile.storage?.length ? profile.storage : executable.storage,
  };
}

/** @param {Executable} executable @param {string[]} wanted @param {Platform} platform @returns {Verdict | null} */
function unmet(executable, wanted, platform) {
  const offered = platform.architectures ?? [];
  const missing = offered.length ? wanted.find((one) => !offered.includes(one)) : undefined;
  if (missing) {
    return refused("architecture", fill("architecture", { wanted: missing, offer: offered.join(WORDS.or) }));
  }
  const requires = platform.requires ?? [];
  const image = imageOf(executable);
  if (requires.includes("image-digest") && image && !image.digest) return refused("image", WORDS.digest);
  if (requires.includes("unprivileged") && executable.privileged) return refused("privileged", WORDS.unprivileged);
  return null;
}

/** @param {Verdict} verdict @param {string[]} wanted @param {Platform} platform @returns {Verdict} */
function settled(verdict, wanted, platform) {
  const isOpen = wanted.length > 0 && !platform.architectures?.length;
  if (!isOpen || verdict.fit === "unknown" || verdict.fit === "does-not-fit") return verdict;
  return { fit: "unknown", reason: fill("architectures", { wanted: wanted[0] }), constraint: "architecture" };
}

/** @param {Executable} executable @param {Needs} needs @returns {Generator<string>} */
function* architectures(executable, needs) {
  const ofImage = imageOf(executable)?.platform?.architecture;
  if (ofImage) yield ofImage;
  for (const one of needs.compute ?? []) if (one.architecture) yield one.architecture;
}

/** @param {Executable} executable a container without an image has one that says nothing */
function imageOf(executable) {
  return executable.image ?? (executable.type === TABLE.container ? {} : null);
}

/**
 * Put together what all resources declare of one measure; null where nothing is.
 * @param {Measure} measure
 * @param {Needs} needs
 * @returns {Need | null}
 */
export function needOf(measure, needs) {
  /** @type {Record<string, any>[]} */
  const resources = needs[measure.resources] ?? [];
  const ranges = resources.map((one) => rangeOf(one[measure.key]));
  const known = ranges.filter((one) => one !== null);
  if (!known.length) return null;
  const isOpen = measure.of_each && known.length < ranges.length;
  return {
    least: total(measure, known.map((one) => one.min ?? 0n)) ?? 0n,
    enough: isOpen ? null : total(measure, known.map((one) => one.min ?? one.max)),
    most: total(measure, known.map((one) => one.max)),
    unbounded: known.some((one) => one.unbounded),
  };
}

/** @param {Range | undefined} declared */
function rangeOf(declared) {
  const range = { min: exact(declared?.min), max: exact(declared?.max), unbounded: declared?.unbounded === true };
  return range.min === null && range.max === null && !range.unbounded ? null : range;
}

/** @param {Measure} measure @param {(Amount | null)[]} amounts @returns {Amount | null} */
function total(measure, amounts) {
  const known = amounts.filter((one) => one !== null);
  if (known.length < amounts.length) return null;
  return measure.longest ? known.reduce((most, one) => (one > most ? one : most)) : add(known);
}

/** @param {unknown} value @returns {Amount | null} whole numbers as `bigint`, which compare and add exactly */
function exact(value) {
  if (typeof value === "bigint") return value;
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  return Number.isInteger(value) ? BigInt(value) : value;
}

/** @param {Measure} measure @param {Need | null} need @param {Amount | null} offer @returns {Judged} */
function judge(measure, need, offer) {
  if (need === null) return measure.essential ? open(measure, "how much") : FITS;
  if (offer === null) return judgeUnknownOffer(measure, need);
  if (need.least > offer) return exceeds(measure, "does-not-fit", need.least, offer);
  if (need.enough === null || need.enough > offer) return open(measure, "least");
  if (need.unbounded) return anyAmount(measure, offer);
  return need.most !== null && need.most > offer ? exceeds(measure, "fits-less", need.most, offer) : FITS;
}

/** @param {Measure} measure @param {Need} need @returns {Judged} */
function judgeUnknownOffer(measure, need) {
  if (need.enough !== null && need.enough <= measure.always) return FITS;
  if (!need.least) return open(measure, "least");
  return open(measure, "offer", { wanted: say(measure, need.least), noun: measure.noun });
}

/** @param {Measure} measure @param {Amount} offer @returns {Judged} */
function anyAmount(measure, offer) {
  const reason = fill("any amount", { offer: sayOffer(measure, offer), noun: offer ? measure.noun : "" });
  return { verdict: { fit: "fits-less", reason, constraint: measure.name }, excess: 0 };
}

/** @param {Measure} measure @param {Fit} fit @param {Amount} wanted @param {Amount} offer @returns {Judged} */
function exceeds(measure, fit, wanted, offer) {
  const sentence = fit === "does-not-fit" ? "needs" : "could use";
  const isBytes = measure.unit === "bytes" && offer;
  const texts = isBytes ? formatBytesApart(wanted, offer) : [say(measure, wanted), sayOffer(measure, offer)];
  const reason = fill(sentence, { wanted: texts[0], noun: measure.noun, offer: texts[1] });
  const excess = offer ? Number(wanted) / Number(offer) : Infinity;
  return { verdict: { fit, reason, constraint: measure.name }, excess };
}

/** @param {Measure} measure @param {string} sentence @param {Record<string, string>} [parts] @returns {Judged} */
function open(measure, sentence, parts = {}) {
  const reason = fill(sentence, { question: measure.question, ...parts });
  return { verdict: { fit: "unknown", reason, constraint: measure.name }, excess: 0 };
}

/** @param {Judged} one @param {Judged} other @returns {boolean} of equals, the first stays */
function isWorse(one, other) {
  const difference = WEIGHT[one.verdict.fit] - WEIGHT[other.verdict.fit];
  return difference > 0 || (difference === 0 && one.excess > other.excess);
}

/** @param {string} constraint @param {string} reason @returns {Verdict} */
function refused(constraint, reason) {
  return { fit: "does-not-fit", reason, constraint };
}

/** @param {Measure} measure @param {Amount} amount @returns {string} */
function say(measure, amount) {
  if (measure.unit === "bytes") return formatBytes(amount);
  return measure.unit === "seconds" ? formatDuration(amount) : formatCount(amount, measure.unit);
}

/** @param {Measure} measure @param {Amount} offer @returns {string} */
function sayOffer(measure, offer) {
  return offer ? say(measure, offer) : WORDS.none;
}

/** @param {string} sentence @param {Record<string, string>} parts @returns {string} */
function fill(sentence, parts) {
  return WORDS[sentence].replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}
