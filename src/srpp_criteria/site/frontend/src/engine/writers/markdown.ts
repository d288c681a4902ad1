// SPDX-License-Identifier: Apache-2.0
// A document as Markdown: the twin of documents/markdown.py. Whatever stands in the texts stays text.
import { ClauseCounter } from "../clause-numbers";
import type { Document, FieldLine, Flow, Inline, Table } from "../document";
import { oneLine, printable, webAddress } from "../printable";
import { answerRoom, grouped, onPaper } from "../reading-order";

const INDENT = "    ";
const HARD_BREAK = "  \n";
const ACTIVE = /[\\`*_\[\]{}|~$]/g;
const ENTITY = /&(?=#|[A-Za-z])/g;
const LINE_START = /^(?:[#>+=!:-]|\p{Nd}{1,9}(?=[.)]))/u;

/** The document as Markdown text that ends with a line feed. */
export function toMarkdown(document: Document): string {
  const { labels } = document;
  const chunks = [`# ${line(document.title)}`, `*${line(document.locale)}*`];
  if (document.notice) chunks.push(quoted(flow([{ kind: "paragraph", inlines: [{ kind: "text", text: document.notice }] }])));
  if (document.open_blanks.length > 0) {
    chunks.push(`## ${line(labels.open_blanks)}`, paragraph(line(labels.open_blanks_note)));
    const rows = document.open_blanks.map((blank) => [line(blank.label), line(blank.where)]);
    chunks.push(pipes([line(labels.blank), line(labels.where)], rows));
  }
  return `${[...chunks, ...chunksOf(document)].join("\n\n")}\n`;
}

/** The text with every character escaped that Markdown could take for markup. */
export function escaped(text: string): string {
  return printable(text).replace(ACTIVE, "\\$&").replace(ENTITY, "&amp;").replaceAll("<", "&lt;");
}

function chunksOf(document: Document): string[] {
  const count = new ClauseCounter();
  return grouped(document.blocks).flatMap((block): string[] => {
    if (Array.isArray(block)) return [block.map((each) => formLine(each, document.labels.labelled)).join("\n")];
    switch (block.kind) {
      case "heading":
        return [`${"#".repeat(block.level + 1)} ${block.numbered ? `${count.next(block.level)} ` : ""}${line(block.text)}`];
      case "clause":
        return clause(count.next(block.level), block.blocks);
      case "paragraph":
      case "list":
        return [flow([block])];
      case "table":
        return [...(block.caption ? [`**${line(block.caption)}**`] : []), table(block)];
      case "notice":
        return [quoted(flow(block.blocks))];
      case "stamp":
        return [`\`${oneLine(block.text).replaceAll("`", "")}\``];
      case "page-break":
        return ["---"];
    }
  });
}

function clause(number: string, blocks: readonly Flow[]): string[] {
  const [first, ...others] = blocks;
  const led = first?.kind === "paragraph";
  const rest = led ? others : blocks;
  return [
    led ? paragraph(`**${number}** ${words(first.inlines)}`) : `**${number}**`,
    ...(rest.length > 0 ? [flow(rest)] : []),
  ];
}

function flow(blocks: readonly Flow[]): string {
  return blocks.map((block) => (block.kind === "paragraph" ? paragraph(words(block.inlines)) : list(block))).join("\n\n");
}

function list(block: Flow & { kind: "list" }): string {
  return block.items
    .map((item, at) => {
      const marker = block.ordered ? `${block.start + at}.` : "-";
      const tight = item.slice(1).every((part) => part.kind === "list");
      const content = item.map((part) => flow([part])).join(tight ? "\n" : "\n\n");
      return `${marker.padEnd(4)}${content}`.replaceAll("\n", `\n${INDENT}`).replaceAll(`\n${INDENT}\n`, "\n\n");
    })
    .join("\n");
}

function table(block: Table): string {
  return pipes(block.header.map(cell), block.rows.map((row) => row.map(cell)));
}

function pipes(header: string[], rows: string[][]): string {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cell(inlines: readonly Inline[]): string {
  return words(inlines).trim().replaceAll(HARD_BREAK, "<br>").replaceAll("\n", "<br>");
}

function formLine(each: FieldLine, labelled: string): string {
  const help = oneLine(each.help) ? `${HARD_BREAK}${INDENT}*${line(each.help)}*` : "";
  return `-   ${labelled.replaceAll("{label}", () => line(each.label))}${escaped(onPaper(answerRoom(each)))}${help}`;
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((each) => (each ? `> ${each}` : ">"))
    .join("\n");
}

function line(text: string): string {
  return escaped(oneLine(text));
}

/** A paragraph whose lines all start as text; spaces around them go, because four would make code of a sentence. */
function paragraph(text: string): string {
  return text
    .split(HARD_BREAK)
    .map((each) => each.replace(/^[ \n]+|[ \n]+$/g, ""))
    .filter((each) => each !== "")
    .map(textAtStart)
    .join(HARD_BREAK);
}

function textAtStart(text: string): string {
  const mark = LINE_START.exec(text)?.[0];
  if (mark === undefined) return text;
  const rest = text.slice(mark.length);
  return /^\p{Nd}/u.test(mark) ? `${mark}\\${rest}` : `\\${mark}${rest}`;
}

function words(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
          return escaped(inline.text).replaceAll("\n", HARD_BREAK);
        case "break":
          return HARD_BREAK;
        case "emphasis":
          return wrapped("*", words(inline.inlines));
        case "strong":
          return wrapped("**", words(inline.inlines));
        case "link": {
          const address = webAddress(inline.target.trim());
          return address === null ? words(inline.inlines) : `[${words(inline.inlines)}](<${address}>)`;
        }
        case "field": {
          const shown = escaped(onPaper(inline));
          return inline.blank ? `\\[${shown}\\]` : shown;
        }
      }
    })
    .join("");
}

/** Stressed words; white space stays outside, or Markdown would not see the stress. */
function wrapped(mark: string, text: string): string {
  const inner = text.trim();
  if (inner === "") return text;
  const at = text.indexOf(inner);
  return `${text.slice(0, at)}${mark}${inner}${mark}${text.slice(at + inner.length)}`;
}
