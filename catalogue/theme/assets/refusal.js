// Why a broker would refuse an executable, as far as it can be known beforehand; as Python's broker/refusal.py.

import { say } from "./chosen.js";

/** @typedef {import("./chosen.js").Needs} Needs */
/** @typedef {import("./chosen.js").Range} Range */

const GIB = 1024 ** 3;
const MOST_CORES = 16;
const MOST_MEMORY_GIB = 16;
const MOST_STORAGE_GIB = 1000;
export const LONGEST_SECONDS = 4 * 3600;

export const NOTEBOOK = "urn:types/jupyter-notebook";
export const CONTAINER = "urn:types/docker-container";

/**
 * @param {Record<string, any>} entry of index.json
 * @param {Needs} needs
 * @returns {string | undefined} the first reason; undefined where there is none
 */
export function refusal(entry, needs) {
  return reasons(entry, needs).next().value ?? undefined;
}

/**
 * @param {unknown} address
 * @returns {boolean} whether anyone could fetch it from the web
 */
export function isOnTheWeb(address) {
  if (typeof address !== "string") return false;
  const [, place] = /^https?:\/\/([^/?#]+)/i.exec(address) ?? [];
  return place !== undefined && place.includes("[") === place.includes("]");
}

/**
 * @param {Record<string, any>} entry
 * @param {Needs} needs
 * @returns {Generator<string, undefined>}
 */
function* reasons(entry, needs) {
  if (entry.status === "withdrawn") yield "its owner has withdrawn it";
  yield* reasonsOfType(entry);
  const compute = needs.compute ?? [];
  if (compute.length > 1) yield `needs ${compute.length} compute resources at once, a request has one`;
  for (const one of compute) yield* reasonsOfCompute(one);
  for (const one of needs.storage ?? []) {
    yield* beyond(one.size_bytes, MOST_STORAGE_GIB * GIB, " of storage");
  }
}

/** @param {Record<string, any>} entry */
function* reasonsOfType(entry) {
  if (entry.type === CONTAINER) {
    yield* reasonsOfContainer(entry);
  } else if (entry.type === NOTEBOOK) {
    if (!isOnTheWeb(entry.locations?.[0]?.url)) {
      yield "its notebook has no public address at the revision of this catalogue";
    }
  } else {
    // No amount changes what the catalogue says of the other types.
    yield entry.request.reason;
  }
}

/** @param {Record<string, any>} entry */
function* reasonsOfContainer({ image = {}, privileged }) {
  const { architecture = "amd64", os = "linux" } = image.platform ?? {};
  if (!image.locations?.length) yield "its image has no location";
  if (!image.digest) yield "its image has no digest, without which brokers refuse it: add image.digest";
  if (architecture !== "amd64") yield `its image is for ${architecture}, the reference broker runs amd64 only`;
  if (os !== "linux") yield `its image is for ${os}, the reference broker runs linux only`;
  if (privileged) yield "it wants to run privileged, which brokers refuse";
}

/** @param {Record<string, any>} compute */
function* reasonsOfCompute({ nodes, gpus, architecture = "amd64", cores, memory_bytes, walltime_seconds }) {
  if (least(nodes) > 1) yield `needs ${least(nodes)} nodes, a request has one`;
  if (least(gpus) > 0) yield `needs ${say("gpus", least(gpus))}, for which a request has no word`;
  if (architecture !== "amd64") yield `needs ${architecture}, the reference broker offers amd64 only`;
  const whole = Math.ceil(least(cores));
  if (whole > MOST_CORES) yield `needs ${whole} cores, the reference broker offers ${MOST_CORES} at most`;
  yield* beyond(memory_bytes, MOST_MEMORY_GIB * GIB, " of memory");
  if (least(walltime_seconds) > LONGEST_SECONDS) {
    const longest = say("walltime_seconds", LONGEST_SECONDS);
    const wanted = say("walltime_seconds", least(walltime_seconds));
    yield `needs ${wanted}, an offer of the reference broker lasts ${longest} at most`;
  }
}

/**
 * @param {Range | undefined} size
 * @param {number} most
 * @param {string} noun
 */
function* beyond(size, most, noun) {
  if (least(size) <= most) return;
  const offered = `${most / GIB} GiB`;
  yield `needs ${say("memory_bytes", least(size))}${noun}, the reference broker offers ${offered} at most`;
}

/** @param {Range | undefined} range */
const least = (range) => range?.min ?? 0;
