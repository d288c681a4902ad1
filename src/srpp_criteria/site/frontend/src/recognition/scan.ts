// SPDX-License-Identifier: Apache-2.0
// Which segments stand in a draft, and where: section 3 of docs/concepts/recognition.md, the twin of recognition/scan.py.
import type { DraftWords } from "./draft-words.ts";
import { Gap, KEY, type Hit, type Index } from "./index.ts";
import { countsOf, flatWords, likeness } from "./likeness.ts";
import { walk, wordsOf, type Walked } from "./walk.ts";

const MOST_CANDIDATES = 40;
const MOST_COMPARED = 16;
const MOST_STARTS = 12;
const LEAST_LIKENESS = 0.6;
const LEAST_SHARED = 4;

/** A stretch of the draft that is, or is like, one or more equal segments. */
export interface Match {
  start: number;
  end: number;
  exact: boolean;
  /** The tied ones, in order. */
  segments: number[];
  points: ReadonlyMap<number, number>;
  likeness: number;
  /** Words that the draft shares with the segment. */
  words: number;
}

/** Its points for the tied segments. */
export const bestOf = (match: Match): number => match.points.get(match.segments[0] ?? -1) ?? 0;

/** All matches, in order; one look at each word of the draft. */
export const scan = (draft: DraftWords, index: Index): Match[] => new Scanner(draft, index).matches();

class Scanner {
  constructor(
    private readonly draft: DraftWords,
    private readonly index: Index,
  ) {}

  matches(): Match[] {
    const found: Match[] = [];
    const { units } = this.draft;
    let [place, unit] = [0, 0];
    for (let stretch = units[unit]; stretch !== undefined; stretch = units[unit]) {
      const end = stretch[1];
      place = this.draft.behindLabels(Math.max(place, stretch[0]), end);
      const back = Math.max(this.draft.blockStarts[place] ?? 0, found.at(-1)?.end ?? 0);
      const match = place < end ? this.#match(place, end, unit, back) : null;
      if (match === null) {
        place = end;
        unit += 1;
        continue;
      }
      found.push(match);
      place = match.end;
      while (unit < units.length && (units[unit]?.[1] ?? 0) <= place) unit += 1;
    }
    return found;
  }

  #match(start: number, end: number, unit: number, back: number): Match | null {
    const { hits, first } = this.#hits(start, end);
    if (hits.size === 0) return null;
    const hitsOf = (segment: number): number => hits.get(segment) ?? 0;
    const candidates = [...hits.keys()].sort((one, other) => hitsOf(other) - hitsOf(one) || one - other).slice(0, MOST_CANDIDATES);
    const exact = this.#exact(candidates, first, start, this.draft.behindLabels(back, start));
    if (exact !== null && exact.start <= start && (exact.end >= end || this.draft.stop[exact.end - 1])) return exact;
    const enough = hitsOf(candidates[0] ?? -1) / 2;
    const compared = candidates.filter((one) => hitsOf(one) >= enough).slice(0, MOST_COMPARED);
    const alike = this.#alike(compared, first, start, end, unit);
    return exact !== null && (alike === null || alike.words <= exact.words) ? exact : alike;
  }

  #hits(start: number, end: number): { hits: Map<number, number>; first: Map<number, Hit> } {
    const { norms, blockEnds } = this.draft;
    const hits = new Map<number, number>();
    const first = new Map<number, Hit>();
    const last = Math.min(end, (blockEnds[start] ?? 0) - KEY + 1);
    for (let place = start; place < last; place++) {
      const key = `${norms[place]} ${norms[place + 1]} ${norms[place + 2]} ${norms[place + 3]}`;
      for (const [segment, offset] of this.index.keys.get(key) ?? []) {
        const before = hits.get(segment);
        if (before === undefined) first.set(segment, [place, offset]);
        hits.set(segment, (before ?? 0) + 1);
      }
    }
    return { hits, first };
  }

  #exact(candidates: number[], first: ReadonlyMap<number, Hit>, start: number, back: number): Match | null {
    let best: Walked | null = null;
    let tied: number[] = [];
    for (const number of candidates) {
      const found = this.#walk(number, first.get(number) ?? [start, 0], start, back);
      if (found === null) continue;
      if (best === null || found.start < best.start || (found.start === best.start && found.end > best.end)) {
        best = found;
        tied = [number];
      } else if (found.start === best.start && found.end === best.end) tied.push(number);
    }
    if (best === null) return null;
    const words = wordsOf(best);
    const points = new Map(tied.map((number) => [number, words]));
    return { start: best.start, end: best.end, exact: true, segments: tied.sort(inOrder), points, likeness: 1, words };
  }

  #walk(number: number, [hit, offset]: Hit, start: number, back: number): Walked | null {
    const segment = this.index.segments[number];
    if (segment === undefined) return null;
    if (offset + KEY <= segment.lead) {
      const begin = hit - offset;
      return begin >= start ? walk(segment.elements, this.draft, begin) : null;
    }
    const own = segment.elements[0];
    if (own instanceof Gap && own.kind === "t" && back < start) {
      const found = walk(segment.elements, this.draft, back);
      if (found !== null) return found;
    }
    for (let begin = start; begin < Math.min(hit + 1, start + MOST_STARTS); begin++) {
      const found = walk(segment.elements, this.draft, begin);
      if (found !== null) return found;
    }
    return null;
  }

  #alike(compared: number[], first: ReadonlyMap<number, Hit>, start: number, end: number, unit: number): Match | null {
    const unitWindow = countsOf(this.draft.norms.slice(start, end));
    const points = new Map<number, number>();
    let [best, shared, from, to] = [0, 0, start, end];
    let tied: number[] = [];
    for (const number of compared) {
      const segment = this.index.segments[number];
      if (segment === undefined) continue;
      const words = flatWords(segment, unitWindow);
      const [begin, stop] = this.#window(first.get(number) ?? [start, 0], words.length, segment.allowance, [start, end], unit);
      const found = likeness(words, this.draft.norms.slice(begin, stop), segment.allowance);
      if (found.value < LEAST_LIKENESS || found.shared < LEAST_SHARED) continue;
      points.set(number, found.value * found.shared);
      if (found.value > best || (found.value === best && found.shared > shared)) {
        [best, shared, from, to] = [found.value, found.shared, begin, stop];
        tied = [number];
      } else if (found.value === best && found.shared === shared) tied.push(number);
    }
    if (tied.length === 0) return null;
    return { start: from, end: to, exact: false, segments: tied.sort(inOrder), points, likeness: best, words: shared };
  }

  #window(hit: Hit, words: number, allowance: number, stretch: [number, number], startUnit: number): [number, number] {
    const { units } = this.draft;
    let [start, end] = stretch;
    if (10 * (end - start) < 7 * words) {
      for (let unit = startUnit + 1; end - start < words && unit < units.length; unit++) end = units[unit]?.[1] ?? end;
      return [start, end];
    }
    if (10 * (end - start) > 16 * words + 10 * allowance) {
      const begin = Math.max(start, hit[0] - hit[1] - 3);
      return [begin, Math.min(end, begin + words + allowance + 6)];
    }
    return stretch;
  }
}

const inOrder = (one: number, other: number): number => one - other;
