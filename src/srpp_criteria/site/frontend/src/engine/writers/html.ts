// SPDX-License-Identifier: Apache-2.0
// Blocks as a fragment of HTML for the clipboard: what Word, Outlook and a web editor take over as headings, lists and
// tables. Semantic tags only; no class, no style, no script, and each word escaped.
import { ClauseCounter } from "../clause-numbers";
import type { Block, Field, FieldLine, Flow, Inline } from "../document";
import { oneLine, printable, webAddress } from "../printable";
import { answerRoom, grouped, onPaper } from "../reading-order";

const DEEPEST = 6;

/** The blocks as HTML; with `numbers` headings and clauses bear the numbers of the document, else the reader's program counts. */
export function toHtmlFragment(blocks: readonly Block[], { numbers = false } = {}): string {
  const count = new ClauseCounter();
  const lead = (level: number): string => (numbers ? `${count.next(level)} ` : "");
  return grouped(blocks)
    .map((block): string => {
      if (Array.isArray(block)) return `<table>${block.map(formRow).join("")}</table>`;
      switch (block.kind) {
        case "heading": {
          const tag = `h${Math.min(block.level + 1, DEEPEST)}`;
          return `<${tag}>${block.numbered ? lead(block.level) : ""}${line(block.text)}</${tag}>`;
        }
        case "clause":
          return flow(block.blocks, lead(block.level));
        case "paragraph":
        case "list":
          return flow([block]);
        case "table": {
          const caption = block.caption ? `<caption>${line(block.caption)}</caption>` : "";
          const head = block.header.map((cell) => `<th scope="col">${words(cell)}</th>`).join("");
          const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${words(cell)}</td>`).join("")}</tr>`).join("");
          return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
        }
        case "notice":
          return `<blockquote>${flow(block.blocks)}</blockquote>`;
        case "stamp":
          return `<p><small>${line(block.text)}</small></p>`;
        case "page-break":
          return "<hr>";
      }
    })
    .join("\n");
}

function formRow(line_: FieldLine): string {
  const help = oneLine(line_.help) ? `<br><small>${line(line_.help)}</small>` : "";
  return `<tr><th scope="row">${line(line_.label)}${help}</th><td>${escape(onPaper(answerRoom(line_)))}</td></tr>`;
}

function flow(blocks: readonly Flow[], lead = ""): string {
  const [first] = blocks;
  const alone = lead !== "" && first?.kind !== "paragraph" ? `<p>${lead}</p>` : "";
  return (
    alone +
    blocks
      .map((block, at) => {
        if (block.kind === "paragraph") return `<p>${at === 0 && !alone ? lead : ""}${words(block.inlines)}</p>`;
        const tag = block.ordered ? "ol" : "ul";
        const start = block.ordered && block.start !== 1 ? ` start="${Math.trunc(block.start)}"` : "";
        return `<${tag}${start}>${block.items.map((item) => `<li>${listItem(item)}</li>`).join("")}</${tag}>`;
      })
      .join("\n")
  );
}

function listItem(item: readonly Flow[]): string {
  const [only] = item;
  return item.length === 1 && only?.kind === "paragraph" ? words(only.inlines) : flow(item);
}

function words(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
          return escape(printable(inline.text)).replaceAll("\n", "<br>");
        case "break":
          return "<br>";
        case "emphasis":
          return `<em>${words(inline.inlines)}</em>`;
        case "strong":
          return `<strong>${words(inline.inlines)}</strong>`;
        case "link": {
          const address = webAddress(inline.target.trim());
          const shown = words(inline.inlines);
          return address === null ? shown : `<a href="${escape(address)}">${shown}</a>`;
        }
        case "field":
          return value(inline);
      }
    })
    .join("");
}

function value(field: Field): string {
  const shown = escape(onPaper(field));
  return field.blank ? `<mark>${shown}</mark>` : shown;
}

function line(text: string): string {
  return escape(oneLine(text));
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
