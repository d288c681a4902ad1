// SPDX-License-Identifier: Apache-2.0
// The line at the foot of the page that says what has just happened, and takes it back if that is possible.
import type { Frame } from "../engine/fillable.ts";
import { h, refill } from "../page/dom.ts";
import { say } from "../page/words.ts";

export interface Status {
  element: HTMLElement;
  tell(words: string): void;
  /** Say what has happened and offer to take it back; the focus goes there, because what had it is gone. */
  offer(words: string, undo: () => void): void;
  hide(): void;
}

/** `home`: where the focus goes when the line closes under it. */
export function statusOf(frame: Frame, home: () => void): Status {
  const words = h("span", { role: "status" });
  const undo = h("button", { type: "button", class: "md-button", hidden: true }, say(frame, "ui-basket-undo"));
  const close = h("button", { type: "button", class: "srpp-tool", "aria-label": say(frame, "ui-basket-close"), title: say(frame, "ui-basket-close"), onclick: () => (hide(), home()) }, "✕");
  const element = h("div", { class: "srpp-status", hidden: true }, words, undo, close);

  function tell(says: string): void {
    refill(words, says);
    undo.hidden = true;
    element.hidden = false;
  }

  function offer(says: string, back: () => void): void {
    tell(says);
    undo.hidden = false;
    undo.onclick = () => {
      hide();
      back();
    };
    undo.focus();
  }

  function hide(): void {
    element.hidden = true;
    refill(words);
  }

  return { element, tell, offer, hide };
}
