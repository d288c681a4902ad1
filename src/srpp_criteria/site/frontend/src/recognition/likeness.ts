// SPDX-License-Identifier: Apache-2.0
// How much of a segment a stretch of the draft shares, and what differs: sections 3 and 5 of docs/concepts/recognition.md, the
// twin of recognition/likeness.py.
import type { DraftWords } from "./draft-words.ts";
import { Choice, type Element, type Gap, type Segment } from "./index.ts";
import { gapEnds, type Taken } from "./walk.ts";

const MOST_WORDS_ALIKE = 8;

export type Counts = ReadonlyMap<string, number>;

/** How often each word stands in a window. */
export function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words of a segment, of each choice the branch that has most words in the window. */
export const flatWords = (segment: Segment, window: Counts): readonly string[] =>
  segment.flat ?? settled(segment.elements, window).filter((element) => typeof element === "string");

/** Elements without choices. */
export function settled(elements: readonly Element[], window: Counts): (string | Gap)[] {
  return elements.flatMap((element) => {
    if (!(element instanceof Choice)) return [element];
    let [best, most] = [[] as (string | Gap)[], -1];
    for (const branch of element.branches.map((one) => settled(one, window))) {
      const common = inCommon(branch, window);
      if (common > most) [best, most] = [branch, common];
    }
    return best;
  });
}

function inCommon(branch: (string | Gap)[], window: Counts): number {
  let common = 0;
  for (const [word, count] of countsOf(branch.filter((one) => typeof one === "string"))) common += Math.min(count, window.get(word) ?? 0);
  return common;
}

/** What a window shares with a segment. */
export interface Likeness {
  value: number;
  shared: number;
}

/** Twice what both have in common, by what both have; gaps may take `allowance` tokens for nothing. */
export function likeness(words: readonly string[], window: readonly string[], allowance: number): Likeness {
  const shared = commonSubsequence(words, window);
  const extra = Math.max(0, window.length - shared - allowance);
  const whole = 2 * shared + (words.length - shared) + extra;
  return { value: whole ? (2 * shared) / whole : 0, shared };
}

/** Length of the longest common subsequence. */
export function commonSubsequence(one: readonly string[], other: readonly string[]): number {
  let before = new Uint32Array(one.length + 1);
  let here = new Uint32Array(one.length + 1);
  for (const word of other) {
    for (let place = 0; place < one.length; place++) {
      here[place + 1] = one[place] === word ? (before[place] as number) + 1 : Math.max(before[place + 1] as number, here[place] as number);
    }
    [before, here] = [here, before];
  }
  return before[one.length] as number;
}

/** One step of an alignment. */
export interface Step {
  fate: "kept" | "deleted" | "inserted" | "filled";
  word: string;
  start: number;
  end: number;
}

const ENDLESS = 1 << 30;

/** The cheapest way from a segment to a window: which words stayed, went and came, and what fills the gaps. */
export function align(segment: Segment, draft: DraftWords, start: number, end: number): { steps: Step[]; values: Taken[] } {
  const elements = settled(segment.elements, countsOf(draft.norms.slice(start, end)));
  const cost = costs(elements, draft, start, end);
  const costAt = (row: number, place: number): number => cost[row]?.[place - start] ?? ENDLESS;
  const steps: Step[] = [];
  const values: Taken[] = [];
  let [row, place] = [0, start];
  while (row < elements.length || place < end) {
    const here = costAt(row, place);
    const element = elements[row];
    if (typeof element === "string") {
      if (place < end && draft.norms[place] === element && here === costAt(row + 1, place + 1)) {
        steps.push({ fate: "kept", word: element, start: place, end: place + 1 });
        [row, place] = [row + 1, place + 1];
        continue;
      }
    } else if (element !== undefined) {
      const behind = ends(element, draft, place, end).find((one) => here === costAt(row + 1, one));
      if (behind !== undefined) {
        steps.push({ fate: "filled", word: element.name, start: place, end: behind });
        values.push({ name: element.name, start: place, end: behind });
        [row, place] = [row + 1, behind];
        continue;
      }
    }
    if (element !== undefined && here === 1 + costAt(row + 1, place)) {
      steps.push({ fate: "deleted", word: typeof element === "string" ? element : `[${element.name}]`, start: place, end: place });
      row += 1;
    } else {
      steps.push({ fate: "inserted", word: draft.norms[place] ?? "", start: place, end: place + 1 });
      place += 1;
    }
  }
  return { steps, values };
}

/** `cost[i][j]`: the least that leads from element i on to place j on. */
function costs(elements: readonly (string | Gap)[], draft: DraftWords, start: number, end: number): Uint32Array[] {
  const width = end - start;
  const added = (at: number) => (draft.label[start + at] ? 0 : 1);
  let below = new Uint32Array(width + 1);
  for (let at = width - 1; at >= 0; at--) below[at] = (below[at + 1] as number) + added(at);
  const cost = [below];
  for (const element of [...elements].reverse()) {
    const row = new Uint32Array(width + 1);
    row[width] = (below[width] as number) + 1;
    for (let at = width - 1; at >= 0; at--) {
      let best = Math.min(1 + (below[at] as number), added(at) + (row[at + 1] as number));
      if (typeof element === "string") {
        if (draft.norms[start + at] === element) best = Math.min(best, below[at + 1] as number);
      } else {
        for (const behind of ends(element, draft, start + at, end)) best = Math.min(best, below[behind - start] as number);
      }
      row[at] = best;
    }
    cost.push(row);
    below = row;
  }
  return cost.reverse();
}

function ends(gap: Gap, draft: DraftWords, place: number, end: number): number[] {
  if (place >= end) return [];
  const limit = gap.kind === "t" ? Math.min(end, place + MOST_WORDS_ALIKE) : end;
  return gapEnds(gap.kind, draft, place, false).filter((one) => one <= limit);
}
