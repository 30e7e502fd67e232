// The platforms of an executable's page: each says whether it takes what is chosen now, the reader's own first.

import { formatBytes, formatCount, formatDuration } from "./amounts.js";
import { iconOf, make } from "./dom.js";
import { match } from "./matching.js";

/** @typedef {import("./matching.js").Verdict} Verdict */

export const VERDICTS = {
  fits: { words: "Fits", drawing: "fits" },
  "fits-less": { words: "Fits, with less than it could use", drawing: "fits-partly" },
  unknown: { words: "Not known", drawing: "fits-unknown" },
  "does-not-fit": { words: "Does not fit", drawing: "fits-not" },
};

/** The list of the page. */
export class Offers {
  /**
   * @param {HTMLElement} list
   * @param {any[]} platforms of platforms.json
   * @param {URL} root the top of the site
   */
  constructor(list, platforms, root) {
    this.list = list;
    this.root = root;
    const items = /** @type {HTMLElement[]} */ ([...list.children]);
    this.offers = items.flatMap((item) => {
      const platform = platforms.find(({ id }) => id === item.dataset.platform);
      return platform ? [{ item, platform }] : [];
    });
    /** @type {{item: HTMLElement, platform: any} | undefined} */
    this.own = undefined;
  }

  /** @param {import("./my-platform.js").Platform | null} platform the reader's own */
  setOwn(platform) {
    this.own?.item.remove();
    this.own = platform ? { item: this.#itemOf(platform), platform } : undefined;
    if (this.own) this.list.prepend(this.own.item);
  }

  /** Whether there is no platform to judge. */
  get isEmpty() {
    return !this.own && !this.offers.length;
  }

  /**
   * @param {any} executable with the needs of now
   * @returns {string} how many fit, in words
   */
  judge(executable) {
    const all = [...(this.own ? [this.own] : []), ...this.offers];
    const fits = all.map(({ item, platform }) => this.#show(item, match(executable, platform)));
    return inShort(fits);
  }

  /** @param {HTMLElement} item @param {Verdict} verdict */
  #show(item, { fit, reason }) {
    const { words, drawing } = VERDICTS[fit];
    for (const one of Object.keys(VERDICTS)) item.classList.toggle(`offer--${one}`, one === fit);
    item.querySelector(".icon use")?.setAttribute("href", `${this.root}assets/icons.svg#${drawing}`);
    const [said, because] = /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll(".offer__reason > *"));
    said.textContent = words;
    const ofTheLink = fit === "does-not-fit" ? "" : item.dataset.ofTheLink;
    const reasons = [...new Set([reason, ofTheLink].filter(Boolean))].join("; ");
    because.textContent = reasons && `: ${reasons}`;
    item.querySelector(".offer__profiles")?.toggleAttribute("hidden", fit !== "does-not-fit");
    this.#offerLink(item, fit !== "does-not-fit");
    return fit;
  }

  /** @param {HTMLElement} item @param {boolean} runs */
  #offerLink(item, runs) {
    const link = item.querySelector("a.button");
    if (link) link.toggleAttribute("hidden", !runs);
    else if (runs && item.dataset.launch) item.append(this.#linkOf(item.dataset.launch, item));
  }

  /** @param {string} href @param {HTMLElement} item */
  #linkOf(href, item) {
    const name = item.querySelector(".offer__name")?.textContent?.trim();
    const attributes = { class: "button button--small", href, rel: "nofollow noopener", "aria-label": `Open on ${name}` };
    return make("a", attributes, iconOf("external", this.root), "Open");
  }

  /** @param {import("./my-platform.js").Platform} platform */
  #itemOf({ title, limits }) {
    const name = make("span", { class: "offer__name" }, title);
    const said = limitsInWords(limits);
    const edit = make("a", { href: new URL("my-platform/", this.root).href, class: "offer__edit" }, "Change");
    const text = make(
      "div",
      { class: "offer__text" },
      make("p", { class: "offer__title" }, name, " ", make("span", { class: "faint" }, said)),
      make("p", { class: "offer__reason" }, make("strong"), make("span")),
    );
    const attributes = { class: "offer offer--own offer--unknown", "data-platform": "mine" };
    return make("li", attributes, iconOf("fits-unknown", this.root), text, edit);
  }
}

/** @param {import("./my-platform.js").Limits} limits @returns {string} */
export function limitsInWords({ cores, memory_bytes: memory, storage_bytes: storage, gpus, walltime_seconds: time }) {
  const said = [
    cores === undefined ? "" : formatCount(cores, "core"),
    memory === undefined ? "" : `${formatBytes(memory)} of memory`,
    storage === undefined ? "" : `${formatBytes(storage)} of storage`,
    gpus ? formatCount(gpus, "GPU") : "",
    time === undefined ? "" : formatDuration(time),
  ];
  return said.filter(Boolean).join(" · ");
}

/** @param {string[]} fits @returns {string} */
function inShort(fits) {
  const counts = Object.keys(VERDICTS).map((fit) => [fit, fits.filter((one) => one === fit).length]);
  const words = { fits: "fits", "fits-less": "fits with less", unknown: "not known", "does-not-fit": "does not fit" };
  const said = counts
    .filter(([, count]) => count)
    .map(([fit, count]) => `${words[/** @type {keyof typeof words} */ (fit)]} on ${count}`)
    .join(", ");
  return said && `${said[0].toUpperCase()}${said.slice(1)}.`;
}
