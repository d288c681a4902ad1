// SPDX-License-Identifier: Apache-2.0
// Which items, and which versions of them, the matches are: section 4 of docs/concepts/recognition.md, the twin of
// recognition/assign.py.
import type { DraftWords } from "./draft-words.ts";
import type { Element, Index, Text } from "./index.ts";
import { compareVersions } from "./known-texts.ts";
import { bestOf, type Match } from "./scan.ts";
import type { StampFound } from "./stamps.ts";
import { walk, wordsOf, type Walked } from "./walk.ts";

/** Points of its own that a work needs, if one match is good. */
const LEAST_POINTS = 12;
/** Points of its own that are enough without a good match. */
const ENOUGH_POINTS = 24;
export const GOOD_WORDS = 6;
const GOOD_LIKENESS = 0.8;
/** Kinds of passages that are sentences of the contract; the others are titles and cells of tables. */
export const CONTRACT_WORDS: ReadonlySet<string> = new Set(["core", "conditional", "side"]);
/** Words of a neighbour that takes tokens from a shorter match. */
const LEAST_TAKEN = 4;
const EQUAL = 1e-6;
/** Tokens from a match to a neighbour that is looked for. */
const FARTHEST = 60;

/** A segment of the chosen text where it stands in the draft; passage and segment by their place in the text. */
export interface Placed {
  passage: number;
  at: number;
  segment: number;
  start: number;
  end: number;
  exact: boolean;
  /** Words of the segment that stand there. */
  words: number;
}

/** One text as it stands in the draft. */
export interface Copy {
  work: string;
  text: Text;
  also: Text[];
  /** In the order of the draft. */
  placed: Placed[];
}

interface Slot {
  passage: number;
  at: number;
  segment: number;
}

/** A tied list of segments as a name. */
const tiedOf = (match: Match): string => match.segments.join(" ");

/** The texts that stand in the draft, in its order. */
export function assign(draft: DraftWords, index: Index, matches: readonly Match[], stamps: readonly StampFound[], locale: string | null): Copy[] {
  const ours = stamps.filter((stamp) => Object.hasOwn(index.items, stamp.item));
  const stamped = new Set(ours.map((stamp) => `${stamp.item} ${(stamp.locale.split("-")[0] ?? "").toLowerCase()}`));
  const stampedTexts = new Set(ours.map(nameOf));
  const tokens = new Tokens(draft.length);
  const copies: Copy[] = [];
  for (const [work, own] of byWork(index, matches, foundWorks(index, matches, stamped))) {
    for (const part of copiesOf(index, work, own)) {
      const copy = choose(index, work, part, stampedTexts, locale);
      place(index, copy, part, tokens);
      copies.push(copy);
    }
  }
  // A short cell must not take words out of a clause.
  for (const contract of [true, false]) for (const copy of copies) findNeighbours(draft, index, copy, tokens, contract, contract);
  if (tokens.givenUp) for (const copy of copies) findNeighbours(draft, index, copy, tokens, true, false);
  return copies
    .filter((copy) => copy.placed.length > 0)
    .sort((one, other) => (one.placed[0]?.start ?? 0) - (other.placed[0]?.start ?? 0) || byName(one.work, other.work));
}

interface Held {
  copy: Copy;
  placed: Placed;
}

/** Who holds each token of the draft. */
class Tokens {
  readonly #held: (Held | undefined)[];
  /** A match gave way to a longer one of another copy. */
  givenUp = false;

  constructor(length: number) {
    this.#held = Array.from({ length });
  }

  hold(copy: Copy, placed: Placed): void {
    this.#held.fill({ copy, placed }, placed.start, placed.end);
  }

