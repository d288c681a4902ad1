// SPDX-License-Identifier: Apache-2.0
// What was decided, why, and on which texts: a table for the procurement file, and all that is printed of this page.
import type { Frame } from "../engine/fillable.ts";
import { formatDate } from "../engine/figures.ts";
import { h, refill } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { Selection } from "./selection.ts";

export interface Log {
  element: HTMLElement;
  update(selection: Selection, title: string, today: string): void;
}

export function logOf(frame: Frame): Log {
  const about = h("div", { class: "srpp-log__about" });
  const rows = h("tbody", {});
  const heading = say(frame, "ui-basket-log");
  const columns = ["annex-number", "annex-item", "ui-basket-log-decision", "annex-reason", "annex-version", "annex-stamp"];
  const element = h(
    "div",
    { class: "srpp-log" },
    h("h2", {}, heading),
    about,
    h(
      "div",
      { class: "srpp-scroll", tabindex: 0, role: "region", "aria-label": heading },
      h("table", {}, h("thead", {}, h("tr", {}, ...columns.map((word) => h("th", { scope: "col" }, say(frame, word))))), rows),
    ),
    h("button", { type: "button", class: "md-button", onclick: () => window.print() }, say(frame, "ui-basket-log-print")),
  );

  function update(selection: Selection, title: string, today: string): void {
    refill(
      about,
      h("p", { class: "srpp-log__title" }, title),
      h("p", {}, [frame.locale_name, say(frame, "ui-basket-log-library", { version: frame.library_version }), formatDate(today, frame.formats)].join(" · ")),
      selection.basket.cpv.length > 0 ? h("p", {}, `CPV: ${selection.basket.cpv.join(", ")}`) : null,
    );
    const known = [...selection.taken, ...selection.left].map(({ chosen, item }) => ({ chosen, title: item.title, version: item.version, stamp: item.stamp }));
    const foreign = selection.foreign.map((chosen) => ({ chosen, title: chosen.item, version: chosen.version, stamp: say(frame, "ui-basket-foreign") }));
    refill(
      rows,
      ...[...known, ...foreign].map(({ chosen, title: text, version, stamp }, position) =>
        h(
          "tr",
          {},
          h("td", {}, position + 1),
          h("td", {}, text),
          h("td", {}, say(frame, `ui-basket-log-${chosen.decision}`)),
          h("td", {}, chosen.reason || "–"),
          h("td", {}, version),
          h("td", { class: "srpp-log__stamp" }, stamp),
        ),
      ),
    );
  }

  return { element, update };
}
