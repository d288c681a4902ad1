// SPDX-License-Identifier: Apache-2.0
// One text of the basket: decision and reason, its values, its words. Built once, then brought up to date in place, so that
// nobody loses the cursor while typing.
import type { Frame, Parameter } from "../engine/fillable.ts";
import { blocksOf } from "../page/blocks.ts";
import { h, refill } from "../page/dom.ts";
import { fieldId, parameterField, type GivenValue, type ParameterField } from "../page/fields.ts";
import { say } from "../page/words.ts";
import { askedAgain, type Selection, type Text } from "./selection.ts";
import { withValue, type BasketItem } from "./store.ts";
import { lead } from "./way.ts";

/** What a reader can do with a text. */
export interface CardActions {
  change(item: BasketItem): void;
  move(id: string, step: -1 | 1): void;
  remove(id: string): void;
  /** Give other texts the same value as this field has. */
  spread(name: string, value: GivenValue, texts: Text[], field: ParameterField): void;
}

export interface Card {
  element: HTMLElement;
  update(text: Text, selection: Selection): void;
  focus(): void;
  /** The link in the title. */
  lead: HTMLElement;
  /** Show or hide all its fields. */
  unfold(open: boolean): void;
}

/** Id of the card of an item. */
export const cardId = (id: string): string => `text-${id}`;
/** Id of the field for the reason why an item is taken or left out. */
export const reasonId = (id: string): string => `${cardId(id)}-reason`;

