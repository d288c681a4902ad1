// SPDX-License-Identifier: Apache-2.0
// Opens a tender file: chosen in a dialog or dropped on the page. A file that cannot be read changes nothing.
import type { Frame } from "../engine/fillable.ts";
import { h, refill } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { Basket } from "./store.ts";
import { basketOf } from "./tender-files.ts";

const MOST_BYTES = 2_000_000;

export interface Opening {
  element: HTMLElement;
}

export function openingOf(frame: Frame, opened: (basket: Basket, name: string) => void): Opening {
  const trouble = h("div", { class: "srpp-open__trouble", role: "alert" });
  const input = h("input", { type: "file", id: "basket-file", class: "srpp-hidden", accept: ".yml,.yaml", onchange: chosen });
  const element = h(
    "div",
    { class: "srpp-open" },
    // The input itself takes the focus; its label is the button that is seen.
    input,
    h("label", { class: "md-button", for: "basket-file" }, say(frame, "ui-basket-open")),
    h("p", { class: "srpp-open__note" }, say(frame, "ui-basket-open-note")),
    trouble,
  );

  function chosen(): void {
    const [file] = input.files ?? [];
    if (file) void open(file);
    input.value = ""; // so that the same file can be chosen again once it is mended
  }

  async function open(file: File): Promise<void> {
    refill(trouble);
    if (file.size > MOST_BYTES) return tell(file.name, [say(frame, "ui-basket-too-large")]);
    const [{ readTenderFile, sentenceOfTrouble }, text] = await Promise.all([import("../engine/tender-file.ts"), file.text()]);
    const read = readTenderFile(text);
    if ("errors" in read) tell(file.name, read.errors.map((error) => sentenceOfTrouble(error, frame.words)));
    else opened(basketOf(read.file), file.name);
  }

  function tell(name: string, sentences: string[]): void {
    refill(trouble, h("p", {}, h("strong", {}, say(frame, "ui-basket-not-read", { name }))), h("ul", {}, ...sentences.map((sentence) => h("li", {}, sentence))), h("p", {}, say(frame, "ui-basket-not-read-note")));
  }

  // Only files are taken: whoever drags words into a field may go on doing so.
  const bringsFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!bringsFile(event)) return;
    event.preventDefault();
    document.body.classList.add("srpp-dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("srpp-dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("srpp-dropping");
    const [file] = event.dataTransfer?.files ?? [];
    if (!bringsFile(event) || !file) return;
    event.preventDefault();
    void open(file);
  });

  return { element };
}
