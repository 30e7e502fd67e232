// The playground: joins the text field, the linter, the findings and the address.

import { fragmentOf, readFragment } from "./address.js";
import { Editor } from "./editor.js";
import { showFindings } from "./findings.js";
import { Linter } from "./linter.js";
import { editsIn, placesIn } from "./positions.js";

/** Milliseconds of silence after which the text is looked at. */
const PAUSE = 200;

/** @template {HTMLElement} T @param {string} id @returns {T} */
const element = (id) => /** @type {T} */ (document.getElementById(id));

const playground = element("playground");
const list = element("findings");
const status = element("status");
const format = /** @type {HTMLSelectElement} */ (element("format"));
const example = /** @type {HTMLSelectElement} */ (element("example"));
const editor = new Editor(/** @type {HTMLTextAreaElement} */ (element("text")), element("marks"), element("gutter"));
const root = address("root");

/** @param {string} name of an address in the page's data */
function address(name) {
  return new URL(playground.dataset[name] ?? "", document.baseURI).href;
}

/** @param {string} words */
function say(words) {
  // Said again, the same words would be announced again.
  if (status.textContent !== words) status.textContent = words;
}

/** @param {string} words */
function complain(words) {
  editor.mark([]);
  list.replaceChildren();
  delete list.dataset.of;
  say(words);
}

const linter = new Linter(
  { runtime: address("runtime"), linter: address("linter"), root },
  {
    onReady: () => say("Looking …"),
    onTrouble: complain,
    onAnswer: (answer, text) => {
      const places = placesIn(text);
      const acts = {
        show: (/** @type {import("./linter.js").Place} */ place) => {
          const { start, end } = places(place);
          editor.show(start, end);
        },
        mend: (/** @type {import("./linter.js").Fix} */ fix) => {
          // Its offsets are of the text that was looked at.
          if (editor.text === text) editor.edit(editsIn(text, fix.edits));
        },
      };
      editor.mark(answer.report.findings.map((found) => ({ ...places(found.place), severity: found.severity })));
      showFindings(list, answer, root, acts);
      say(answer.summary);
      playground.dataset.seen = String(Number(playground.dataset.seen ?? 0) + 1);
    },
  },
);

function look() {
  if (!editor.text.trim()) {
    complain("Paste a list, type one, or choose an example.");
    return;
  }
  linter.ask(editor.text, format.value && `executables.${format.value}`);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

editor.field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(look, PAUSE);
  example.value = "";
  // The address no longer tells what stands here.
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
});

format.addEventListener("change", look);

example.addEventListener("change", () => {
  if (example.value) history.replaceState(null, "", `#example=${example.value}`);
  if (example.value) loadExample(example.value);
});

/** @type {Promise<Record<string, string>> | undefined} */
let examples;

/** @param {string} key */
async function loadExample(key) {
  examples ??= fetch(address("examples")).then((reply) => reply.json());
  const text = (await examples)[key];
  if (text === undefined) {
    complain(`There is no example ${key}.`);
    return;
  }
  format.value = "";
  example.value = key;
  editor.text = text;
  look();
}

element("share").addEventListener("click", async () => {
  const fragment = await fragmentOf(editor.text, format.value);
  if (!fragment) {
    say("This text is too long for an address.");
    return;
  }
  history.replaceState(null, "", fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    say("The link is copied; it holds the whole text.");
  } catch {
    say("The address of this page now holds the whole text.");
  }
});

async function readAddress() {
  try {
    const shared = await readFragment(location.hash);
    if (shared.example) {
      await loadExample(shared.example);
      return;
    }
    if (shared.text !== undefined) {
      format.value = shared.format ?? "";
      example.value = "";
      editor.text = shared.text;
    }
    look();
  } catch {
    complain("The link is damaged: perhaps a part of it was lost when it was copied.");
  }
}

window.addEventListener("hashchange", readAddress);
element("bar").addEventListener("submit", (event) => event.preventDefault());
element("bar").hidden = false;
say("Loading the linter: 6 MB the first time …");
readAddress();
