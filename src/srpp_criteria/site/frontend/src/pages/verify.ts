// SPDX-License-Identifier: Apache-2.0
// The page that checks a draft.
import type { Frame } from "../engine/fillable.ts";
import { json, locale } from "../page/place.ts";
import { showDesk } from "../verify/desk.ts";

const place = document.querySelector<HTMLElement>("#srpp-verify");
if (place) {
  const editions = [...document.querySelectorAll<HTMLAnchorElement>("#srpp-verify-editions a")].map((link) => ({
    locale: link.hreflang,
    name: link.textContent ?? "",
  }));
  try {
    showDesk(place, await json<Frame>(`${locale}/frame.json`), editions);
    place.dataset["srppReady"] = "";
  } catch (trouble) {
    document.querySelector("#srpp-verify-unread")?.removeAttribute("hidden");
    throw trouble;
  }
}
