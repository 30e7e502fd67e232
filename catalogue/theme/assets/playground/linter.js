// The linter as the page sees it: asked about a text, it answers, or says why not.

/**
 * @typedef {object} Place
 * @property {number} line
 * @property {number} column
 * @property {number} end_line
 * @property {number} end_column
 *
 * @typedef {object} Finding of the JSON report
 * @property {string} code
 * @property {"error" | "warning" | "note"} severity
 * @property {Place} place
 * @property {{place: Place}[]} [related]
 *
 * @typedef {object} Fix
 * @property {string} title
 * @property {boolean} safe
 * @property {{start: number, end: number, text: string}[]} edits
 *
 * @typedef {object} Shown the words of a finding, nothing hidden in them
 * @property {string} message
 * @property {string} advice
 * @property {string} where
 * @property {string} label
 * @property {string[]} related
 * @property {Fix | null} fix
 *
 * @typedef {object} Answer
 * @property {string} summary
 * @property {{findings: Finding[]}} report
 * @property {Shown[]} shown
 *
 * @typedef {object} Listener
 * @property {() => void} onReady
 * @property {(answer: Answer, text: string) => void} onAnswer
 * @property {(words: string) => void} onTrouble
 */

/** Milliseconds after which a run is ended. */
const PATIENCE = 5_000;

export class Linter {
  /** @type {Worker | undefined} */
  #worker;
  #ready = false;
  #number = 0;
  /** @type {{text: string, name: string} | undefined} */
  #asked;
  /** @type {{text: string, name: string} | undefined} */
  #next;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {{runtime: string, linter: string, root: string}} start
   * @param {Listener} listener
   */
  constructor(start, listener) {
    this.start = start;
    this.listener = listener;
  }

  /**
   * Ask about a text; what was asked before and is not under way yet is forgotten.
   * @param {string} text
   * @param {string} name
   */
  ask(text, name) {
    this.#next = { text, name };
    if (!this.#worker) this.#begin();
    this.#send();
  }

  #begin() {
    this.#worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", (event) => this.#fail(event.message || "it could not be started"));
    this.#worker.postMessage({ start: this.start });
  }

  #send() {
    if (!this.#ready || this.#asked || !this.#next) return;
    this.#asked = this.#next;
    this.#next = undefined;
    this.#number += 1;
    this.#worker?.postMessage({ number: this.#number, ...this.#asked });
    this.#timer = setTimeout(() => this.#giveUp(), PATIENCE);
  }

  /** @param {{ready?: boolean, number?: number, answer?: Answer, trouble?: string}} said */
  #hear({ ready, number, answer, trouble }) {
    if (ready) {
      this.#ready = true;
      this.listener.onReady();
    } else if (!this.#ready) {
      this.#fail(trouble ?? "");
      return;
    } else if (number === this.#number) {
      this.#settle(answer, trouble);
    }
    this.#send();
  }

  /**
   * @param {Answer | undefined} answer
   * @param {string | undefined} trouble
   */
  #settle(answer, trouble) {
    clearTimeout(this.#timer);
    const text = this.#asked?.text ?? "";
    this.#asked = undefined;
    if (this.#next) return; // there is a newer text already
    if (answer) this.listener.onAnswer(answer, text);
    else this.listener.onTrouble(`This is a bug of ours: ${trouble?.trim().split("\n").pop()}`);
  }

  #giveUp() {
    this.#end();
    this.listener.onTrouble("The linter took more than five seconds, and was ended; it looks again when you change the text.");
    if (this.#next) this.ask(this.#next.text, this.#next.name);
  }

  /** @param {string} why */
  #fail(why) {
    this.#end();
    this.#next = undefined;
    this.listener.onTrouble(`The linter could not be loaded: ${why.trim().split("\n").pop()}`);
  }

  #end() {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    this.#asked = undefined;
  }
}
