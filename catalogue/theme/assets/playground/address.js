// A text in the fragment of the address: browsers send it to nobody.

/** Letters that an address may have: mail programs and chats cut longer ones. */
const LONGEST = 30_000;
/** Letters that a text from an address may have: a small fragment can swell to gigabytes. */
const LARGEST = 1_000_000;

/**
 * @typedef {object} Shared
 * @property {string} [text]
 * @property {string} [format]
 * @property {string} [example]
 */

/**
 * @param {string} text
 * @param {string} format
 * @returns {Promise<string>} the fragment; empty if it would be too long
 */
export async function fragmentOf(text, format) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  const written = btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const fragment = `#text=${written}${format ? `&as=${format}` : ""}`;
  return fragment.length <= LONGEST ? fragment : "";
}

/**
 * @param {string} fragment
 * @returns {Promise<Shared>} what it holds; empty where it holds nothing
 * @throws {Error} if it is cut, or holds too much
 */
export async function readFragment(fragment) {
  const said = new URLSearchParams(fragment.replace(/^#/, ""));
  const example = said.get("example");
  if (example) return { example };
  const written = said.get("text");
  if (!written) return {};
  const format = said.get("as") ?? "";
  return { text: await unpack(written), format: ["json", "yaml"].includes(format) ? format : "" };
}

/** @param {string} written */
async function unpack(written) {
  const letters = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > LARGEST) {
      await reader.cancel();
      throw new Error("it holds too much");
    }
  }
}
