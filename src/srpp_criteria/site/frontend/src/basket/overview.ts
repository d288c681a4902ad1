// SPDX-License-Identifier: Apache-2.0
// What to look at before the texts are used: warnings, values that do not fit, open blanks, missing reasons, items of other editions.
import type { Frame } from "../engine/fillable.ts";
import { errorSentence } from "../engine/values.ts";
import { h, refill } from "../page/dom.ts";
import { fieldId } from "../page/fields.ts";
import { say } from "../page/words.ts";
import type { Advice, Named } from "./advice.ts";
import { cardId, reasonId } from "./card.ts";
import type { Open, Selection, Text } from "./selection.ts";
import { leadTo } from "./way.ts";

export interface OverviewActions {
  /** False if the text did not arrive. */
  add(id: string): Promise<boolean>;
  remove(id: string): void;
  /** Forget a value that no field can mend: the text does not ask for it, or the law fixes it. */
  forget(id: string, name: string): void;
}

export interface Overview {
  element: HTMLElement;
  heading: HTMLElement;
  update(selection: Selection, advice: Advice[]): void;
}

export function overviewOf(frame: Frame, actions: OverviewActions): Overview {
  const body = h("div", {});
  const heading = h("h2", { id: "basket-overview-title", tabindex: -1 }, say(frame, "ui-basket-overview"));
  const element = h(
    "section",
    { class: "srpp-overview", id: "basket-overview", "aria-labelledby": "basket-overview-title" },
    heading,
    body,
  );
  let shown = "";

  function update(selection: Selection, advice: Advice[]): void {
    const wrong = selection.open.filter((one) => one.error !== null);
    const blank = selection.open.filter((one) => one.error === null);
    const unexplained = selection.left.filter((text) => text.chosen.reason.trim() === "");
    const place = (one: Open) => [one.text.item.id, one.name, one.error];
    const now = JSON.stringify([advice, wrong.map(place), blank.map(place), unexplained.map((text) => text.item.id), selection.foreign, selection.unread.length]);
    if (now === shown) return; // nothing new: leave the focus where it is
    shown = now;
    const lists = [
      listOf("ui-basket-warnings", advice.map(adviceLine), "warning"),
      listOf("ui-basket-wrong", wrong.map(openLine), "warning"),
      listOf("ui-basket-blanks", blank.map(openLine), "open"),
      listOf("ui-basket-no-reason", unexplained.map(unexplainedLine), "open"),
      listOf("ui-basket-foreign", selection.foreign.map((one) => foreignLine(one.item, one.version)), "note", say(frame, "ui-basket-foreign-note")),
    ].filter((list) => list !== null);
    // Nobody says that all is well with texts that did not arrive.
    element.hidden = lists.length === 0 && selection.unread.length > 0;
    element.classList.toggle("srpp-overview--calm", lists.length === 0);
    refill(body, ...(lists.length > 0 ? lists : [h("p", {}, say(frame, "ui-basket-nothing-open"))]));
  }

  function listOf(word: string, lines: HTMLElement[], kind: string, note = ""): HTMLElement | null {
    if (lines.length === 0) return null;
    return h(
      "div",
      { class: `srpp-look srpp-look--${kind}` },
      h("h3", {}, say(frame, word), " ", h("span", { class: "srpp-count" }, lines.length)),
      note ? h("p", {}, note) : null,
      h("ul", {}, ...lines),
    );
  }

  function adviceLine({ says, missing }: Advice, position: number): HTMLElement {
    return h(
      "li",
      { class: "srpp-look__advice", tabindex: -1 },
      ...says.map((sentence) => h("div", {}, ...sentence.map((piece) => (typeof piece === "string" ? piece : named(piece))))),
      ...missing.map((text) => {
        const says = missing.length === 1 ? say(frame, "ui-basket-add") : say(frame, "ui-basket-add-one", { title: text.title });
        const label = missing.length === 1 ? `${says}: ${text.title}` : null;
        return h("button", { type: "button", class: "md-button", "aria-label": label, onclick: () => void add(text.id, position) }, says);
      }),
    );
  }

  /** Add a text and go on to the next warning, which now stands where this one stood. */
  async function add(id: string, position: number): Promise<void> {
    if (!(await actions.add(id))) return;
    const lines = [...body.querySelectorAll<HTMLElement>(".srpp-look__advice")];
    (lines[position] ?? lines.at(-1) ?? heading).focus();
  }

  function unexplainedLine({ item }: Text): HTMLElement {
    return h("li", {}, link(reasonId(item.id), item.title), h("span", { class: "srpp-look__where" }, say(frame, "ui-basket-log-left")));
  }

  function openLine({ text, name, label, error }: Open): HTMLElement {
    const parameter = text.item.parameters.find((one) => one.name === name);
    const removes = say(frame, "ui-basket-forget");
    return h(
      "li",
      {},
      link(parameter ? fieldId(text.item.id, name) : cardId(text.item.id), label),
      error ? h("span", {}, `: ${errorSentence(error, frame.words)}`) : null,
      h("span", { class: "srpp-look__where" }, text.item.title),
      error && (!parameter || parameter.locked)
        ? h("button", { type: "button", class: "md-button", "aria-label": `${removes}: ${label}`, onclick: () => actions.forget(text.item.id, name) }, removes)
        : null,
    );
  }

  function foreignLine(id: string, version: string): HTMLElement {
    return h(
      "li",
      {},
      h("code", {}, id),
      version ? ` ${say(frame, "ui-basket-version", { version })} ` : " ",
      h("button", { type: "button", class: "md-button", "aria-label": `${say(frame, "ui-basket-remove")}: ${id}`, onclick: () => actions.remove(id) }, say(frame, "ui-basket-remove")),
    );
  }

  function named({ id, title, taken }: Named): Node {
    if (taken) return link(cardId(id), title);
    return title === id ? h("code", {}, id) : h("a", { href: `../${id}/` }, title);
  }

  const link = (id: string, words: string) =>
    h(
      "a",
      {
        href: `#${id}`,
        onclick: (event) => {
          event.preventDefault();
          leadTo(id);
        },
      },
      words,
    );

  return { element, heading, update };
}
