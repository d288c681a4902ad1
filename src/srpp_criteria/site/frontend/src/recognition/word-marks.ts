// SPDX-License-Identifier: Apache-2.0
// Two texts compared word by word: the twin of comparison/word_marks.py, and with it of Python's difflib without its shortcuts.

export type Mark = "kept" | "deleted" | "inserted";

/** Words that share one fate, with the spaces between them. */
export interface Run {
  mark: Mark;
  text: string;
}

/** What Python takes for white space; what JavaScript does is not quite the same. */
const SPACE = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const LETTER = "\\p{L}\\p{N}_";
const WORDS = new RegExp(`([${LETTER}]+(?:['’-][${LETTER}]+)*|[^${LETTER}${SPACE}])([${SPACE}]*)`, "gu");
const END = new RegExp(`[${SPACE}]+$`, "u");

interface Word {
  word: string;
  space: string;
}

/** The runs that lead from one text to the other; other spaces alone are no difference. */
export function marks(before: string, after: string): Run[] {
  if (before === after) return after ? [{ mark: "kept", text: after }] : [];
  const old = wordsOf(before);
  const now = wordsOf(after);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  const differ = (oldEnd: number, newEnd: number) => {
    const gone = joined(old.slice(i, oldEnd));
    const came = joined(now.slice(j, newEnd));
    if (gone === "" && came === "") return;
    add(runs, "deleted", gone.replace(END, ""));
    add(runs, "inserted", came.replace(END, ""));
    // The space behind the words belongs to the text, not to the mark.
    add(runs, "kept", spaceBehind(came) || (came === "" ? spaceBehind(gone) : ""));
  };
  for (const block of matchingBlocks(old.map((one) => one.word), now.map((one) => one.word))) {
    differ(block.a, block.b);
    add(runs, "kept", joined(now.slice(block.b, block.b + block.size)));
    i = block.a + block.size;
    j = block.b + block.size;
  }
  differ(old.length, now.length);
  return runs;
}

const wordsOf = (text: string): Word[] => [...text.matchAll(WORDS)].map(([, word = "", space = ""]) => ({ word, space }));
const joined = (words: Word[]): string => words.map(({ word, space }) => word + space).join("");
const spaceBehind = (text: string): string => END.exec(text)?.[0] ?? "";

function add(runs: Run[], mark: Mark, text: string): void {
  if (!text) return;
  const last = runs.at(-1);
  if (last?.mark === mark) last.text += text;
  else runs.push({ mark, text });
}

interface Block {
  a: number;
  b: number;
  size: number;
}

/** What both lists have in common, in order: the longest common stretch, and left and right of it the same again. */
function matchingBlocks(a: string[], b: string[]): Block[] {
  const places = new Map<string, number[]>();
  b.forEach((word, place) => {
    const known = places.get(word);
    if (known) known.push(place);
    else places.set(word, [place]);
  });
  const found: Block[] = [];
  const waiting: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [aStart, aEnd, bStart, bEnd] = next;
    const block = longestMatch(a, places, aStart, aEnd, bStart, bEnd);
    if (block.size === 0) continue;
    found.push(block);
    if (aStart < block.a && bStart < block.b) waiting.push([aStart, block.a, bStart, block.b]);
    if (block.a + block.size < aEnd && block.b + block.size < bEnd) waiting.push([block.a + block.size, aEnd, block.b + block.size, bEnd]);
  }
  return found.sort((one, other) => one.a - other.a);
}

/** The longest stretch; of several equally long ones the first. */
function longestMatch(a: string[], places: Map<string, number[]>, aStart: number, aEnd: number, bStart: number, bEnd: number): Block {
  let best: Block = { a: aStart, b: bStart, size: 0 };
  let before = new Map<number, number>();
  for (let i = aStart; i < aEnd; i++) {
    const here = new Map<number, number>();
    for (const j of places.get(a[i] ?? "") ?? []) {
      if (j < bStart) continue;
      if (j >= bEnd) break;
      const size = (before.get(j - 1) ?? 0) + 1;
      here.set(j, size);
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size };
    }
    before = here;
  }
  return best;
}
