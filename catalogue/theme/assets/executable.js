// The page of an executable, alive: what a reader chooses decides which platforms fit and what a broker is asked for.
// Without it the page says the same of what is declared.

import { needsOf } from "./chosen.js";
import { make } from "./dom.js";
import { byId } from "./elements.js";
import { FitControls } from "./fit-controls.js";
import { Offers } from "./fit-offers.js";
import { KEY, fromAddress, read } from "./my-platform.js";
import { requestFor } from "./request.js";
import { RequestView } from "./request-view.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */

/** @param {string | URL} address */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** @param {HTMLElement} place */
async function bringToLife(place) {
  const root = new URL(place.dataset.root ?? "./", location.href);
  const [{ entry }, { platforms }] = await Promise.all([
    load(new URL(place.dataset.document ?? "", location.href)),
    load(new URL("platforms.json", root)),
  ]);
  const offers = new Offers(byId("offers"), platforms, root);
  const view = new RequestView(byId("request"), byId("request-said"), entry.uuid);
  const said = make("p", { class: "fit__said", role: "status", "aria-live": "polite" });
  const controls = new FitControls(entry, root, update);
  const own = make("p", { class: "fit__own" });
  place.append(controls.element, said, own);
  place.hidden = false;

  /** @param {Chosen} chosen */
  function update(chosen) {
    const { profiles: _, ...executable } = { ...entry, ...needsOf(entry, chosen) };
    said.textContent = offers.judge(executable);
    view.show(requestFor(entry, chosen), Object.keys(chosen).length === 0);
  }

  function takeOwn() {
    const mine = fromAddress(location) ?? read();
    offers.setOwn(mine);
    // A type that runs nowhere is asked for nowhere either: there is nothing to try.
    controls.element.hidden = offers.isEmpty;
    const link = make("a", { href: new URL("my-platform/", root).href }, "Add your own platform");
    own.replaceChildren(...(mine ? [] : [link, ": your laptop or your cluster, and it is judged here, too."]));
    update(controls.chosen);
  }

  takeOwn();
  addEventListener("hashchange", takeOwn);
  addEventListener("storage", ({ key }) => key === KEY && takeOwn());
  byId("platforms").dataset.alive = "";
}

/** @param {HTMLElement} place */
function sayWhatIsMissing(place) {
  place.replaceChildren(make("p", { class: "fit__own" }, "Trying other amounts needs two files that did not arrive: reload the page to ask for them again."));
  place.hidden = false;
}

const place = document.getElementById("fit");
if (place) bringToLife(place).catch(() => sayWhatIsMissing(place));
