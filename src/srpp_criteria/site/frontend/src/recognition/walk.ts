// SPDX-License-Identifier: Apache-2.0
// Whether a segment stands in a draft word by word: section 3 of docs/concepts/recognition.md, the twin of recognition/walk.py.
import { BLANK, SIGNS, type DraftWords } from "./draft-words.ts";
import { Gap, nothingMayStand, type Element } from "./index.ts";

const MOST_STEPS = 4000;
/** Tokens that a gap for words takes. */
const MOST_WORDS = 80;
const LONGEST_DATE = 5;
const MOST_DATE_NUMBERS = 3;
const MOST_DATE_WORDS = 2;
const CODES: ReadonlySet<string> = new Set([..."eur nok sek dkk chf usd gbp pln czk huf ron bgn isk kr".split(" "), ...SIGNS]);

/** What a gap took. */
export interface Taken {
  name: string;
  start: number;
  end: number;
}

/** An exact match. */
export interface Walked {
  start: number;
  end: number;
  values: Taken[];
}

/** Tokens of a match that are words of the text itself. */
export const wordsOf = ({ start, end, values }: Walked): number =>
  end - start - values.reduce((sum, taken) => sum + taken.end - taken.start, 0);

/** Compare a pattern with the draft from `start`; null if they differ. */
export function walk(elements: readonly Element[], draft: DraftWords, start: number): Walked | null {
  const walker = new Walker(draft, start);
  const end = walker.walk(elements, 0, start, null);
  return end >= 0 ? { start, end, values: walker.values } : null;
}

/** What follows when a branch is walked. */
interface Rest {
  elements: readonly Element[];
  at: number;
  rest: Rest | null;
}

class Walker {
  readonly values: Taken[] = [];
  #steps = MOST_STEPS;

  constructor(
    private readonly draft: DraftWords,
    private readonly start: number,
  ) {}

  /** The place behind the match, or -1. */
  walk(list: readonly Element[], first: number, from: number, after: Rest | null): number {
    let [elements, at, place, rest] = [list, first, from, after];
    for (;;) {
      if (at === elements.length) {
        if (rest === null) return place;
        ({ elements, at, rest } = rest);
        continue;
      }
      this.#steps -= 1;
      if (this.#steps < 0) return -1;
      const element = elements[at] as Element;
      at += 1;
      if (typeof element === "string") {
        if (this.draft.norms[place] !== element) return -1;
        place += 1;
        continue;
      }
      const known = this.values.length;
      if (element instanceof Gap) {
        const final = at === elements.length && isNothing(rest);
        // Words with nothing certain behind them go on to a full stop, or the first would do.
        const openEnd = element.kind === "t" && !final && mayBeNothing(elements, at, rest);
        for (const end of gapEnds(element.kind, this.draft, place, final)) {
          // Nothing says where words in front begin: they stay within their sentence.
          if (place === this.start && this.draft.fullStop.slice(place, end - 1).includes(true)) break;
          this.values.push({ name: element.name, start: place, end });
          const found = this.walk(elements, at, end, rest);
          if (found >= 0 && (!openEnd || this.draft.fullStop[found - 1] === true)) return found;
          this.values.length = known;
        }
        return -1;
      }
      for (const branch of element.branches) {
        const found = this.walk(branch, 0, place, { elements, at, rest });
        if (found >= 0) return found;
        this.values.length = known;
      }
      return -1;
    }
  }
}

function isNothing(after: Rest | null): boolean {
  for (let rest = after; rest !== null; rest = rest.rest) if (rest.at < rest.elements.length) return false;
  return true;
}

/** Whether only choices follow for which nothing may stand. */
function mayBeNothing(elements: readonly Element[], at: number, after: Rest | null): boolean {
  if (!nothingMayStand(elements.slice(at))) return false;
  for (let rest = after; rest !== null; rest = rest.rest) if (!nothingMayStand(rest.elements.slice(rest.at))) return false;
  return true;
}

/** The places behind what a gap may take from `place`, in the order in which they are tried. */
export function gapEnds(kind: Gap["kind"], draft: DraftWords, place: number, final: boolean): number[] {
  if (place >= draft.length) return [];
  if (draft.norms[place] === BLANK) return [place + 1];
  const limit = draft.blockEnds[place] ?? place;
  if (kind === "n") return numberEnds(draft, place, limit);
  if (kind === "d") return dateEnds(draft, place, limit);
  const ends: number[] = [];
  for (let end = place + 1; end <= Math.min(limit, place + MOST_WORDS); end++) {
    if (!final) ends.push(end);
    else if (draft.fullStop[end - 1]) return [end];
  }
  return ends;
}

function numberEnds(draft: DraftWords, place: number, limit: number): number[] {
  const isCode = (at: number) => at < limit && CODES.has(draft.norms[at] ?? "");
  if (draft.numbers[place]) return isCode(place + 1) ? [place + 2, place + 1] : [place + 1];
  if (isCode(place) && place + 1 < limit && draft.numbers[place + 1]) return isCode(place + 2) ? [place + 3, place + 2] : [place + 2];
  return [];
}

function dateEnds(draft: DraftWords, place: number, limit: number): number[] {
  let [numbers, words] = [0, 0];
  const ends: number[] = [];
  for (let end = place + 1; end <= Math.min(limit, place + LONGEST_DATE); end++) {
    const norm = draft.norms[end - 1] ?? "";
    if (SIGNS.has(norm) || norm === BLANK) break;
    if (draft.numbers[end - 1]) numbers += 1;
    else words += 1;
    if (numbers > MOST_DATE_NUMBERS || words > MOST_DATE_WORDS) break;
    if (numbers > 0) ends.push(end);
  }
  return ends.reverse();
}
