// SPDX-License-Identifier: Apache-2.0
// A concrete text as elements of the page. The twin of engine/writers/html.ts, which writes a string for the clipboard.
import type { Block, Field, Inline } from "../engine/document.ts";
import { webAddress } from "../engine/printable.ts";
import { h } from "./dom.ts";

export interface BlocksOptions {
  /** How many levels a heading stands lower than in the document. */
  lower: number;
  /** What a value becomes; by default marked words. */
  field?: (field: Field) => Node;
  /** Begins the name of each scrolling table: what text it belongs to. */
  table: string;
}

/** The blocks of a text. */
export function blocksOf(blocks: Block[], options: BlocksOptions): Node[] {
  let heading = "";
  return blocks.map((block) => {
    if (block.kind === "heading") heading = block.text;
    return blockOf(block, options, heading);
  });
}

/** A value that stands in a text, marked if it is still open. */
export const valueOf = (field: Field): HTMLElement =>
  field.blank ? h("mark", { class: "blank" }, field.shown) : h("span", { class: "field" }, field.shown);

function blockOf(block: Block, options: BlocksOptions, heading: string): Node {
  switch (block.kind) {
    case "heading":
      return h(`h${Math.min(6, block.level + options.lower)}` as "h4", {}, block.text);
    case "clause":
      return h("div", { class: "clause" }, ...blocksOf(block.blocks, options));
    case "paragraph":
      return h("p", {}, ...inlinesOf(block.inlines, options));
    case "list":
      return h(
        block.ordered ? "ol" : "ul",
        { start: block.ordered && block.start !== 1 ? block.start : null },
        ...block.items.map((item) => h("li", {}, ...blocksOf(item, options))),
      );
    case "table":
      return tableOf(block, options, block.caption || heading);
    case "notice":
      return h("div", { class: `srpp-notice srpp-notice--${block.notice}` }, ...blocksOf(block.blocks, options));
    case "stamp":
      return h("p", { class: "srpp-stamp" }, block.text);
    case "field-line":
      return h(
        "p",
        { class: "srpp-field-line" },
        h("strong", {}, block.label),
        " ",
        (options.field ?? valueOf)(block.field),
        block.help ? h("small", {}, ` ${block.help}`) : null,
      );
    case "page-break":
      return h("hr");
  }
}

function tableOf(block: Extract<Block, { kind: "table" }>, options: BlocksOptions, name: string): Node {
  const row = (cells: Inline[][], tag: "th" | "td") =>
    h("tr", {}, ...cells.map((cell) => h(tag, { scope: tag === "th" ? "col" : null }, ...inlinesOf(cell, options))));
  return h(
    "div",
    { class: "srpp-scroll", tabindex: 0, role: "region", "aria-label": [options.table, name].filter(Boolean).join(": ") },
    h(
      "table",
      {},
      block.caption ? h("caption", {}, block.caption) : null,
      h("thead", {}, row(block.header, "th")),
      h("tbody", {}, ...block.rows.map((cells) => row(cells, "td"))),
    ),
  );
}

const inlinesOf = (inlines: Inline[], options: BlocksOptions): (Node | string)[] =>
  inlines.map((inline) => {
    switch (inline.kind) {
      case "text":
        return inline.text;
      case "emphasis":
        return h("em", {}, ...inlinesOf(inline.inlines, options));
      case "strong":
        return h("strong", {}, ...inlinesOf(inline.inlines, options));
      case "link": {
        const address = webAddress(inline.target);
        const words = inlinesOf(inline.inlines, options);
        return address === null ? h("span", {}, ...words) : h("a", { href: address, rel: "noopener noreferrer" }, ...words);
      }
      case "break":
        return h("br");
      case "field":
        return (options.field ?? valueOf)(inline);
    }
  });
