// The entries of the index behind some hits: of a few from their own documents, of many from the index, part by part.

/** @typedef {import("./find.js").Hit} Hit */
/** @typedef {Record<string, any>} Plain JSON in which numbers stay as they are written, where the browser can */
/** @typedef {{head: Plain, entries: Plain[], components: Plain[]}} Found */

const ONE_BY_ONE = 200;
const SIDE_BY_SIDE = 8;

/**
 * @param {URL} root
 * @param {Hit[]} hits
 * @param {(done: number) => void} onProgress
 * @param {number} [oneByOne] up to how many documents are fetched
 * @returns {Promise<Found>} entries sorted by uuid, with the components that they name
 */
export async function entriesOf(root, hits, onProgress, oneByOne = ONE_BY_ONE) {
  const uuids = (await each(hits, async (hit) => (await hit.data()).meta.uuid, onProgress)).sort();
  const { head, whole } = uuids.length > oneByOne ? await wholeIndex(root) : await headOfIndex(root);
  const found = whole ? await fromIndex(root, whole, new Set(uuids)) : await fromDocuments(root, uuids, onProgress);
  return { head, ...found };
}

/** @param {URL} root @param {string[]} uuids @param {(done: number) => void} onProgress */
async function fromDocuments(root, uuids, onProgress) {
  const documents = await each(uuids, (uuid) => documentOf(root, uuid), onProgress);
  const components = new Map(documents.map(({ component }) => [component.slug, component]));
  return {
    entries: documents.map(({ entry, digest }) => (digest ? { ...entry, digest } : entry)),
    components: [...components.keys()].sort().map((slug) => components.get(slug)),
  };
}

/** @param {URL} root @param {string} uuid */
async function documentOf(root, uuid) {
  const bytes = await (await fetched(new URL(`executables/${uuid}.json`, root))).arrayBuffer();
  return { ...parse(new TextDecoder().decode(bytes)), digest: await digestOf(bytes) };
}

/** @param {ArrayBuffer} bytes @returns {Promise<string>} empty where the browser computes none, as on http */
async function digestOf(bytes) {
  if (!globalThis.crypto?.subtle) return "";
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {URL} root @param {Plain} index @param {Set<string>} uuids */
async function fromIndex(root, index, uuids) {
  const keys = new Set([...uuids].flatMap((uuid) => [uuid.slice(0, 1), uuid.slice(0, 2)]));
  // A part is named after how its uuids begin.
  const wanted = (index.parts ?? []).filter((/** @type {Plain} */ { href }) => keys.has(/index\/([0-9a-f]+)-/.exec(href)?.[1] ?? ""));
  const parts = await each(wanted, async (/** @type {Plain} */ { href }) => parse(await (await fetched(new URL(href, root))).text()));
  const all = [index, ...parts].flatMap(({ executables = [] }) => executables);
  const entries = all.filter(({ uuid }) => uuids.has(uuid));
  const slugs = new Set(entries.map(({ component }) => component));
  return { entries, components: index.components.filter((/** @type {Plain} */ { slug }) => slugs.has(slug)) };
}

/** @param {URL} root */
async function wholeIndex(root) {
  const whole = parse(await (await fetched(new URL("index.json", root))).text());
  const { executables: _executables, components: _components, parts: _parts, doors: _doors, ...head } = whole;
  return { head, whole };
}

/**
 * Read what stands before the entries, and no more: the index may have megabytes.
 * @param {URL} root
 * @returns {Promise<{head: Plain, whole?: undefined}>}
 */
async function headOfIndex(root) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ ((await fetched(new URL("index.json", root))).body).getReader();
  const decoder = new TextDecoder();
  let text = "";
  let end = -1;
  while (end < 0) {
    const { done, value } = await reader.read();
    if (done) throw new Error("index.json is not as it was expected");
    text += decoder.decode(value, { stream: true });
    end = text.search(/,\s*"(?:executables|parts)": ?\[/);
  }
  await reader.cancel();
  return { head: parse(`${text.slice(0, end)}}`) };
}

/** @param {URL} address */
async function fetched(address) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address.pathname} answered ${reply.status}`);
  return reply;
}

/** @param {string} text @returns {any} */
function parse(text) {
  const raw = /** @type {{rawJSON?: (text: string) => unknown}} */ (JSON).rawJSON;
  if (!raw) return JSON.parse(text);
  /** @type {any} the types of TypeScript know no third argument yet */
  const asWritten = (/** @type {string} */ _, /** @type {unknown} */ value, /** @type {{source: string}} */ { source }) =>
    typeof value === "number" ? raw(source) : value;
  return JSON.parse(text, asWritten);
}

/**
 * @template From, To
 * @param {From[]} all
 * @param {(one: From) => Promise<To>} work
 * @param {(done: number) => void} [onProgress]
 * @returns {Promise<To[]>} in the same order; a few at a time
 */
async function each(all, work, onProgress = () => {}) {
  /** @type {To[]} */
  const results = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < all.length) {
      const index = next++;
      results[index] = await work(all[index]);
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return results;
}
