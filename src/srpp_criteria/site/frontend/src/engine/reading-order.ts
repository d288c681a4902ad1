// SPDX-License-Identifier: Apache-2.0
// A document as a reader meets it: the twin of documents/reading_order.py.
import { ClauseCounter } from "./clause-numbers";
import type { Block, Document, Field, FieldLine, Flow, Heading, Inline } from "./document";
import { printable } from "./printable";

/** What marks the room to answer in a form whose field has no prompt. */
const FORM_BLANK = "…………";

/** What stands on paper for a field, on one line. */
export function onPaper(field: Field): string {
  return [field.shown, field.label, field.name].map((each) => printable(each).replaceAll("\n", " ")).find((each) => each !== "") ?? "";
}

/** The words of a run of inlines, fields as they stand on paper. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
          return printable(inline.text);
        case "field":
          return onPaper(inline);
        case "break":
          return "\n";
        default:
          return wordsOf(inline.inlines);
      }
    })
    .join("");
}

/** The field of a form line; without a prompt it gets dots, because the label already stands beside it. */
export function answerRoom(line: FieldLine): Field {
  return line.field.shown === "" ? { ...line.field, shown: FORM_BLANK } : line.field;
}

/** The blocks as a writer meets them: form lines that follow each other are one form. */
export function grouped(blocks: readonly Block[]): (FieldLine[] | Exclude<Block, FieldLine>)[] {
  const groups: (FieldLine[] | Exclude<Block, FieldLine>)[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== "field-line") groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

export interface Listed {
  heading: Heading;
  number: string;
  place: string;
}

/** The table of contents, down to the depth that the document asks for. */
export function contents(document: Document): Listed[] {
  const count = new ClauseCounter();
  const listed: Listed[] = [];
  let met = 0;
  for (const block of document.blocks) {
    if (block.kind === "clause") count.next(block.level);
    if (block.kind !== "heading") continue;
    met += 1;
    const number = block.numbered ? count.next(block.level) : "";
    if (block.level <= document.contents_depth) listed.push({ heading: block, number, place: placeOfHeading(met) });
  }
  return listed;
}

/** The name (bookmark, id) of the first, second … heading of a document. */
export function placeOfHeading(number: number): string {
  return `section_${number}`;
}

/** Where a link can lead: each heading anchor, as `#anchor`, and each open blank that stands in the text, by field name. */
export function places(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  let met = 0;
  for (const block of document.blocks) {
    if (block.kind !== "heading") continue;
    met += 1;
    if (block.anchor !== "") found.set(`#${block.anchor}`, placeOfHeading(met));
  }
  const inText = new Set<string>();
  for (const block of document.blocks) for (const field of fieldsOf(block)) if (field.blank) inText.add(field.name);
  document.open_blanks.forEach((blank, at) => {
    if (inText.has(blank.field)) found.set(blank.field, `blank_${at + 1}`);
  });
  return found;
}

function* fieldsOf(block: Block): Generator<Field> {
  if (block.kind === "field-line") yield block.field;
  for (const inlines of runsOf(block)) yield* fieldsIn(inlines);
}

function* runsOf(block: Block): Generator<readonly Inline[]> {
  switch (block.kind) {
    case "paragraph":
      yield block.inlines;
      break;
    case "list":
      for (const item of block.items) yield* flowRuns(item);
      break;
    case "clause":
    case "notice":
      yield* flowRuns(block.blocks);
      break;
    case "table":
      yield* block.header;
      for (const row of block.rows) yield* row;
      break;
  }
}

function* flowRuns(blocks: readonly Flow[]): Generator<readonly Inline[]> {
  for (const block of blocks) yield* runsOf(block);
}

function* fieldsIn(inlines: readonly Inline[]): Generator<Field> {
  for (const inline of inlines) {
    if (inline.kind === "field") yield inline;
    else if ("inlines" in inline) yield* fieldsIn(inline.inlines);
  }
}
