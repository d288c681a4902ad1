// SPDX-License-Identifier: Apache-2.0
// What follows from a basket: its texts filled in and put in the order of a tender, and what is still open.
import { fill, type Filled } from "../engine/fill.ts";
import type { FillableItem, Frame, Parameter } from "../engine/fillable.ts";
import type { FigureError } from "../engine/values.ts";
import type { Basket, BasketItem } from "./store.ts";
import type { Texts } from "./texts.ts";

/** An item of the basket that this edition holds. */
export interface Text {
  chosen: BasketItem;
  item: FillableItem;
  filled: Filled;
}

export interface Section {
  name: string;
  title: string;
  texts: Text[];
}

/** A value that a taken text still waits for; with an error, what was given does not fit. */
export interface Open {
  text: Text;
  name: string;
  label: string;
  error: FigureError | null;
}

export interface Selection {
  basket: Basket;
  sections: Section[];
  taken: Text[];
  left: Text[];
  /** Items that this edition does not hold: kept, and written again into a tender file. */
  foreign: BasketItem[];
  /** Items whose texts did not arrive: nothing can be said about them, and no document is whole without them. */
  unread: BasketItem[];
  open: Open[];
}

/** The basket as the page shows it. */
export function selectionOf(basket: Basket, texts: Texts, frame: Frame): Selection {
  const known: Text[] = [];
  const foreign: BasketItem[] = [];
  const unread: BasketItem[] = [];
  for (const chosen of basket.items) {
    const item = texts.get(chosen.item);
    if (item !== null) known.push({ chosen, item, filled: filledOnce(chosen, item, frame) });
    else (texts.lacks(chosen.item) ? foreign : unread).push(chosen);
  }
  const sections = Object.entries(frame.sections)
    .map(([name, title]) => ({ name, title, texts: known.filter((text) => text.item.section === name) }))
    .filter((section) => section.texts.length > 0);
  const inOrder = sections.flatMap((section) => section.texts);
  const taken = inOrder.filter((text) => text.chosen.decision === "taken");
  const left = inOrder.filter((text) => text.chosen.decision === "left");
  return { basket, sections, taken, left, foreign, unread, open: taken.flatMap(openOf) };
}

/** The basket with an item moved past its neighbour in the same section. */
export function moved(basket: Basket, id: string, step: -1 | 1, selection: Selection): Basket {
  const section = selection.sections.find((one) => one.texts.some((text) => text.item.id === id));
  const place = section?.texts.findIndex((text) => text.item.id === id) ?? -1;
  const neighbour = section?.texts[place + step];
  const chosen = section?.texts[place];
  if (!neighbour || !chosen) return basket;
  const items = basket.items.map((one) => {
    if (one.item === id) return neighbour.chosen;
    return one.item === neighbour.item.id ? chosen.chosen : one;
  });
  return { ...basket, items };
}

/** Other taken texts that ask for the same figure and have another answer. */
export function askedAgain(selection: Selection, text: Text, parameter: Parameter): Text[] {
  const value = valueIn(text, parameter);
  return selection.taken.filter((other) => {
    if (other.item.id === text.item.id) return false;
    const same = other.item.parameters.find((one) => one.name === parameter.name);
    const alike = same !== undefined && !same.locked && same.type === parameter.type && same.unit === parameter.unit;
    return alike && same.label === parameter.label && valueIn(other, same) !== value;
  });
}

const valueIn = (text: Text, parameter: Parameter) => text.chosen.parameters[parameter.name] ?? parameter.default;

function openOf(text: Text): Open[] {
  const { filled } = text;
  const wrong = new Map(filled.problems.map((problem) => [problem.name, problem.error]));
  const blanks = filled.blanks.map(({ name, label }) => ({ text, name, label, error: wrong.get(name) ?? null }));
  const others = filled.problems.filter((problem) => !blanks.some((blank) => blank.name === problem.name));
  return [
    ...blanks,
    ...others.map(({ name, error }) => {
      const label = text.item.parameters.find((parameter) => parameter.name === name)?.label ?? name;
      return { text, name, label, error };
    }),
  ];
}

/** Filling costs little, but not at each keystroke for each text: an item of the basket is replaced, never changed. */
const kept = new WeakMap<BasketItem, Filled>();

function filledOnce(chosen: BasketItem, item: FillableItem, frame: Frame): Filled {
  let filled = kept.get(chosen);
  if (filled === undefined || filled.item !== item) {
    filled = fill(item, chosen.parameters, frame);
    kept.set(chosen, filled);
  }
  return filled;
}
