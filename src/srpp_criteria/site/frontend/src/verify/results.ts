// SPDX-License-Identifier: Apache-2.0
// What was found: the summary, text by text, the links that are missing, and the report to take away.
import { download, fileName } from "../basket/download.ts";
import { load, onChange, put, save } from "../basket/store.ts";
import { copied } from "../page/copying.ts";
import { h, refill } from "../page/dom.ts";
import { at } from "../page/place.ts";
import { say } from "../page/words.ts";
import { cardOf } from "./card.ts";
import { neededItems } from "./reading.ts";
import { reportOf } from "./report.ts";
import { chainSentences, knownOf, noteSentences, stampSentences, summaryOf, titleOf, type Told } from "./sentences.ts";

export interface Results {
  element: HTMLElement;
  heading: HTMLElement;
  /** All of it in one line. */
  summary: string;
}

/** @param tell say something aloud and on the page. */
export function resultsOf(told: Told, tell: (words: string) => void): Results {
  const { frame, found } = told;
  const summary = summaryOf(told);
  const heading = h("h2", { id: "verify-result", tabindex: -1 }, say(frame, "ui-verify-result"));
  const element = h(
    "section",
    { class: "srpp-verify-result", "aria-labelledby": "verify-result" },
    heading,
    h("p", { class: "srpp-verify-of" }, say(frame, "ui-verify-result-of", { name: told.name })),
    h("ul", { class: "srpp-verify-counts" }, ...summary.map((words) => h("li", {}, words))),
    ...noteSentences(told).map((words) => h("p", { class: "srpp-verify-of" }, words)),
    found.recognition.texts.length > 0 ? waysOf(told, tell) : null,
    ...found.recognition.texts.map((text, number) => cardOf(text, told, number)),
    listOf(say(frame, "ui-verify-stamps"), stampSentences(told)),
    ...chainOf(told, tell),
  );
  return { element, heading, summary: summary.join(". ") };
}

function waysOf(told: Told, tell: (words: string) => void): HTMLElement {
  const { frame, name } = told;
  const copy = async () => tell(say(frame, (await copied(reportOf(told), null)) ? "ui-verify-copied" : "ui-verify-copy-failed"));
  const keep = () => download(reportOf(told), fileName(name, "draft", ".txt"), "text/plain;charset=utf-8");
  const button = (key: string, onclick: () => void) => h("button", { type: "button", class: "md-button", onclick }, say(frame, key));
  return h(
    "div",
    { class: "srpp-verify-ways" },
    button("ui-verify-copy", () => void copy()),
    button("ui-verify-save", keep),
    button("ui-verify-print", () => print()),
  );
}

function listOf(title: string, sentences: string[]): HTMLElement | null {
  if (sentences.length === 0) return null;
  return h("div", {}, h("h2", {}, title), h("ul", { class: "srpp-verify-list" }, ...sentences.map((sentence) => h("li", {}, sentence))));
}

/** The links that are missing, and below them each text that would close a gap. */
function chainOf(told: Told, tell: (words: string) => void): (HTMLElement | null)[] {
  const { frame, found } = told;
  const sentences = listOf(say(frame, "ui-verify-chain"), chainSentences(told));
  if (sentences === null) return [];
  const rows = neededItems(found.recognition).map((item) => {
    const known = knownOf(found, item) !== undefined;
    const title = h("span", { class: "srpp-verify-chain__text" }, known ? h("a", { href: at(`${frame.locale}/${item}/`) }, titleOf(told, item)) : item);
    return h("li", {}, title, known ? basketButton(item, told, tell) : null);
  });
  return [sentences, h("ul", { class: "srpp-verify-list srpp-verify-chain", "aria-label": say(frame, "ui-verify-chain-ways") }, ...rows)];
}

function basketButton(item: string, told: Told, tell: (words: string) => void): HTMLElement {
  const { frame, found } = told;
  const button = h("button", { type: "button", class: "md-button", onclick: add });
  function show(): void {
    const isIn = load(frame.locale).items.some((one) => one.item === item);
    refill(button, say(frame, isIn ? "ui-verify-in" : "ui-verify-put"));
    button.setAttribute("aria-label", say(frame, isIn ? "ui-verify-in-what" : "ui-verify-put-what", { title: titleOf(told, item) }));
    button.toggleAttribute("data-in", isIn);
  }
  function add(): void {
    const basket = load(frame.locale);
    if (basket.items.some((one) => one.item === item)) return;
    const version = knownOf(found, item)?.version ?? "";
    if (!save(put(basket, { item, version, revision: null, decision: "taken", reason: "", parameters: {} }))) tell(say(frame, "ui-basket-not-kept"));
  }
  onChange(show);
  show();
  return button;
}
