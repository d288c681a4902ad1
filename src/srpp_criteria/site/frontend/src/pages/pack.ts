// SPDX-License-Identifier: Apache-2.0
// Puts a whole pack into the basket: every item with the figures of this purchase, and why it is there as the reason.
import { load, put, save, type BasketItem } from "../basket/store.ts";
import { locale } from "../page/place.ts";

const button = document.querySelector<HTMLButtonElement>("[data-srpp-pack]");
const status = document.querySelector<HTMLElement>("[data-srpp-pack-status]");
const way = document.querySelector<HTMLAnchorElement>("[data-srpp-pack-basket]");

/** The items as the page lists them; what a reader already filled in for an item stays. */
function take(): boolean {
  let basket = load(locale);
  for (const place of document.querySelectorAll<HTMLElement>("[data-srpp-pack-item]")) {
    const item = JSON.parse(place.dataset["srppPackItem"] ?? "null") as BasketItem;
    const there = basket.items.find((one) => one.item === item.item);
    basket = put(basket, {
      ...item,
      reason: there?.reason || item.reason,
      parameters: { ...item.parameters, ...there?.parameters },
    });
  }
  if (!basket.title) basket = { ...basket, title: document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "" };
  return save(basket);
}

if (button && status) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const kept = take();
    status.textContent = (kept ? button.dataset["done"] : button.dataset["failed"]) ?? "";
    if (way) way.hidden = !kept;
  });
}
