// Python, with the linter in it, beside the page: typing never waits for it.

/**
 * @typedef {object} Start where everything lies, as absolute addresses
 * @property {string} runtime
 * @property {string} linter
 * @property {string} root
 */

/** @type {((text: string, name: string, url: string) => string) | undefined} */
let lint;
let root = "";

/** @param {Start} start */
async function load(start) {
  root = start.root;
  const [{ loadPyodide }, packed] = await Promise.all([import(`${start.runtime}pyodide.mjs`), packedLinter(start.linter)]);
  // Without the last of them Pyodide would think of a foreign server as the place of more packages.
  const python = await loadPyodide({ indexURL: start.runtime, packageBaseUrl: start.runtime });
  python.unpackArchive(packed, "zip", { extractDir: "/linter" });
  python.runPython("import sys; sys.path.insert(0, '/linter')");
  lint = python.pyimport("ossr_catalogue.publish.in_browser").answer;
  // Rules and YAML are imported at the first use: not while somebody waits.
  lint?.("{}", "a.json", root);
  lint?.("a: b", "a.yaml", root);
}

/** @param {string} url */
async function packedLinter(url) {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  return reply.arrayBuffer();
}

self.addEventListener("message", async ({ data }) => {
  try {
    if (data.start) {
      await load(data.start);
      self.postMessage({ ready: true });
    } else {
      self.postMessage({ number: data.number, answer: JSON.parse(lint?.(data.text, data.name, root) ?? "null") });
    }
  } catch (error) {
    self.postMessage({ number: data.number, trouble: String(error instanceof Error ? error.message : error) });
  }
});
