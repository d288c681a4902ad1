// SPDX-License-Identifier: Apache-2.0
// The paragraphs of a Word or OpenDocument file in reading order, with all changes accepted: what was deleted under tracked
// changes is no longer part of the text, comments never were.
import { Archive } from "./archive.ts";
import { UnreadableDraft } from "./unreadable.ts";
import { elementsBelow, xmlOf } from "./xml.ts";

const WORD = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main", // "Strict Open XML" in Word's save dialogue
]);
const OPEN_DOCUMENT_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
/** Elements that hold other words than the text: alternatives for old programs, deleted text, comments. */
const SKIPPED = new Set(["Fallback", "del", "moveFrom", "tracked-changes", "annotation", "ruby-text"]);
const isSkipped = (element: Element): boolean => SKIPPED.has(element.localName);

/** What a reader should know of a file; `ui-verify-note-…` has the sentence. */
export type Note = "tracked" | "macros" | "comments";

const BESIDE = /^(?:footnotes|endnotes|header[0-9]*|footer[0-9]*)\.xml$/;
const TRACKED = new Set(["ins", "del", "moveFrom", "moveTo", "tracked-changes"]);

/** The blocks of an archive that is a Word or an OpenDocument file, notes and headers included. */
export function readOffice(data: Uint8Array): { blocks: string[]; notes: Note[] } {
  const archive = new Archive(data);
  const isOpenDocument = archive.has("content.xml");
  const parts = isOpenDocument ? ["content.xml", ...["styles.xml"].filter((name) => archive.has(name))] : wordParts(archive);
  const roots = parts.map((name) => xmlOf(archive.read(name)));
  const [is, words] = isOpenDocument ? [isOdtParagraph, odtText] : [isWordParagraph, wordText];
  return { blocks: roots.flatMap((root) => paragraphs(root, is, words)), notes: notesOn(archive, roots) };
}

function wordParts(archive: Archive): string[] {
  const main = mainPart(archive);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const beside = archive.names.filter((name) => name.startsWith(folder) && BESIDE.test(name.slice(folder.length)));
  return [main, ...beside.sort()];
}

function notesOn(archive: Archive, roots: Element[]): Note[] {
  const names = new Set(archive.names.map((name) => name.slice(name.lastIndexOf("/") + 1)));
  const notes: Note[] = [];
  if (roots.some((root) => [...root.getElementsByTagName("*")].some((element) => TRACKED.has(element.localName)))) notes.push("tracked");
  if (names.has("vbaProject.bin") || archive.names.some((name) => name.startsWith("Basic/"))) notes.push("macros");
  if (names.has("comments.xml")) notes.push("comments");
  return notes;
}

function mainPart(archive: Archive): string {
  for (const relationship of xmlOf(archive.read("_rels/.rels")).children) {
    if (!relationship.getAttribute("Type")?.endsWith("/officeDocument")) continue;
    const steps: string[] = [];
    for (const step of (relationship.getAttribute("Target") ?? "").split("/")) {
      if (step === "..") steps.pop();
      else if (step !== "" && step !== ".") steps.push(step);
    }
    return steps.join("/");
  }
  throw new UnreadableDraft("no-office");
}

const paragraphs = (root: Element, is: (element: Element) => boolean, words: (element: Element) => string): string[] =>
  [...elementsBelow(root, isSkipped)].filter(is).map(words).filter((text) => text.trim() !== "");

// ---- Word

const isWordParagraph = (element: Element): boolean => element.localName === "p" && WORD.has(element.namespaceURI ?? "");

/** A text box stands inside a paragraph and has paragraphs of its own. */
function wordText(paragraph: Element): string {
  const skips = (element: Element) => isSkipped(element) || isWordParagraph(element);
  return [...elementsBelow(paragraph, skips)].map(wordPiece).join("");
}

function wordPiece(element: Element): string {
  const space = element.namespaceURI ?? "";
  // w:tab is a tab in a run, but a tab stop in paragraph properties.
  if (!WORD.has(space) || element.parentElement?.localName !== "r") return "";
  switch (element.localName) {
    case "t":
      return element.textContent ?? "";
    case "br":
    case "cr": {
      const type = element.getAttributeNS(space, "type");
      return type === null || type === "textWrapping" ? "\n" : "";
    }
    case "tab":
      return " ";
    case "noBreakHyphen":
      return "\u2011";
    default:
      return "";
  }
}

// ---- OpenDocument

const isOdtParagraph = (element: Element): boolean =>
  (element.localName === "p" || element.localName === "h") && element.namespaceURI === OPEN_DOCUMENT_TEXT;

function odtText(paragraph: Element): string {
  const pieces: string[] = [];
  const waiting: Node[] = [...paragraph.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) pieces.push(node.nodeValue ?? "");
    if (!(node instanceof Element) || isSkipped(node) || isOdtParagraph(node)) continue;
    if (node.localName === "s") pieces.push(" ".repeat(spaces(node)));
    else if (node.localName === "tab") pieces.push(" ");
    else if (node.localName === "line-break") pieces.push("\n");
    else waiting.push(...[...node.childNodes].reverse());
  }
  return pieces.join("");
}

function spaces(element: Element): number {
  const count = element.getAttributeNS(OPEN_DOCUMENT_TEXT, "c") ?? "1";
  return /^[0-9]+$/.test(count) ? Number(count.slice(0, 3)) : 1;
}
