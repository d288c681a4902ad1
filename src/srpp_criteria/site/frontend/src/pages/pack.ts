// SPDX-License-Identifier: Apache-2.0
// Puts a whole pack into the basket: every item with the figures of this purchase, and why it is there as the reason.
import { load, onChange, put, save, type Basket, type BasketItem } from "../basket/store.ts";
import { locale } from "../page/place.ts";

const button = document.querySelector<HTMLButtonElement>("[data-srpp-pack]");
const status = document.querySelector<HTMLElement>("[data-srpp-pack-status]");
const way = document.querySelector<HTMLAnchorElement>("[data-srpp-pack-basket]");

const items = [...document.querySelectorAll<HTMLElement>("[data-srpp-pack-item]")].map(
  (place) => JSON.parse(place.dataset["srppPackItem"] ?? "null") as BasketItem,
);

/** The items as the page lists them; what a reader already decided and filled in for an item stays. */
function take(title: string): boolean {
  let basket = load(locale);
  for (const item of items) {
    const there = thereIn(basket, item);
    basket = put(basket, {
      ...item,
      ...there,
      reason: there?.reason || item.reason,
      parameters: { ...item.parameters, ...there?.parameters },
    });
  }
  if (basket.title.trim() === "") basket = { ...basket, title };
  return save(basket);
}

const thereIn = (basket: Basket, { item }: BasketItem) => basket.items.find((one) => one.item === item);

if (button && status) {
  const offer = button.textContent ?? "";
  const show = () => {
    const basket = load(locale);
    const taken = items.length > 0 && items.every((item) => thereIn(basket, item));
    button.textContent = taken ? `✓ ${button.dataset["taken"] ?? ""}` : offer;
    if (way && taken) way.hidden = false;
  };
  show();
  onChange(show);
  button.hidden = false;
  button.addEventListener("click", () => {
    const kept = take(button.dataset["title"] ?? "");
    status.textContent = (kept ? button.dataset["done"] : button.dataset["failed"]) ?? "";
    if (way) way.hidden = !kept;
  });
}
