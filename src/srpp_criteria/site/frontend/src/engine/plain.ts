// SPDX-License-Identifier: Apache-2.0
// The words of blocks without markup: the twin of plain_text in wording/markup.py.
import type { Flow, Inline } from "./document";

/** Paragraphs apart by a blank line, list items with a dash or number. */
export function plainText(blocks: readonly Flow[]): string {
  return blocks.map(plainBlock).join("\n\n");
}

/** The words of one paragraph; a link shows its target in brackets unless the words already are the target. */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join("");
}

function plainBlock(block: Flow): string {
  if (block.kind === "paragraph") return plainInlines(block.inlines);
  return block.items
    .map((item, at) => {
      const label = block.ordered ? `${block.start + at}. ` : "- ";
      return label + item.map(plainBlock).join("\n").replaceAll("\n", `\n${" ".repeat(label.length)}`);
    })
    .join("\n");
}

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "field":
      return inline.shown;
    case "break":
      return "\n";
    case "link": {
      const words = plainInlines(inline.inlines);
      const { target } = inline;
      return words === target || words === target.replace(/^mailto:/, "") ? words : `${words} (${target})`;
    }
    case "emphasis":
    case "strong":
      return plainInlines(inline.inlines);
  }
}