export function cardOf(first: Text, frame: Frame, actions: CardActions): Card {
  const { item } = first;
  let text = first;
  const id = cardId(item.id);
  const way = h("a", { href: `../${item.id}/` }, item.title);
  const title = h("h3", { id: `${id}-title`, class: "srpp-text__title", tabindex: -1 }, way);
  const up = tool("ui-basket-up", () => actions.move(item.id, -1));
  const down = tool("ui-basket-down", () => actions.move(item.id, 1));
  const remove = tool("ui-basket-remove", () => actions.remove(item.id));
  const olderSays = h("p", {});
  const older = h(
    "div",
    { class: "srpp-text__older", hidden: true },
    olderSays,
    h("button", { type: "button", class: "md-button", onclick: () => seen() }, say(frame, "ui-basket-version-seen")),
  );
  const decision = decisionOf(id, item.title, frame, (decided) => actions.change({ ...text.chosen, decision: decided }));
  const reason = h("textarea", { id: reasonId(item.id), class: "srpp-input", rows: 1, oninput: () => actions.change({ ...text.chosen, reason: reason.value }) });
  const fields = new Map<string, { field: ParameterField; spread: HTMLElement; parameter: Parameter }>();
  const count = h("span", { class: "srpp-text__count" });
  const values = h("details", { class: "srpp-fold", open: text.filled.blanks.length > 0 || text.filled.problems.length > 0 });
  const words = h("div", { class: "srpp-blocks" });
  const reading = h("details", { class: "srpp-fold", ontoggle: () => write() }, h("summary", {}, say(frame, "ui-basket-read")), words);
  if (item.parameters.length > 0) {
    values.append(h("summary", {}, say(frame, "ui-basket-values"), " ", count), ...groups());
  }
  const element = h(
    "article",
    { class: "srpp-text", id, "aria-labelledby": `${id}-title` },
    h("div", { class: "srpp-text__head" }, title),
    h(
      "p",
      { class: "srpp-text__facts" },
      h("span", {}, say(frame, `ui-basket-kind-${item.kind}`)),
      h("span", {}, say(frame, "ui-basket-version", { version: item.version })),
      h("span", { class: `srpp-state srpp-state--${item.status}` }, say(frame, `ui-basket-status-${item.status}`)),
    ),
    older,
    h(
      "div",
      { class: "srpp-text__choice" },
      decision.element,
      h("div", { class: "srpp-text__reason" }, h("label", { for: reasonId(item.id) }, say(frame, "ui-basket-reason")), reason),
    ),
    item.parameters.length > 0 ? values : null,
    reading,
    // Last for the Tab key: first what a buyer came for.
    h("div", { class: "srpp-text__tools" }, up, down, remove),
  );

  function tool(word: string, go: () => void): HTMLButtonElement {
    const says = say(frame, word);
    const sign = { "ui-basket-up": "↑", "ui-basket-down": "↓", "ui-basket-remove": "✕" }[word];
    return h("button", { type: "button", class: "srpp-tool", title: says, "aria-label": `${says}: ${item.title}`, onclick: go }, sign);
  }

  /** The item's own values, then those of the remedy ladder, which most buyers leave as they are. */
  function groups(): HTMLElement[] {
    const own = item.parameters.filter((parameter) => !parameter.ladder);
    const ladder = item.parameters.filter((parameter) => parameter.ladder);
    const legend = (words: string, hidden: boolean) => h("legend", { class: hidden ? "srpp-hidden" : null }, words);
    const grid = (parameters: Parameter[]) => h("div", { class: "srpp-fields" }, ...parameters.map(fieldOf));
    return [
      ...(own.length > 0 ? [h("fieldset", { class: "srpp-group" }, legend(item.title, true), grid(own))] : []),
      ...(ladder.length > 0 ? [h("fieldset", { class: "srpp-group" }, legend(say(frame, "ui-basket-ladder"), false), grid(ladder))] : []),
    ];
  }

  function fieldOf(parameter: Parameter): HTMLElement {
    const { name } = parameter;
    const spread = h("button", { type: "button", class: "srpp-field__spread", hidden: true });
    const field = parameterField({
      item: item.id,
      parameter,
      frame,
      value: text.chosen.parameters[name],
      onChange: (value) => actions.change(withValue(text.chosen, name, value)),
    });
    field.element.append(spread);
    fields.set(name, { field, spread, parameter });
    return field.element;
  }

  function write(): void {
    if (!reading.open) return;
    // The card has the title as its heading; it need not stand twice.
    const blocks = text.filled.blocks(1, false).filter((block) => block.kind !== "heading" || block.level > 1);
    refill(
      words,
      ...blocksOf(blocks, {
        lower: 2,
        table: item.title,
        field: (field) => {
          const name = field.name.slice(item.id.length + 1);
          const mark = h(field.blank ? "mark" : "span", { class: field.blank ? "blank" : "field" }, field.shown);
          return fields.has(name) ? h("a", { class: "srpp-to-value", href: `#${fieldId(item.id, name)}`, title: field.label, onclick: lead }, mark) : mark;
        },
      }),
    );
  }

  function update(now: Text, selection: Selection): void {
    const before = text;
    text = now;
    const { chosen, filled } = text;
    const taken = chosen.decision === "taken";
    element.classList.toggle("srpp-text--left", !taken);
    decision.set(chosen.decision);
    if (reason.value !== chosen.reason) reason.value = chosen.reason;
    for (const [name, { field, spread, parameter }] of fields) {
      if (field.value() !== chosen.parameters[name]) field.set(chosen.parameters[name]);
      const wrong = filled.problems.some((problem) => problem.name === name);
      const others = taken && !wrong && field.value() !== undefined ? askedAgain(selection, text, parameter) : [];
      spread.hidden = others.length === 0;
      refill(spread, say(frame, "ui-basket-spread", { count: others.length }));
      spread.onclick = () => {
        field.focus(); // the button goes away
        actions.spread(name, field.value(), others, field);
      };
    }
    const open = selection.open.filter((one) => one.text.item.id === item.id);
    const wrong = open.filter((one) => one.error !== null).length;
    const blank = open.length - wrong;
    refill(
      count,
      wrong > 0 ? h("span", { class: "srpp-count srpp-count--wrong" }, say(frame, "ui-basket-count-wrong", { count: wrong })) : null,
      wrong > 0 && blank > 0 ? " " : null,
      blank > 0 ? h("span", { class: "srpp-count srpp-count--open" }, say(frame, "ui-basket-count-open", { count: blank })) : null,
      open.length === 0 ? h("span", { class: "srpp-count" }, item.parameters.length) : null,
    );
    const section = selection.sections.find((one) => one.name === item.section)?.texts ?? [];
    for (const button of [up, down]) button.hidden = section.length < 2;
    // Never truly disabled: the focus would be lost on the button that was just pressed.
    up.setAttribute("aria-disabled", String(section[0]?.item.id === item.id));
    down.setAttribute("aria-disabled", String(section.at(-1)?.item.id === item.id));
    older.hidden = chosen.version === "" || chosen.version === item.version;
    refill(olderSays, older.hidden ? null : say(frame, "ui-basket-other-version", { version: chosen.version, now: item.version }));
    if (before.filled !== filled) write();
  }

  function seen(): void {
    actions.change({ ...text.chosen, version: item.version, revision: item.revision });
    title.focus();
  }

  return {
    element,
    update,
    focus: () => title.focus(),
    lead: way,
    unfold: (open) => (values.open = open),
  };
}

function decisionOf(id: string, title: string, frame: Frame, decide: (decided: BasketItem["decision"]) => void) {
  const radio = (decision: BasketItem["decision"]) =>
    h("input", { type: "radio", name: `${id}-decision`, value: decision, onchange: () => decide(decision) });
  const inputs = { taken: radio("taken"), left: radio("left") };
  const answer = (decision: BasketItem["decision"]) =>
    h("label", { class: "srpp-choice__answer" }, inputs[decision], h("span", {}, say(frame, `ui-basket-${decision}`)));
  return {
    element: h(
      "fieldset",
      { class: "srpp-choice" },
      h("legend", { class: "srpp-hidden" }, say(frame, "ui-basket-decision", { title })),
      answer("taken"),
      answer("left"),
    ),
    set: (decision: BasketItem["decision"]) => (inputs[decision].checked = true),
  };
}
