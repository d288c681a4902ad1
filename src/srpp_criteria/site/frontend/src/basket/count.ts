// SPDX-License-Identifier: Apache-2.0
import { locale } from "../page/place.ts";
import { load, onChange } from "./store.ts";

/** Show how many texts are taken, on the basket in the head of the page. */
export function showCount(): void {
  const place = document.querySelector<HTMLElement>("[data-srpp-basket-count]");
  if (!place) return;
  const link = place.closest("a");
  const name = link?.getAttribute("aria-label") ?? "";
  const show = () => {
    const count = load(locale).items.filter((one) => one.decision === "taken").length;
    place.textContent = String(count);
    place.hidden = count === 0;
    // Who hears the link hears what the others see.
    link?.setAttribute("aria-label", count > 0 ? `${name}: ${count}` : name);
  };
  show();
  onChange(show);
}
