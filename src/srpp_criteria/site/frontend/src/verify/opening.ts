// SPDX-License-Identifier: Apache-2.0
// Where a draft comes in: chosen in a dialog, dropped on the page, pasted. What cannot be read is told in one sentence.
import type { Draft } from "../recognition/drafts/draft.ts";
import { UnreadableDraft } from "../recognition/drafts/unreadable.ts";
import type { Frame } from "../engine/fillable.ts";
import { h, refill } from "../page/dom.ts";
import { say } from "../page/words.ts";

/** A draft that was read. */
export interface Opened {
  name: string;
  draft: Draft;
}

export interface OpeningActions {
  /** A file is being read; before that nothing is known of it but its name. */
  reading(name: string): void;
  opened(opened: Opened): void;
  /** It was not read: what stands on the page belongs to no draft. */
  unread(): void;
}

const readers = () => import("../recognition/drafts/draft.ts");

/** The words of formatted text; the browser's own plain text if there is no other. */
const wordsOf = (html: string, plain: string): Promise<string> =>
  readers().then(
    ({ textOfHtml }) => textOfHtml(html) || plain,
    () => plain,
  );

export function openingOf(frame: Frame, actions: OpeningActions): HTMLElement {
  /** Counts what was opened: only the last one is told, however long the one before takes. */
  let last = 0;
  const trouble = h("div", { class: "srpp-open__trouble", role: "alert" });
  const input = h("input", {
    type: "file",
    id: "verify-file",
    class: "srpp-hidden",
    accept: ".docx,.odt,.html,.htm,.md,.markdown,.txt",
    onchange: chosen,
  });
  const text = h("textarea", { id: "verify-text", class: "srpp-input", rows: 6, spellcheck: "false", autocomplete: "off", onpaste: pasted });
  const zone = h(
    "div",
    { class: "srpp-drop" },
    // The input itself takes the focus; its label is the button that is seen.
    input,
    h("label", { class: "md-button md-button--primary", for: "verify-file" }, say(frame, "ui-verify-choose")),
    h("p", { class: "srpp-drop__note" }, say(frame, "ui-verify-drop")),
  );
  const field = h(
    "form",
    { class: "srpp-paste", onsubmit: submitted },
    h("label", { for: "verify-text" }, say(frame, "ui-verify-paste")),
    text,
    h("button", { class: "md-button" }, say(frame, "ui-verify-check")),
  );

  function chosen(): void {
    const [file] = input.files ?? [];
    if (file) void open(file);
    input.value = ""; // so that the same file can be chosen again once it is mended
  }

  function submitted(event: Event): void {
    event.preventDefault();
    void checkText(text.value);
  }

  /** Formatted text without what was deleted in it; the browser's own plain text has that, too. */
  function pasted(event: Event): void {
    const html = event instanceof ClipboardEvent ? event.clipboardData?.getData("text/html") : "";
    if (!html) return;
    event.preventDefault();
    const plain = (event as ClipboardEvent).clipboardData?.getData("text/plain") ?? "";
    void wordsOf(html, plain).then((words) => {
      // As if typed, so that it can be taken back.
      text.focus();
      if (!document.execCommand("insertText", false, words)) text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    });
  }

  const open = (file: File) => read(file.name, ({ draftInFile }) => draftInFile(file));
  const checkText = (words: string) => read(say(frame, "ui-verify-pasted"), async ({ draftInText }) => draftInText(words));

  async function read(name: string, how: (readers: typeof import("../recognition/drafts/draft.ts")) => Promise<Draft>): Promise<void> {
    const run = ++last;
    refill(trouble);
    actions.reading(name);
    try {
      const draft = await how(await readers());
      if (run === last) actions.opened({ name, draft });
    } catch (error) {
      if (run !== last) return;
      actions.unread();
      const sentence = error instanceof UnreadableDraft ? say(frame, `ui-verify-unread-${error.trouble}`, error.values) : say(frame, "ui-verify-unread-damaged");
      refill(trouble, h("p", {}, h("strong", {}, say(frame, "ui-verify-not-read", { name }))), h("p", {}, sentence));
    }
  }

  const bringsDraft = (event: DragEvent) => {
    const types = event.dataTransfer?.types ?? [];
    // Whoever drags words into the field may go on doing so.
    return types.includes("Files") || (types.includes("text/plain") && event.target !== text);
  };
  document.addEventListener("dragover", (event) => {
    if (!bringsDraft(event)) return;
    event.preventDefault();
    document.body.classList.add("srpp-dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("srpp-dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("srpp-dropping");
    if (!bringsDraft(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) return void open(file);
    const html = event.dataTransfer?.getData("text/html") ?? "";
    const plain = event.dataTransfer?.getData("text/plain") ?? "";
    void wordsOf(html, plain).then((words) => {
      text.value = words;
      void checkText(words);
    });
  });

  return h("div", { class: "srpp-open" }, zone, field, trouble);
}
