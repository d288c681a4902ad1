// SPDX-License-Identifier: Apache-2.0
// One text as it stands in the draft.
import { h } from "../page/dom.ts";
import { at } from "../page/place.ts";
import { say } from "../page/words.ts";
import type { TextFound } from "../recognition/findings.ts";
import { marked } from "./marked.ts";
import { partsOf } from "./reading.ts";
import { factsOf, newerSentence, type Told } from "./sentences.ts";

export function cardOf(text: TextFound, told: Told, number: number): HTMLElement {
  const { frame } = told;
  const id = `verify-text-${number}`;
  const page = at(`${text.text.locale}/${text.item}/`);
  return h(
    "article",
    { class: `srpp-verify-text srpp-verify-text--${text.verdict}`, "aria-labelledby": id },
    h("h3", { id }, h("a", { href: page }, text.title)),
    h(
      "p",
      { class: "srpp-verify-facts" },
      h("span", { class: `srpp-verdict srpp-verdict--${text.verdict}` }, say(frame, `ui-verify-state-${text.verdict}`)),
      ...factsOf(text, told).map((fact) => h("span", {}, fact)),
    ),
    newerOf(text, told, page),
    blanksOf(text, told),
    ...partsShown(text, told),
    valuesOf(text, told),
    h("p", { class: "srpp-stamp" }, text.text.stamp),
  );
}

function newerOf(text: TextFound, told: Told, page: string): HTMLElement | null {
  const sentence = newerSentence(text, told);
  if (sentence === null) return null;
  const newest = text.superseded_by === null ? page : at(`${text.text.locale}/${text.superseded_by}/`);
  return h(
    "div",
    { class: "srpp-verify-newer" },
    h("p", {}, sentence),
    h(
      "p",
      {},
      h("a", { href: newest }, say(told.frame, "ui-verify-newest")),
      text.text.released ? h("a", { href: `${page}versions/` }, say(told.frame, "ui-verify-versions")) : null,
    ),
  );
}

function blanksOf(text: TextFound, { frame, labels }: Told): HTMLElement | null {
  if (text.open_blanks.length === 0) return null;
  return h(
    "div",
    {},
    h("h4", {}, say(frame, "ui-verify-blanks")),
    h("ul", { class: "srpp-verify-list" }, ...text.open_blanks.map((name) => h("li", {}, h("mark", { class: "blank" }, labels.value(text, name))))),
  );
}

function valuesOf(text: TextFound, { frame, labels }: Told): HTMLElement | null {
  const values = Object.entries(text.values);
  if (values.length === 0) return null;
  const lead = (name: string) => say(frame, "labelled", { label: labels.value(text, name) });
  return h(
    "div",
    {},
    h("h4", {}, say(frame, "ui-verify-values")),
    h("ul", { class: "srpp-verify-list" }, ...values.map(([name, told]) => h("li", {}, lead(name), h("b", {}, told.join(" / "))))),
  );
}

function partsShown(text: TextFound, { frame, labels }: Told): (HTMLElement | null)[] {
  const parts = partsOf(text, labels);
  const listed = (key: string, names: string[]): HTMLElement | null =>
    names.length === 0
      ? null
      : h("p", { class: "srpp-verify-names" }, h("span", { class: "srpp-verify-part__fate" }, say(frame, "labelled", { label: say(frame, key) })), names.join("; "));
  const altered = parts.altered.map(({ name, passage }) =>
    h(
      "div",
      { class: "srpp-verify-part" },
      h("p", { class: "srpp-verify-part__name" }, h("b", {}, name), h("span", { class: "srpp-verify-part__fate" }, say(frame, "ui-verify-part-altered"))),
      h("p", { class: "srpp-verify-part__text", lang: text.text.locale }, marked(passage.runs, frame)),
    ),
  );
  return [
    ...altered,
    listed("ui-verify-part-missing", parts.missing),
    listed("ui-verify-part-moved", parts.moved),
    listed("ui-verify-part-exact", parts.exact),
    listed("ui-verify-part-aside", parts.aside),
  ];
}