  loose(start: number, end: number): boolean {
    for (let token = start; token < end; token++) if (this.#held[token] !== undefined) return false;
    return true;
  }

  /** They are loose or held by matches of other copies that have fewer words, or as many on fewer tokens. */
  weaker(found: Walked, copy: Copy): boolean {
    const words = wordsOf(found);
    for (let token = found.start; token < found.end; token++) {
      const held = this.#held[token];
      if (held === undefined) continue;
      const fewer = held.placed.words - words || held.placed.end - held.placed.start - (found.end - found.start);
      if (held.copy === copy || fewer >= 0) return false;
    }
    return true;
  }

  /** The matches that hold these tokens give way. */
  takeOver(start: number, end: number): void {
    for (let token = start; token < end; token++) {
      const held = this.#held[token];
      if (held === undefined) continue;
      held.copy.placed = held.copy.placed.filter((one) => one !== held.placed);
      this.givenUp = true;
      this.#held.fill(undefined, held.placed.start, held.placed.end);
    }
  }
}

const nameOf = ({ item, version, locale, revision }: { item: string; version: string; locale: string; revision: number }): string =>
  `${item}@${version}+${locale}.${revision}`;

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const addTo = <Key>(sums: Map<Key, number>, key: Key, points: number): void => void sums.set(key, (sums.get(key) ?? 0) + points);

export const itemOf = (work: string): string => work.slice(0, work.indexOf(" "));

export const worksOf = (index: Index, match: Match): Set<string> => new Set(match.segments.flatMap((segment) => [...(index.worksOfSegment[segment] ?? [])]));

function foundWorks(index: Index, matches: readonly Match[], stamped: ReadonlySet<string>): Set<string> {
  const points = new Map<string, number>();
  const good = new Set<string>();
  const touched = new Set<string>();
  const best = new Map<string, Match>(); // what is said twice is no better evidence than what is said once
  for (const match of matches) {
    const before = best.get(tiedOf(match));
    if (before === undefined || bestOf(match) > bestOf(before)) best.set(tiedOf(match), match);
  }
  for (const match of best.values()) {
    const works = worksOf(index, match);
    for (const work of works) touched.add(work);
    if (new Set([...works].map(itemOf)).size !== 1) continue;
    for (const work of works) {
      addTo(points, work, bestOf(match));
      if (match.exact ? match.words >= GOOD_WORDS : match.likeness >= GOOD_LIKENESS) good.add(work);
    }
  }
  const found = new Set([...stamped].filter((work) => touched.has(work)));
  for (const [work, sum] of points) if (sum >= (good.has(work) ? LEAST_POINTS : ENOUGH_POINTS)) found.add(work);
  return found;
}

/** The matches of each work, in order. */
function byWork(index: Index, matches: readonly Match[], accepted: ReadonlySet<string>): Map<string, Match[]> {
  const alone = new Map<string, number>();
  const choices = matches.map((match) => {
    const works = [...worksOf(index, match)].filter((work) => accepted.has(work)).sort(byName);
    if (works.length === 1) addTo(alone, works[0] ?? "", bestOf(match));
    return works;
  });
  const following: (string | undefined)[] = [];
  let ahead: string | undefined;
  for (let at = matches.length - 1; at >= 0; at--) {
    following[at] = ahead;
    if (choices[at]?.length === 1) ahead = choices[at]?.[0];
  }
  const found = new Map<string, Match[]>();
  let before: string | undefined;
  for (const [at, match] of matches.entries()) {
    const works = choices[at] ?? [];
    if (works.length === 0) continue;
    const next = following[at];
    let work = works[0] as string;
    if (works.length > 1) {
      if (before !== undefined && works.includes(before)) work = before;
      else if (next !== undefined && works.includes(next)) work = next;
      else work = [...works].sort((one, other) => (alone.get(other) ?? 0) - (alone.get(one) ?? 0) || byName(one, other))[0] as string;
    }
    before = work;
    const own = found.get(work);
    if (own) own.push(match);
    else found.set(work, [match]);
  }
  return found;
}

/** The matches of each copy of a work; of one copy the best match of each segment. */
function copiesOf(index: Index, work: string, matches: readonly Match[]): Match[][] {
  const counts = new Map<string, number>();
  for (const match of matches) addTo(counts, tiedOf(match), 1);
  const room = new Map<string, number>();
  for (const match of matches) {
    const tied = tiedOf(match);
    if (!room.has(tied)) room.set(tied, (counts.get(tied) ?? 0) > 1 ? roomOf(index, work, match.segments) : 1);
  }
  const roomFor = (tied: string): number => room.get(tied) ?? 1;
  let repeats = 0;
  for (const [tied, count] of counts) repeats += Math.max(0, count - roomFor(tied));
  if (repeats * 2 <= counts.size) return [bestMatches(matches, roomFor)];
  const copies: Match[][] = [];
  let seen = new Map<string, number>();
  for (const match of matches) {
    const tied = tiedOf(match);
    if (copies.length === 0 || (seen.get(tied) ?? 0) >= roomFor(tied)) {
      copies.push([]);
      seen = new Map();
    }
    addTo(seen, tied, 1);
    copies.at(-1)?.push(match);
  }
  return copies;
}

/** How often one text of the work holds one of these segments. */
function roomOf(index: Index, work: string, tied: readonly number[]): number {
  let most = 1;
  for (const segment of tied) {
    const inPassage = new Map(
      (index.passagesOfSegment[segment] ?? []).map((number) => [number, index.passages[number]?.[2].filter((one) => one === segment).length ?? 0]),
    );
    for (const number of index.textsOfSegment[segment] ?? []) {
      const text = index.texts[number];
      if (text?.work === work) most = Math.max(most, text.passages.reduce((sum, passage) => sum + (inPassage.get(passage) ?? 0), 0));
    }
  }
  return most;
}

function bestMatches(matches: readonly Match[], roomFor: (tied: string) => number): Match[] {
  const bySegments = new Map<string, Match[]>();
  for (const match of matches) {
    const same = bySegments.get(tiedOf(match));
    if (same) same.push(match);
    else bySegments.set(tiedOf(match), [match]);
  }
  return [...bySegments]
    .flatMap(([tied, same]) => same.sort((one, other) => Number(other.exact) - Number(one.exact) || one.start - other.start).slice(0, roomFor(tied)))
    .sort((one, other) => one.start - other.start);
}

function choose(index: Index, work: string, matches: readonly Match[], stamped: ReadonlySet<string>, locale: string | null): Copy {
  const points = new Map<number, number>();
  for (const match of matches) {
    const best = new Map<number, number>();
    for (const [segment, worth] of match.points) {
      for (const text of index.textsOfSegment[segment] ?? []) {
        if (worth > (best.get(text) ?? 0) && index.texts[text]?.work === work) best.set(text, worth);
      }
    }
    for (const [text, worth] of best) addTo(points, text, worth);
  }
  const most = Math.max(...points.values());
  const near = [...points].filter(([, sum]) => most - sum < EQUAL).map(([text]) => text);
  const matched = new Set(matches.flatMap((match) => [...match.points.keys()]));
  const missing = new Map(near.map((text) => [text, missingIn(index, text, matched)]));
  const least = Math.min(...missing.values());
  const rank = (text: Text): number => (stamped.has(nameOf(text)) ? 0 : 2) + (text.locale === locale ? 0 : 1);
  const [text, ...also] = near
    .filter((number) => missing.get(number) === least)
    .sort((one, other) => one - other)
    .map((number) => index.texts[number] as Text)
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        compareVersions(other.version, one.version) ||
        other.revision - one.revision ||
        byName(one.locale, other.locale),
    );
  return { work, text: text as Text, also, placed: [] };
}

