// SPDX-License-Identifier: Apache-2.0
// What the reader takes along: Word, rich text, Markdown, and the tender file. The writers are fetched when they are asked for.
import type { Block, Document } from "../engine/document.ts";
import type { Frame } from "../engine/fillable.ts";
import { blocksOf } from "../page/blocks.ts";
import { h, refill } from "../page/dom.ts";
import { at } from "../page/place.ts";
import { say } from "../page/words.ts";
import { download, fileName } from "./download.ts";
import type { Selection } from "./selection.ts";
import { fileOf } from "./tender-files.ts";

export interface TakeAwayActions {
  selection(): Selection;
  title(): string;
  /** Tell the reader how it went. */
  tell(words: string): void;
  saved(created: string): void;
}

export interface TakeAway {
  element: HTMLElement;
  update(selection: Selection): void;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A document's blocks below its title and the notice on its status: all that a copy has of the first page. */
const withTitle = ({ title, notice, blocks }: Document): Block[] => [
  { kind: "heading", level: 0, text: title, anchor: "", numbered: false },
  ...(notice ? [{ kind: "notice", notice: "status", blocks: [{ kind: "paragraph", inlines: [{ kind: "text", text: notice }] }] } satisfies Block] : []),
  ...blocks,
];

export function takeAwayOf(frame: Frame, today: () => string, actions: TakeAwayActions): TakeAway {
  const stamps = h("input", { type: "checkbox", id: "basket-stamps", checked: true });
  const log = h("input", { type: "checkbox", id: "basket-log" });
  const counts = h("p", { class: "srpp-take__counts", "aria-live": "polite" });
  const wrongHint = h("p", { class: "srpp-take__hint srpp-take__hint--wrong" });
  const hint = h("p", { class: "srpp-take__hint" });
  const element = h(
    "section",
    { class: "srpp-take", id: "basket-take", "aria-labelledby": "basket-take-title", tabindex: -1 },
    h("h2", { id: "basket-take-title" }, say(frame, "ui-basket-take")),
    counts,
    wrongHint,
    hint,
    h(
      "div",
      { class: "srpp-take__ways" },
      way("ui-basket-word", word, true),
      way("ui-basket-copy", copy),
      way("ui-basket-markdown", markdown),
      way("ui-basket-file", tenderFile),
    ),
    h("p", { class: "srpp-take__note" }, say(frame, "ui-basket-file-note")),
    h("label", { class: "srpp-check", for: "basket-stamps" }, stamps, say(frame, "ui-basket-stamps")),
    h("label", { class: "srpp-check", for: "basket-log" }, log, say(frame, "ui-basket-with-log")),
  );

  /** A button that says so when something could not be made, instead of doing nothing. */
  function way(key: string, go: () => Promise<void>, first = false): HTMLButtonElement {
    const onclick = () => {
      go().catch((trouble: unknown) => {
        console.error(trouble);
        actions.tell(say(frame, actions.selection().unread.length > 0 ? "ui-basket-not-reached" : "ui-basket-not-made"));
      });
    };
    return h("button", { type: "button", class: first ? "md-button md-button--primary" : "md-button", onclick }, say(frame, key));
  }

  /** The finished text. It is never made while a text that belongs to it is missing. */
  async function composed(): Promise<Document> {
    const { taken, left, unread } = actions.selection();
    if (unread.length > 0) throw new Error(`not loaded: ${unread.map((one) => one.item).join(", ")}`);
    const { tenderDocument } = await import("../engine/compose.ts");
    const tender = {
      title: actions.title(),
      taken: taken.map(({ filled, chosen }) => ({ filled, reason: chosen.reason })),
      left: left.map(({ item, chosen }) => ({ title: item.title, reason: chosen.reason })),
    };
    return tenderDocument(tender, frame, { stamps: stamps.checked, log: log.checked });
  }

  const nameOf = (ending: string) => fileName(actions.title(), frame.words["tender-title"] ?? "", ending);

  async function word(): Promise<void> {
    const [document, { toDocx }, template] = await Promise.all([
      composed(),
      import("../engine/writers/docx.ts"),
      fetch(at(`${frame.locale}/word-template.docx`)).then((answer) => {
        if (!answer.ok) throw new Error(`word-template.docx: ${answer.status}`);
        return answer.arrayBuffer();
      }),
    ]);
    download(toDocx(document, new Uint8Array(template)), nameOf(".docx"), WORD);
    actions.tell(say(frame, "ui-basket-word-made"));
  }

  async function markdown(): Promise<void> {
    const [document, { toMarkdown }] = await Promise.all([composed(), import("../engine/writers/markdown.ts")]);
    download(toMarkdown(document), nameOf(".md"), "text/markdown;charset=utf-8");
    actions.tell(say(frame, "ui-basket-markdown-made"));
  }

  async function tenderFile(): Promise<void> {
    const { FILE_ENDING, writeTenderFile } = await import("../engine/tender-file.ts");
    const { basket } = actions.selection();
    const created = basket.created ?? today();
    download(writeTenderFile(fileOf({ ...basket, created }, actions.title())), nameOf(FILE_ENDING), "application/yaml;charset=utf-8");
    actions.saved(created);
    actions.tell(say(frame, "ui-basket-file-made"));
  }

  async function copy(): Promise<void> {
    const made = Promise.all([composed(), import("../engine/writers/html.ts"), import("../engine/writers/text.ts")]);
    const html = made.then(([document, { toHtmlFragment }]) => new Blob([toHtmlFragment(withTitle(document), { numbers: true })], { type: "text/html" }));
    const plain = made.then(([document, , { toText }]) => new Blob([toText(document)], { type: "text/plain" }));
    for (const one of [html, plain]) one.catch(() => undefined); // told below, where `made` is awaited
    try {
      // Promises, not their results: the clipboard opens only while the click is still fresh.
      await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
      actions.tell(say(frame, "ui-basket-copied"));
    } catch {
      copyByHand((await made)[0]);
    }
  }

  /** The whole text in a window, marked, for a browser that lets no page write to the clipboard. */
  function copyByHand(document_: Document): void {
    const text = h("div", { class: "srpp-byhand__text", tabindex: 0, role: "region", "aria-label": document_.title }, ...blocksOf(withTitle(document_), { lower: 2, table: document_.title }));
    const window_ = h(
      "dialog",
      { class: "srpp-byhand md-typeset", "aria-labelledby": "basket-byhand" },
      h("h2", { id: "basket-byhand" }, say(frame, "ui-basket-by-hand")),
      h("p", {}, say(frame, "ui-basket-by-hand-note")),
      text,
      h("button", { type: "button", class: "md-button", onclick: () => window_.close() }, say(frame, "ui-basket-close")),
    );
    window_.addEventListener("close", () => window_.remove());
    document.body.append(window_);
    window_.showModal();
    text.focus();
    getSelection()?.selectAllChildren(text);
  }

  function update(selection: Selection): void {
    const { taken, left, open } = selection;
    const said = [say(frame, "ui-basket-count-taken", { count: taken.length })];
    if (left.length > 0) said.push(say(frame, "ui-basket-count-left", { count: left.length }));
    // Only what is new: a screen reader would read the same words again at each keystroke.
    if (counts.textContent !== said.join("")) refill(counts, ...said.map((words) => h("span", {}, words)));
    const wrong = open.filter((one) => one.error !== null).length;
    tellHint(wrongHint, "ui-basket-still-wrong", wrong);
    tellHint(hint, "ui-basket-still-open", open.length - wrong);
  }

  function tellHint(place: HTMLElement, key: string, count: number): void {
    refill(place, count > 0 ? say(frame, key, { count }) : null);
    place.hidden = count === 0;
  }

  return { element, update };
}
