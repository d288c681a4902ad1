// SPDX-License-Identifier: Apache-2.0
// A document as plain text: the twin of documents/plain.py.
import { ClauseCounter } from "../clause-numbers";
import type { Block, Document, FieldLine, Flow, Inline } from "../document";
import { lengthOf, oneLine, printable } from "../printable";
import { answerRoom, grouped, onPaper } from "../reading-order";

const WIDEST_TABLE = 100;

/** The document as plain text that ends with a line feed. Paragraphs are not wrapped: the reader's program does. */
export function toText(document: Document): string {
  const { labels } = document;
  const chunks = [`${underlined(oneLine(document.title), "=")}\n${oneLine(document.locale)}`];
  if (document.notice) chunks.push(barred(printable(document.notice)));
  if (document.open_blanks.length > 0) {
    chunks.push(underlined(oneLine(labels.open_blanks), "-"), oneLine(labels.open_blanks_note));
    const rows = document.open_blanks.map((blank) => [oneLine(blank.label), oneLine(blank.where)]);
    chunks.push(columns([oneLine(labels.blank), oneLine(labels.where)], rows, labels.labelled));
  }
  return `${joined([...chunks, ...chunksOf(document.blocks, labels.labelled)])}\n`;
}

/** Blocks alone as plain text, without title and frame: for copying one item. */
export function textOfBlocks(blocks: readonly Block[], labelled: string): string {
  return joined(chunksOf(blocks, labelled));
}

function joined(chunks: readonly string[]): string {
  return chunks
    .filter((chunk) => chunk.trim() !== "")
    .map((chunk) => chunk.trimEnd())
    .join("\n\n");
}

function chunksOf(blocks: readonly Block[], labelled: string): string[] {
  const count = new ClauseCounter();
  return grouped(blocks).flatMap((block): string[] => {
    if (Array.isArray(block)) return [block.map((line) => formLine(line, labelled)).join("\n")];
    switch (block.kind) {
      case "heading": {
        const title = block.numbered ? `${count.next(block.level)} ${oneLine(block.text)}` : oneLine(block.text);
        const line = block.level === 1 ? "=" : block.level === 2 ? "-" : "";
        return [line ? underlined(title, line) : title];
      }
      case "clause":
        return [`${count.next(block.level)} ${flow(block.blocks)}`];
      case "paragraph":
      case "list":
        return [flow([block])];
      case "table": {
        const rows = block.rows.map((row) => row.map(words));
        return [...(block.caption ? [oneLine(block.caption)] : []), columns(block.header.map(words), rows, labelled)];
      }
      case "notice":
        return [barred(flow(block.blocks))];
      case "stamp":
        return [oneLine(block.text)];
      case "page-break":
        return [];
    }
  });
}

function flow(blocks: readonly Flow[]): string {
  return blocks.map((block) => (block.kind === "paragraph" ? words(block.inlines) : list(block))).join("\n\n");
}

function list(block: Flow & { kind: "list" }): string {
  return block.items
    .map((item, at) => {
      const marker = block.ordered ? `${block.start + at}. ` : "- ";
      const content = item.map((part) => flow([part])).join("\n");
      return marker + content.replaceAll("\n", `\n${" ".repeat(marker.length)}`);
    })
    .join("\n");
}

/** Aligned columns if they fit on a line and no cell has two lines; otherwise one labelled line per cell. */
function columns(header: string[], rows: string[][], labelled: string): string {
  const widths = header.map((head, at) => Math.max(...[head, ...rows.map((row) => row[at] ?? "")].map(lengthOf)));
  const width = widths.reduce((total, each) => total + each, 0) + 2 * (widths.length - 1);
  if (width <= WIDEST_TABLE && !rows.some((row) => row.some((cell) => cell.includes("\n")))) {
    return [header, widths.map((each) => "-".repeat(each)), ...rows]
      .map((line) => line.map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - lengthOf(cell))).join("  ").trimEnd())
      .join("\n");
  }
  return rows
    .map((row) => row.map((cell, at) => (label(labelled, header[at] ?? "") + cell).replaceAll("\n", "\n  ")).join("\n"))
    .join("\n\n");
}

function formLine(line: FieldLine, labelled: string): string {
  const help = oneLine(line.help);
  return `${label(labelled, oneLine(line.label))}${onPaper(answerRoom(line))}${help ? `\n  (${help})` : ""}`;
}

function label(labelled: string, words: string): string {
  return labelled.replaceAll("{label}", () => words);
}

function underlined(title: string, line: string): string {
  return `${title}\n${line.repeat(lengthOf(title))}`;
}

function barred(text: string): string {
  return text
    .split("\n")
    .map((line) => `| ${line}`.trimEnd())
    .join("\n");
}

function words(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
          return printable(inline.text);
        case "break":
          return "\n";
        case "link": {
          const shown = words(inline.inlines);
          const address = oneLine(inline.target);
          const isTold = address.startsWith("#") || shown === address || shown === address.replace(/^mailto:/, "");
          return isTold ? shown : `${shown} (${address})`;
        }
        case "emphasis":
        case "strong":
          return words(inline.inlines);
        case "field":
          return inline.blank ? `[${onPaper(inline)}]` : onPaper(inline);
      }
    })
    .join("");
}
