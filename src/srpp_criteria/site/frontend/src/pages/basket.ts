// SPDX-License-Identifier: Apache-2.0
// The page of the basket.
import { showDesk, type EditionLink } from "../basket/desk.ts";
import { Texts } from "../basket/texts.ts";
import type { Frame } from "../engine/fillable.ts";
import { json, locale } from "../page/place.ts";

const place = document.querySelector<HTMLElement>("#srpp-basket");
if (place) {
  const editions = [...document.querySelectorAll<HTMLAnchorElement>("#srpp-basket-editions a")].map(
    (link): EditionLink => ({ locale: link.hreflang, name: link.textContent ?? "", href: link.href }),
  );
  try {
    const frame = await json<Frame>(`${locale}/frame.json`);
    await showDesk(place, frame, new Texts(locale), editions);
  } catch (trouble) {
    document.querySelector("#srpp-basket-unread")?.removeAttribute("hidden");
    throw trouble;
  }
}
