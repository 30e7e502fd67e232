// The request to an ExecutionBroker as a reader sees it: JSON or YAML, to copy or to keep, for what is chosen now.

import { copyButton, canCopy } from "./copying.js";
import { make } from "./dom.js";
import { button } from "./elements.js";
import { toYaml } from "./yaml.js";

/** @typedef {{body: object, unfilled: string[]} | {reason: string}} Asked */

const FORMS = [
  { name: "JSON", ending: "json", type: "application/json", write: (/** @type {object} */ body) => `${JSON.stringify(body, null, 2)}\n` },
  { name: "YAML", ending: "yaml", type: "application/yaml", write: toYaml },
];

/** The panel of the request. */
export class RequestView {
  /**
   * @param {HTMLElement} panel
   * @param {HTMLElement} said the sentence above
   * @param {string} name of the file that is kept
   */
  constructor(panel, said, name) {
    this.said = said;
    this.name = name;
    this.form = FORMS[0];
    /** @type {object} */
    this.body = {};
    this.tabs = FORMS.map((form) => this.#tabOf(form));
    this.code = make("code", { tabindex: 0 });
    const pre = make("pre", {}, this.code);
    if (canCopy) pre.append(copyButton(() => this.#text(), "the request"));
    const keep = button("Download", () => this.#download(), { class: "button button--small" });
    const bar = make("div", { class: "request__bar" }, make("div", { role: "tablist", "aria-label": "Form" }, ...this.tabs), keep);
    const view = make("div", { role: "tabpanel", id: "request-view", "aria-labelledby": "request-tab-json" }, pre);
    this.shown = make("div", { class: "request__view", hidden: true }, bar, view);
    this.view = view;
    panel.append(this.shown);
    this.#choose(this.form);
  }

  /** @param {Asked} asked @param {boolean} asDeclared */
  show(asked, asDeclared) {
    this.shown.hidden = "reason" in asked;
    if ("reason" in asked) {
      this.said.textContent = `No request to an ExecutionBroker: ${asked.reason}.`;
      return;
    }
    this.body = asked.body;
    const what = asDeclared ? "for what is declared" : "for what is chosen above";
    const unfilled = asked.unfilled.length ? ` You still have to add the data: ${asked.unfilled.join(", ")}.` : "";
    this.said.textContent = `Ready to send to any broker of the Virtual Observatory, ${what}.${unfilled}`;
    this.code.textContent = this.#text();
  }

  #text() {
    return this.form.write(this.body);
  }

  /** @param {typeof FORMS[0]} form */
  #tabOf(form) {
    const attributes = { role: "tab", id: `request-tab-${form.ending}`, "aria-controls": "request-view" };
    const tab = button(form.name, () => this.#choose(form), attributes);
    tab.addEventListener("keydown", (event) => this.#turn(event));
    return tab;
  }

  /** @param {KeyboardEvent} event */
  #turn(event) {
    const here = FORMS.indexOf(this.form);
    const places = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 };
    const place = places[/** @type {keyof typeof places} */ (event.key)];
    if (place === undefined) return;
    event.preventDefault();
    const next = (place + FORMS.length) % FORMS.length;
    this.#choose(FORMS[next]);
    this.tabs[next].focus();
  }

  /** @param {typeof FORMS[0]} form */
  #choose(form) {
    this.form = form;
    this.tabs.forEach((tab, place) => {
      tab.setAttribute("aria-selected", String(FORMS[place] === form));
      tab.tabIndex = FORMS[place] === form ? 0 : -1;
    });
    this.view?.setAttribute("aria-labelledby", `request-tab-${form.ending}`);
    this.code.textContent = this.#text();
  }

  #download() {
    const address = URL.createObjectURL(new Blob([this.#text()], { type: this.form.type }));
    make("a", { href: address, download: `${this.name}.request.${this.form.ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}
