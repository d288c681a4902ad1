// SPDX-License-Identifier: Apache-2.0
// Lines of plain text or Markdown as blocks: section 1 of docs/concepts/recognition.md, the twin of recognition/drafts/lines.py.
import { labelEnd } from "../draft-words.ts";

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;
const CLOSED = /[.!?;:]["'”’»)\]*_]*[\s\x85]*$/u;
const BULLET = /^[\s\x85]*[-*+•·▪◦‣–—>][\s\x85]/u;
const ALONE = /^[\s\x85]*[#|]/u;
/** What a cell may hold and still be empty: the line that divides head and body. */
const NO_CELL = /^[ \t:-]*$/;

/** Lines that belong together, joined. */
export function blocksOfLines(text: string): string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  const end = () => {
    if (block.length > 0) blocks.push(block.join("\n"));
    block = [];
  };
  for (const line of text.split(LINE_END)) {
    const alone = ALONE.test(line);
    const blank = line.trim() === "";
    if (alone || blank || begins(line) || CLOSED.test(block.at(-1)?.slice(-80) ?? "")) end();
    if (alone) blocks.push(...cells(line));
    else if (!blank) block.push(line);
  }
  end();
  return blocks;
}

function begins(line: string): boolean {
  const start = line.slice(0, 200);
  return BULLET.test(start) || labelEnd(start) > 0;
}

/** The cells of a table row, or a heading. */
const cells = (line: string): string[] => (line.trimStart().startsWith("|") ? line.split("|").filter((cell) => !NO_CELL.test(cell)) : [line]);
