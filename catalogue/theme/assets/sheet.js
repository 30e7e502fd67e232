// On a phone the filters come in a sheet over the page: a modal dialog, which the browser keeps the focus in.

import { make } from "./dom.js";
import { button, byId } from "./elements.js";

/** @returns {{showCount: (count: string) => void}} */
export function filterSheet() {
  const home = byId("facets");
  const panel = byId("panel");
  const opener = byId("open-filters");
  const narrow = matchMedia("(max-width: 60em)");
  const done = button("Show the list", () => dialog.close(), { class: "button button--primary" });
  const close = button("Close", () => dialog.close(), { class: "button button--small" });
  const head = make("div", { class: "sheet__head" }, make("h2", { id: "sheet-title" }, "Filters"), close);
  const body = make("div", { class: "sheet__body" });
  const dialog = make("dialog", { class: "sheet", "aria-labelledby": "sheet-title" }, head, body, make("div", { class: "sheet__foot" }, done));
  home.after(dialog);
  opener.addEventListener("click", () => dialog.showModal());
  // A tap beside the sheet closes it, as the key Escape does.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  const follow = () => {
    dialog.close();
    (narrow.matches ? body : home).append(panel);
  };
  narrow.addEventListener("change", follow);
  follow();
  return {
    showCount: (count) => {
      done.textContent = `Show ${count.replace(/^.* of /, "")}`;
    },
  };
}
