// An entry of the index as a request to an IVOA ExecutionBroker; as Python's broker/.

import { needsOf, objection } from "./chosen.js";
import { CONTAINER, LONGEST_SECONDS, isOnTheWeb, refusal } from "./refusal.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */
/** @typedef {import("./chosen.js").Needs} Needs */
/** @typedef {import("./chosen.js").Range} Range */
/** @typedef {Record<string, any>} Plain JSON; what is undefined is left out when it is written */

const KINDS = "https://www.purl.org/ivoa.net/Calycopis-openapi/schema/v1.0/kinds/";
const GIB = 1024 ** 3;
const UNSEEN =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;

/**
 * @param {Plain} entry of index.json
 * @param {Chosen} [chosen]
 * @returns {{body: Plain, unfilled: string[]} | {reason: string}} a request, or why there can be none
 */
export function requestFor(entry, chosen = {}) {
  const needs = needsOf(entry, chosen);
  const reason = objection(entry, chosen) || refusal(entry, needs);
  if (reason) return { reason };
  const body = { executable: executableOf(entry), ...resourcesOf(needs) };
  return { body: written(body), unfilled: unfilledSlots(needs.data ?? []) };
}

/** @param {Plain} value @returns {Plain} as it is read again */
const written = (value) => JSON.parse(JSON.stringify(value));

/** @param {string | undefined} text */
const oneLine = (text = "") =>
  text.replace(/\r\n?/g, "\n").replace(UNSEEN, "").split(/\s+/).filter(Boolean).join(" ");

/** @param {Plain} entry */
function executableOf(entry) {
  const meta = { name: entry.title, uuid: entry.uuid, description: entry.summary || undefined };
  if (entry.type !== CONTAINER) {
    return { kind: `${KINDS}executable/jupyter-notebook.yaml`, meta, location: entry.locations[0].url };
  }
  const { image, command, entrypoint, environment, network } = entry;
  const ports = network?.ports.map(portOf);
  return {
    kind: `${KINDS}executable/docker-container.yaml`,
    meta,
    image,
    command,
    entrypoint,
    environment,
    network: ports && { ports },
  };
}

/** @param {number} port */
const portOf = (port) => ({ access: true, internal: { port }, protocol: "TCP" });

/**
 * @param {Needs} needs
 * @returns {Plain}
 */
function resourcesOf({ compute = [], storage = [], data = [] }) {
  const filled = data.map((slot) => ({ slot, place: placeOf(slot) })).filter(({ place }) => place);
  const named = [...storage, ...filled.map(({ slot }) => slot)];
  const names = namesOf(named, storage.length);
  const volumes = named.flatMap(({ mount }, index) => (mount ? [volumeOf(names[index], mount)] : []));
  return {
    compute: computeOf(compute[0], volumes),
    storage: someOf(storage.map((one, index) => storageOf(names[index], one))),
    data: someOf(filled.map(({ slot, place }, index) => dataOf(names[storage.length + index], slot, place))),
    schedule: scheduleOf(compute[0]?.walltime_seconds),
  };
}

/** @param {Plain[]} list */
const someOf = (list) => (list.length ? list : undefined);

/**
 * @param {Plain[]} data
 * @returns {string[]} the required data of which no place is known
 */
function unfilledSlots(data) {
  return data.flatMap((slot, index) => {
    const missing = slot.direction === "input" && slot.required && !placeOf(slot);
    return missing ? [oneLine(slot.name) || `data-resources[${index}]`] : [];
  });
}

/**
 * @param {Plain} slot
 * @returns {Plain | undefined} the first place that a request has words for
 */
function placeOf({ direction, locations = [] }) {
  if (direction !== "input") return undefined;
  for (const location of locations) {
    if (location.startsWith("ivo://")) return { kind: "ivoa", ivoa: { ivoid: location } };
    if (/^https?:/.test(location) && isOnTheWeb(location)) return { kind: "simple", location };
  }
  return undefined;
}

/**
 * @param {Plain[]} resources the storage first
 * @param {number} stored how many are storage
 * @returns {string[]} a name of its own for each: volumes refer to it
 */
function namesOf(resources, stored) {
  /** @type {string[]} */
  const names = [];
  for (const [index, resource] of resources.entries()) {
    const name = oneLine(resource.name) || `${index < stored ? "storage" : "data"}-${index + 1}`;
    names.push(names.includes(name) ? `${name}-${index + 1}` : name);
  }
  return names;
}

/**
 * @param {Plain | undefined} compute
 * @param {Plain[]} volumes
 */
function computeOf(compute, volumes) {
  if (!compute && !volumes.length) return undefined;
  const { name, uuid, cores, memory_bytes: memory } = compute ?? {};
  return {
    kind: `${KINDS}compute/simple-compute-resource.yaml`,
    meta: { name: oneLine(name) || "compute", uuid },
    cores: whole(cores, 1),
    memory: whole(memory, GIB),
    volumes: someOf(volumes),
  };
}

/** @param {string} name @param {Plain} storage */
const storageOf = (name, { uuid, size_bytes: size }) => ({
  kind: `${KINDS}storage/simple-storage-resource.yaml`,
  meta: { name, uuid },
  size: whole(size, GIB),
});

/** @param {string} name @param {Plain} slot @param {Plain | undefined} place */
const dataOf = (name, { uuid, description }, place) => ({
  ...place,
  kind: `${KINDS}data/${place?.kind}-data-resource.yaml`,
  meta: { name, uuid, description: oneLine(description) || undefined },
});

/** @param {string} name @param {{path: string, mode: string}} mount */
const volumeOf = (name, { path, mode }) => ({
  kind: `${KINDS}volume/simple-volume-mount.yaml`,
  meta: { name: `${name}-mount` },
  path,
  mode,
  resource: name,
});

/**
 * @param {Range | undefined} declared
 * @param {number} unit
 * @returns {{min: number, max: number} | undefined} the minimum rounded up, the maximum down, and both there
 */
function whole({ min, max } = {}, unit) {
  if (min === undefined && max === undefined) return undefined;
  const least = Math.max(1, Math.ceil((min ?? 0) / unit));
  return { min: least, max: max === undefined ? least : Math.max(least, Math.floor(max / unit)) };
}

/** @param {Range | undefined} walltime */
function scheduleOf(walltime) {
  const wanted = walltime?.max || walltime?.min;
  if (wanted === undefined) return undefined;
  return { requested: { duration: `PT${Math.min(Math.trunc(wanted), LONGEST_SECONDS)}S` } };
}
