// Buttons that copy a text, and say so to everyone.

import { make } from "./dom.js";
import { button } from "./elements.js";

const SHOWN = 2000; // milliseconds

/** @type {HTMLElement | undefined} */
let voice;

/**
 * Say something to readers who do not see the page change.
 * @param {string} text
 */
export function announce(text) {
  if (!voice) {
    voice = make("p", { role: "status", "aria-live": "polite", class: "unseen" });
    document.body.append(voice);
  }
  voice.textContent = "";
  // The same words twice are news only if there was nothing in between.
  const spoken = voice;
  setTimeout(() => (spoken.textContent = text), 50);
}

/** Whether there is a clipboard: on https, and on this machine. */
export const canCopy = Boolean(navigator.clipboard);

/**
 * @param {() => string} text what is copied at the time of the click
 * @param {string} [what] is copied, for readers who do not see what stands beside the button
 * @returns {HTMLButtonElement}
 */
export function copyButton(text, what = "") {
  const copying = button("Copy", async () => {
    const said = await copy(text());
    announce(what ? `${said}: ${what}` : said);
    copying.textContent = said;
    copying.dataset.done = "";
    setTimeout(() => {
      copying.replaceChildren("Copy", unseen);
      delete copying.dataset.done;
    }, SHOWN);
  });
  const unseen = make("span", { class: "unseen" }, what && ` ${what}`);
  copying.className = "copy";
  copying.append(unseen);
  return copying;
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "Not copied";
  }
}
