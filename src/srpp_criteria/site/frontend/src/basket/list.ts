// SPDX-License-Identifier: Apache-2.0
// The texts of the basket by section of the tender. Cards are moved, never built anew.
import type { Frame } from "../engine/fillable.ts";
import { h } from "../page/dom.ts";
import { say } from "../page/words.ts";
import { cardOf, type Card, type CardActions } from "./card.ts";
import type { Section, Selection } from "./selection.ts";

export interface List {
  element: HTMLElement;
  update(selection: Selection): void;
  focus(id: string): void;
  /** The link in a text's title: from there Tab leads to what comes after the title. */
  lead(id: string): HTMLElement | null;
  /** The text below another one, or else above it. */
  beside(id: string): string | null;
}

export function listOf(frame: Frame, actions: CardActions): List {
  const cards = new Map<string, Card>();
  const sections = new Map<string, { element: HTMLElement; texts: HTMLElement }>();
  const place = h("div", {});
  const fold = (open: boolean) => () => cards.forEach((card) => card.unfold(open));
  const element = h(
    "div",
    { class: "srpp-texts" },
    h(
      "div",
      { class: "srpp-texts__folds" },
      h("button", { type: "button", class: "srpp-link", onclick: fold(true) }, say(frame, "ui-basket-unfold")),
      h("button", { type: "button", class: "srpp-link", onclick: fold(false) }, say(frame, "ui-basket-fold")),
    ),
    place,
  );

  function update(selection: Selection): void {
    const focused = document.activeElement;
    for (const { name, title, texts } of selection.sections) {
      const section = sections.get(name) ?? sectionOf(name, title);
      arrange(section.texts, texts.map((text) => {
        const { id } = text.item;
        const card = cards.get(id) ?? cardOf(text, frame, actions);
        cards.set(id, card);
        card.update(text, selection);
        return card.element;
      }));
    }
    arrange(place, selection.sections.map(({ name }) => sections.get(name)?.element).filter((one) => one !== undefined));
    forget(selection.sections);
    // A browser takes the focus from what is moved.
    if (focused instanceof HTMLElement && focused !== document.activeElement && element.contains(focused)) focused.focus();
  }

  function sectionOf(name: string, title: string) {
    const texts = h("div", {});
    const section = { element: h("section", { "aria-labelledby": `section-${name}` }, h("h2", { id: `section-${name}` }, title), texts), texts };
    sections.set(name, section);
    return section;
  }

  function forget(shown: Section[]): void {
    const ids = new Set(shown.flatMap((section) => section.texts.map((text) => text.item.id)));
    for (const id of cards.keys()) if (!ids.has(id)) cards.delete(id);
  }

  function beside(id: string): string | null {
    const shown = [...element.querySelectorAll(".srpp-text")];
    const place = shown.findIndex((one) => one === cards.get(id)?.element);
    const next = place < 0 ? undefined : (shown[place + 1] ?? shown[place - 1]);
    return [...cards].find(([, card]) => card.element === next)?.[0] ?? null;
  }

  return { element, update, focus: (id) => cards.get(id)?.focus(), lead: (id) => cards.get(id)?.lead ?? null, beside };
}

/** Give a parent these children in this order, and touch none that already stands in its place. */
function arrange(parent: Element, children: Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, position) => {
    if (parent.children[position] !== child) parent.insertBefore(child, parent.children[position] ?? null);
  });
}