/** Segments without a match in passages that have one; those for which nothing may stand do not count. */
function missingIn(index: Index, number: number, matched: ReadonlySet<number>): number {
  let missing = 0;
  for (const passage of index.texts[number]?.passages ?? []) {
    const segments = index.passages[passage]?.[2] ?? [];
    if (!segments.some((segment) => matched.has(segment))) continue;
    missing += segments.filter((segment) => !matched.has(segment) && !(index.segments[segment]?.mayBeEmpty ?? false)).length;
  }
  return missing;
}

const slotsOf = (index: Index, text: Text): Slot[] =>
  text.passages.flatMap((number, passage) => (index.passages[number]?.[2] ?? []).map((segment, at) => ({ passage, at, segment })));

/** Give each match its place in the chosen text, the exact ones first: the first free one of the segment with most points. */
function place(index: Index, copy: Copy, matches: readonly Match[], tokens: Tokens): void {
  const free = new Map<number, Slot[]>();
  for (const slot of slotsOf(index, copy.text)) {
    const own = free.get(slot.segment);
    if (own) own.push(slot);
    else free.set(slot.segment, [slot]);
  }
  for (const match of [...matches].sort((one, other) => Number(other.exact) - Number(one.exact))) {
    const order = [...match.points].sort(([one, points], [other, others]) => others - points || one - other);
    const segment = order.map(([one]) => one).find((one) => (free.get(one)?.length ?? 0) > 0);
    const slot = segment === undefined ? undefined : free.get(segment)?.shift();
    if (slot === undefined) continue;
    const exact = match.exact && match.segments.includes(slot.segment);
    const placed = { ...slot, start: match.start, end: match.end, exact, words: match.words };
    copy.placed.push(placed);
    tokens.hold(copy, placed);
  }
  copy.placed.sort((one, other) => one.start - other.start);
}

