// SPDX-License-Identifier: Apache-2.0
// Lines of plain text and Markdown as blocks: whether a line was wrapped or ended, its end and the next beginning tell.
import { labelEnd } from "../draft-words.ts";

const ENDED = /[.!?;:](?:["'”’»)\]*_]*[\s\x85]*)$/u;
const BULLET = /^[\s\x85]*[-*+•·▪◦‣–—>] /u;
const OWN = /^[\s\x85]*[#|]/u;

/** The blocks of a text. */
export function blocksOfText(text: string): string[] {
  const blocks: string[] = [];
  let before = "";
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029\f\v]/)) {
    if (line.trim() === "") {
      before = "";
      continue;
    }
    if (OWN.test(line) && line.trim().startsWith("|")) blocks.push(...cells(line));
    else if (before !== "" && joins(before, line)) blocks.push(`${blocks.pop() ?? ""}\n${line}`);
    else blocks.push(line);
    before = line;
  }
  return blocks;
}

const joins = (before: string, line: string): boolean =>
  !ENDED.test(before) && !OWN.test(before) && !OWN.test(line) && !BULLET.test(line) && labelEnd(line) === 0;

/** The cells of a table row; the line that divides head and body has none. */
const cells = (row: string): string[] =>
  row
    .split("|")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "" && !/^:?-+:?$/.test(cell));
