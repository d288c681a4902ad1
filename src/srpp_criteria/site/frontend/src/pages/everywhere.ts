// SPDX-License-Identifier: Apache-2.0
// On every page: how many texts lie in the basket, and what the theme forgets about keyboards.
import { showCount } from "../basket/count.ts";

showCount();
// Material wraps wide tables for scrolling but forgets those who have no mouse.
for (const frame of document.querySelectorAll<HTMLElement>(".md-typeset__scrollwrap")) {
  if (!frame.closest(".srpp-scroll")) frame.tabIndex = 0;
}
// A link from a heading to itself is for those who copy addresses; nobody wants to tab through all of them.
for (const link of document.querySelectorAll<HTMLElement>("a.headerlink")) link.tabIndex = -1;
