// SPDX-License-Identifier: Apache-2.0
// The known texts, so that four words of a draft lead to the segments that hold them: the twin of recognition/index.py. Python
// cuts the texts into segments (recognition/index_data.py); here its JSON is read.

/** So many neighbouring words make a key. */
export const KEY = 4;
/** A key of more segments tells nothing. */
const MOST_SEGMENTS = 500;
const ALLOWANCE = { n: 1, d: 3, t: 8 } as const;

type GapKind = keyof typeof ALLOWANCE;

/** A pattern as JSON: runs of words, gaps, and choices with their branches by turns of key and pattern. */
export type Pattern = (string | [GapKind, string] | ["c", string, ...(string | Pattern)[]])[];

export interface ItemFacts {
  title: string;
  version: string;
  status: string;
  superseded_by: string | null;
  secured_by: string[];
  requires: string[];
  forms: string[];
}

/** The file of known texts. */
export interface IndexData {
  srpp: 1;
  items: Record<string, ItemFacts>;
  segments: Pattern[];
  passages: [address: string, kind: string, segments: number[]][];
  texts: [item: string, version: string, locale: string, revision: number, fingerprint: string, released: 0 | 1, passages: number[]][];
}

/** A place for a value. */
export class Gap {
  constructor(
    readonly kind: GapKind,
    readonly name: string,
  ) {}
}

/** Words of which one branch stands in the draft. */
export class Choice {
  constructor(
    readonly name: string,
    readonly branches: readonly Element[][],
  ) {}
}

export type Element = string | Gap | Choice;

/** Whether a draft may have no word at all for these elements. */
export const nothingMayStand = (elements: readonly Element[]): boolean =>
  elements.every((one) => one instanceof Choice && one.branches.some((branch) => branch.length === 0));

/** One known text. */
export class Text {
  constructor(
    readonly item: string,
    readonly version: string,
    readonly locale: string,
    readonly revision: number,
    readonly fingerprint: string,
    readonly released: boolean,
    readonly passages: readonly number[],
  ) {}

  /** The line that stands below its copies. */
  get stamp(): string {
    return `srpp:${this.item}@${this.version}+${this.locale}.${this.revision}#${this.fingerprint}`;
  }

  /** The item in one language: id and language, with a space between them. */
  get work(): string {
    return `${this.item} ${this.locale.split("-")[0] ?? ""}`;
  }
}

/** A pattern, its words, and what its gaps may take. */
export class Segment {
  readonly elements: readonly Element[];
  readonly runs: readonly string[][];
  /** Words before the first gap or choice. */
  readonly lead: number;
  /** All words, if there is no choice between them. */
  readonly flat: readonly string[] | null;
  /** Tokens that the gaps on the top level may take when a window is compared. */
  readonly allowance: number;
  /** Whether nothing at all may stand for it. */
  readonly mayBeEmpty: boolean;

  constructor(pattern: Pattern) {
    this.elements = elementsOf(pattern);
    this.runs = pattern.filter((element) => typeof element === "string").map((run) => run.split(" "));
    this.lead = typeof pattern[0] === "string" ? (this.runs[0]?.length ?? 0) : 0;
    const words = this.elements.filter((element) => typeof element === "string");
    this.flat = this.elements.some((element) => element instanceof Choice) ? null : words;
    this.allowance = this.elements.reduce((sum, one) => sum + (one instanceof Gap ? ALLOWANCE[one.kind] : 0), 0);
    this.mayBeEmpty = nothingMayStand(this.elements);
  }
}

const elementsOf = (pattern: Pattern): Element[] =>
  pattern.flatMap((element): Element[] => {
    if (typeof element === "string") return element.split(" ");
    if (element[0] !== "c") return [new Gap(element[0], element[1])];
    const branches = element.filter((_, place) => place >= 3 && place % 2 === 1).map((branch) => elementsOf(branch as Pattern));
    // The longest first: a branch may begin as another one does.
    return [new Choice(element[1], branches.sort((one, other) => other.length - one.length))];
  });

/** A segment that has a key, and where in its words the key first stands. */
export type Hit = readonly [segment: number, offset: number];

/** Known texts and the ways to them. */
export class Index {
  readonly items: Readonly<Record<string, ItemFacts>>;
  readonly segments: readonly Segment[];
  readonly passages: IndexData["passages"];
  readonly texts: readonly Text[];
  /** From four words to the segments that have them. */
  readonly keys = new Map<string, Hit[]>();
  readonly passagesOfSegment: readonly number[][];
  /** The texts that hold a segment, in order. */
  readonly textsOfSegment: readonly number[][];
  /** The works that hold a segment in any version. */
  readonly worksOfSegment: readonly ReadonlySet<string>[];

  constructor(data: IndexData) {
    this.items = data.items;
    this.segments = data.segments.map((pattern) => new Segment(pattern));
    this.passages = data.passages;
    this.texts = data.texts.map((row) => new Text(row[0], row[1], row[2], row[3], row[4], row[5] === 1, row[6]));
    this.#addKeys();
    this.passagesOfSegment = reversed(this.segments.length, data.passages.map(([, , segments]) => segments));
    const textsOfPassage = reversed(data.passages.length, this.texts.map((text) => text.passages));
    this.textsOfSegment = this.passagesOfSegment.map((passages) =>
      [...new Set(passages.flatMap((passage) => textsOfPassage[passage] ?? []))].sort((one, other) => one - other),
    );
    const works = this.texts.map((text) => text.work);
    this.worksOfSegment = this.textsOfSegment.map((texts) => new Set(texts.map((text) => works[text] ?? "")));
  }

  #addKeys(): void {
    for (const [number, segment] of this.segments.entries()) {
      const own = new Map<string, number>();
      let offset = 0;
      for (const run of segment.runs) {
        for (let at = 0; at + KEY <= run.length; at++) {
          const key = run.slice(at, at + KEY).join(" ");
          if (!own.has(key)) own.set(key, offset + at);
        }
        offset += run.length;
      }
      for (const [key, place] of own) {
        const found = this.keys.get(key);
        if (found) found.push([number, place]);
        else this.keys.set(key, [[number, place]]);
      }
    }
    for (const [key, found] of this.keys) if (found.length > MOST_SEGMENTS) this.keys.delete(key);
  }
}

/** For each of so many members the lists that hold it. */
function reversed(size: number, lists: readonly (readonly number[])[]): number[][] {
  const found: number[][] = Array.from({ length: size }, () => []);
  for (const [number, members] of lists.entries()) for (const member of new Set(members)) found[member]?.push(number);
  return found;
}
