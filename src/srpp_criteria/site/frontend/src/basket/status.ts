// SPDX-License-Identifier: Apache-2.0
// The line at the foot of the window that says what has just happened, and takes it back if that is possible.
import type { Frame } from "../engine/fillable.ts";
import { h, refill } from "../page/dom.ts";
import { say } from "../page/words.ts";

export interface Status {
  /** Says everything aloud. It stays in the page: a region that comes with its words is not read out. */
  live: HTMLElement;
  element: HTMLElement;
  tell(words: string): void;
  /** Say what has happened and offer to take it back. The button comes after `near`, so that Tab leads to it from there. */
  offer(words: string, near: Element, undo: () => void): void;
}

/** How long words stay, and an offer that nobody takes; in milliseconds. */
const WORDS_STAY = 6_000;
const OFFER_STAYS = 20_000;

/** `home`: where the focus goes when the line closes under it and nothing else had it. */
export function statusOf(frame: Frame, home: () => void): Status {
  const live = h("div", { class: "srpp-hidden", role: "status" });
  const words = h("span", { class: "srpp-status__says" });
  const undo = h("button", { type: "button", class: "md-button", hidden: true }, say(frame, "ui-basket-undo"));
  const close = h("button", { type: "button", class: "srpp-tool", "aria-label": say(frame, "ui-basket-close"), title: say(frame, "ui-basket-close"), onclick: dismiss }, "✕");
  const element = h("div", { class: "srpp-status", hidden: true }, words, undo, close);
  let before: Element | null = null;
  let timer = 0;

  function show(says: string, aloud: string, stay: number): void {
    refill(words, says);
    refill(live, aloud);
    element.hidden = false;
    before = document.activeElement;
    hideIn(stay);
  }

  function tell(says: string): void {
    undo.hidden = true;
    // Where the offer before it stood may be gone.
    if (element.previousElementSibling !== live) live.after(element);
    show(says, says, WORDS_STAY);
  }

  function offer(says: string, near: Element, back: () => void): void {
    near.after(element);
    undo.hidden = false;
    undo.onclick = () => {
      hide();
      back();
    };
    show(says, `${says}. ${say(frame, "ui-basket-undo-follows", { undo: say(frame, "ui-basket-undo") })}`, OFFER_STAYS);
  }

  /** Not under somebody's pointer or focus. */
  function hideIn(milliseconds: number): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => (element.matches(":hover, :focus-within") ? hideIn(milliseconds) : hide()), milliseconds);
  }

  function hide(): void {
    clearTimeout(timer);
    element.hidden = true;
    refill(words);
    refill(live);
  }

  function dismiss(): void {
    const last = before;
    hide();
    if (last instanceof HTMLElement && last !== document.body && last.isConnected && !element.contains(last)) last.focus();
    else home();
  }

  // Whoever types has read it. Before the field itself hears of it, which may have something to say.
  const typed = () => {
    if (!element.hidden && undo.hidden) hide();
  };
  document.addEventListener("input", typed, { capture: true });

  return { live, element, tell, offer };
}
