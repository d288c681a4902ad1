// SPDX-License-Identifier: Apache-2.0
// The basket: a tender file that lies in this browser and is sent to nobody.

/** One item of the basket, as in a tender file. */
export interface BasketItem {
  item: string;
  version: string;
  /** Revision of that version in the language; null if the page that put it in did not know it. */
  revision: number | null;
  decision: "taken" | "left";
  reason: string;
  /** Values that the buyer gave; dates as YYYY-MM-DD, options by key. */
  parameters: Record<string, number | boolean | string>;
}

/** The whole basket. */
export interface Basket {
  title: string;
  /** The edition it was filled in; another edition can read it, too. */
  locale: string;
  created: string | null;
  cpv: string[];
  items: BasketItem[];
}

const KEY = "srpp-basket";
const CHANGED = "srpp-basket-changed";

export const empty = (locale: string): Basket => ({ title: "", locale, created: null, cpv: [], items: [] });

/** The basket of this browser; an empty one if there is none or it cannot be read. */
export function load(locale: string): Basket {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (kept !== null && typeof kept === "object" && "items" in kept && Array.isArray(kept.items)) {
      const basket = { ...empty(locale), ...(kept as Partial<Basket>) };
      return { ...basket, items: once(basket.items.filter((one: unknown) => typeof one === "object" && one !== null).map(whole)) };
    }
  } catch {
    // A browser that keeps nothing, or a text that is not ours: begin anew.
  }
  return empty(locale);
}

/** Keep the basket. False if the browser keeps nothing (private mode, full): the page has to say so. */
export function save(basket: Basket): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(basket));
    dispatchEvent(new Event(CHANGED));
    return true;
  } catch {
    return false;
  }
}

/** Call when the basket changes, in this tab or in another one. */
export function onChange(listener: () => void): void {
  addEventListener(CHANGED, listener);
  addEventListener("storage", (event) => {
    if (event.key === KEY) listener();
  });
}

/** Put an item in, or replace it where it already lies. */
export function put(basket: Basket, item: BasketItem): Basket {
  const there = basket.items.some((one) => one.item === item.item);
  const items = there ? basket.items.map((one) => (one.item === item.item ? item : one)) : [...basket.items, item];
  return { ...basket, items };
}

/** Take an item out. */
export const remove = (basket: Basket, id: string): Basket => ({
  ...basket,
  items: basket.items.filter((one) => one.item !== id),
});

/** An item with another value; undefined: the start value applies again. */
export function withValue(item: BasketItem, name: string, value: BasketItem["parameters"][string] | undefined): BasketItem {
  const { [name]: _, ...others } = item.parameters;
  return { ...item, parameters: value === undefined ? others : { ...others, [name]: value } };
}

/** Each item once, as the basket holds it. What a file says twice about an item is put together; the first value counts. */
export function once(items: BasketItem[]): BasketItem[] {
  const kept = new Map<string, BasketItem>();
  for (const item of items) {
    const first = kept.get(item.item);
    const reasons = first ? [...new Set([first.reason, item.reason])].filter(Boolean).join("\n") : item.reason;
    kept.set(item.item, first ? { ...first, reason: reasons, parameters: { ...item.parameters, ...first.parameters } } : item);
  }
  return [...kept.values()];
}

/** An item of which an older page may have kept less. */
const whole = (item: Partial<BasketItem>): BasketItem => ({
  item: String(item.item),
  version: item.version ?? "",
  revision: typeof item.revision === "number" ? item.revision : null,
  decision: item.decision === "left" ? "left" : "taken",
  reason: item.reason ?? "",
  parameters: item.parameters ?? {},
});
