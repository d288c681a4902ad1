// SPDX-License-Identifier: Apache-2.0
// The words of a draft, each with its place: section 1 of docs/concepts/recognition.md, the twin of recognition/draft_words.py.

/** The norm of a place that somebody still has to fill. */
export const BLANK = "□";
export const SIGNS: ReadonlySet<string> = new Set(["%", "§", "€", "$", "£"]);

/** Fewer tokens than this make no unit of their own. */
const SHORTEST_UNIT = 4;

// Soft hyphens, marks of direction, joiners, variants, byte order marks, and control characters.
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;
const SPACES = /[\t\r\u2028\u2029]/g;
// Python's white space has U+0085, JavaScript's has not; U+FEFF is gone by then.
const TOKEN = new RegExp(
  [
    String.raw`\]\([^()\s\x85]*\)`, // the target of a link
    String.raw`(\[[^\[\]\n]{0,200}\](?!\()|_{3,}|\.{5,})`,
    String.raw`([0-9]{1,3}(?:[ '’][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,:/][0-9]+)*)`,
    String.raw`([%§€$£])`,
    String.raw`((?![0-9])[\p{L}\p{N}]+)`,
  ].join("|"),
  "gu",
);
const GROUPING = /[ '’]/g;
const STOP = /[.!?;:][^\p{L}\p{N}\s\x85]*[\s\x85]/u;
const FULL_STOP = /[.!?][^\p{L}\p{N}\s\x85]*[\s\x85]/u;
const LABEL = new RegExp(
  String.raw`^[\s\x85>#|*+•·▪◦‣–—\-]*` +
    String.raw`(?:\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]+` +
    String.raw`|[0-9]{1,3}(?:\.[0-9]{1,3})+\.?|§+[\s\x85]*[0-9]{1,3}\.?)(?=[*_]{0,3}[\s\x85])`,
  "u",
);
const WHITE = /[\s\x85]+/u;

/** Text without what nobody sees, in one way of writing each character. */
export const clean = (text: string): string =>
  text.replace(/\r\n/g, "\n").normalize("NFKC").replace(SPACES, " ").replace(INVISIBLE, "");

/** A word as it is compared. */
export const norm = (word: string): string => word.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");

export interface Token {
  norm: string;
  start: number;
  end: number;
  number: boolean;
}

/** The tokens of a clean block. */
export function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [all, blank, number, sign, word] = match;
    const place = { start: match.index, end: match.index + all.length };
    if (word !== undefined) found.push({ norm: norm(word), ...place, number: false });
    else if (number !== undefined) found.push({ norm: number.replace(GROUPING, ""), ...place, number: true });
    else if (sign !== undefined) found.push({ norm: sign, ...place, number: false });
    else if (blank !== undefined) found.push({ norm: BLANK, ...place, number: false });
  }
  return found;
}

/** Whether a sentence or clause ends in what stands between two tokens. */
const stops = (between: string): boolean => between !== " " && STOP.test(between);

/** Where the number or letter at the start of a block ends; 0 if it has none. */
export const labelEnd = (text: string): number => LABEL.exec(text)?.[0].length ?? 0;

/** White space made single, as Python's `" ".join(text.split())` does. */
export const single = (text: string): string => text.split(WHITE).filter(Boolean).join(" ");

/** All tokens of a draft in one list; what belongs to token n stands at place n of each. */
export class DraftWords {
  readonly norms: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly numbers: boolean[] = [];
  readonly stop: boolean[] = [];
  /** A sentence ends behind it, not only a clause of one. */
  readonly fullStop: boolean[] = [];
  readonly label: boolean[] = [];
  readonly block: number[] = [];
  /** For each token the place of the first token of its block. */
  readonly blockStarts: number[] = [];
  /** For each token the place behind the last token of its block. */
  readonly blockEnds: number[] = [];
  readonly units: [start: number, end: number][] = [];

  /** Read the blocks of a draft; they must be clean, and stamps taken out. */
  constructor(readonly blocks: readonly string[]) {
    blocks.forEach((text, number) => this.#add(number, text));
  }

  #add(number: number, text: string): void {
    const tokens = tokensOf(text);
    if (tokens.length === 0) return;
    const label = labelEnd(text);
    const first = this.norms.length;
    let unit = first;
    const units: [number, number][] = [];
    let behind = first;
    for (const [place, token] of tokens.entries()) {
      const next = tokens[place + 1];
      const between = next === undefined ? "" : text.slice(token.end, next.start);
      const stop = next === undefined || stops(between);
      this.norms.push(token.norm);
      this.starts.push(token.start);
      this.ends.push(token.end);
      this.numbers.push(token.number);
      this.label.push(token.end <= label);
      this.stop.push(stop);
      this.fullStop.push(next === undefined || (stop && FULL_STOP.test(between)));
      this.block.push(number);
      this.blockStarts.push(first);
      this.blockEnds.push(first + tokens.length);
      behind = first + place + 1;
      if (!stop || behind - unit < SHORTEST_UNIT) continue;
      units.push([unit, behind]);
      unit = behind;
    }
    const last = units.at(-1);
    if (unit < behind && last !== undefined) last[1] = behind;
    else if (unit < behind) units.push([unit, behind]);
    this.units.push(...units);
  }

  get length(): number {
    return this.norms.length;
  }

  /** The number of the unit that holds a token. */
  unitAt(place: number): number {
    let [low, high] = [0, this.units.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.units[middle]?.[0] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The first place from `start` that is no label, at most `end`. */
  behindLabels(start: number, end: number): number {
    let place = start;
    while (place < end && this.label[place]) place += 1;
    return place;
  }

  /** The draft's own spelling of `[start, end)`, spaces made single. */
  slice(start: number, end: number): string {
    const pieces: string[] = [];
    for (let place = start; place < end; ) {
      const stop = Math.min(end, this.blockEnds[place] ?? end);
      pieces.push((this.blocks[this.block[place] ?? 0] ?? "").slice(this.starts[place], this.ends[stop - 1]));
      place = stop;
    }
    return single(pieces.join(" "));
  }
}
