// SPDX-License-Identifier: Apache-2.0
// On every page: how many texts lie in the basket, and tables that can be scrolled by keyboard, too.
import { showCount } from "../basket/count.ts";

showCount();
// Material wraps wide tables for scrolling but forgets those who have no mouse.
for (const frame of document.querySelectorAll<HTMLElement>(".md-typeset__scrollwrap")) {
  if (!frame.closest(".srpp-scroll")) frame.tabIndex = 0;
}