/** Look for segments without a match beside those that have one. */
function findNeighbours(draft: DraftWords, index: Index, copy: Copy, tokens: Tokens, contract: boolean, takeOver: boolean): void {
  const slotName = (slot: { passage: number; at: number }): string => `${slot.passage} ${slot.at}`;
  const at = new Map(copy.placed.map((placed) => [slotName(placed), placed]));
  const slots = slotsOf(index, copy.text);
  const following: (Placed | undefined)[] = [];
  let ahead: Placed | undefined;
  for (let number = slots.length - 1; number >= 0; number--) {
    following[number] = ahead;
    ahead = at.get(slotName(slots[number] as Slot)) ?? ahead;
  }
  let before: Placed | undefined;
  for (const [number, slot] of slots.entries()) {
    const there = at.get(slotName(slot));
    if (there !== undefined) {
      before = there;
      continue;
    }
    const elements = index.segments[slot.segment]?.elements ?? [];
    const kind = index.passages[copy.text.passages[slot.passage] ?? -1]?.[1] ?? "";
    if (CONTRACT_WORDS.has(kind) !== contract) continue;
    const behind = following[number];
    const search = (from: number, to: number): Walked | null => firstMatch(draft, elements, { copy, tokens, alone: kind === "title", takeOver }, from, to);
    let found: Walked | null = null;
    if (before !== undefined) found = search(before.end, Math.min(draft.length, before.end + FARTHEST));
    if (found === null && behind !== undefined) found = search(Math.max(0, behind.start - FARTHEST), behind.start);
    if (found === null) continue;
    tokens.takeOver(found.start, found.end);
    before = { ...slot, start: found.start, end: found.end, exact: true, words: wordsOf(found) };
    copy.placed.push(before);
    tokens.hold(copy, before);
  }
  copy.placed.sort((one, other) => one.start - other.start);
}

interface Terms {
  copy: Copy;
  tokens: Tokens;
  /** A title: it stands alone, or its words are the start of a sentence. */
  alone: boolean;
  /** It may take tokens from shorter matches of other copies. */
  takeOver: boolean;
}

/** The first exact match that may have its tokens. */
function firstMatch(draft: DraftWords, elements: readonly Element[], terms: Terms, from: number, to: number): Walked | null {
  const { copy, tokens, alone, takeOver } = terms;
  const word = typeof elements[0] === "string" ? elements[0] : null;
  const mayHave = (found: Walked): boolean =>
    tokens.loose(found.start, found.end) || (takeOver && wordsOf(found) >= LEAST_TAKEN && tokens.weaker(found, copy));
  for (let start = from; start < to; start++) {
    if ((word !== null && draft.norms[start] !== word) || !(takeOver || tokens.loose(start, start + 1))) continue;
    if (alone && start > 0 && !draft.stop[start - 1] && !draft.label[start - 1]) continue;
    const found = walk(elements, draft, start);
    if (found === null || found.end === found.start || !mayHave(found)) continue;
    if (!alone || draft.stop[found.end - 1]) return found;
  }
  return null;
}
