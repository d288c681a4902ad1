// SPDX-License-Identifier: Apache-2.0
// What is said of each text in the draft: section 5 of docs/concepts/recognition.md, the twin of recognition/judge.py.
import { CONTRACT_WORDS, type Copy, type Placed } from "./assign.ts";
import { BLANK, type DraftWords } from "./draft-words.ts";
import type { PassageFound, Run, TextFound, TextName, Verdict } from "./findings.ts";
import type { Index, Text } from "./index.ts";
import { compareVersions } from "./known-texts.ts";
import { align, settled, type Step } from "./likeness.ts";
import { inOrder } from "./order.ts";
import { walk, type Taken } from "./walk.ts";

/** Tokens between two sentences of one passage that still count as put between them. */
const FARTHEST_APART = 120;


type Stretch = [start: number, end: number];

/** One finding for each copy. */
export function judge(draft: DraftWords, index: Index, copies: readonly Copy[], stamped: ReadonlySet<string>): TextFound[] {
  const owners = new Int32Array(draft.length).fill(-1);
  for (const [number, copy] of copies.entries()) for (const placed of copy.placed) owners.fill(number, placed.start, placed.end);
  const newest = newestOf(index);
  return copies.map((copy, number) => new Judge(draft, index, copy, number, owners).found(stamped, newest));
}

const later = (one: Text, other: Text): boolean => (compareVersions(one.version, other.version) || one.revision - other.revision) > 0;

function newestOf(index: Index): Map<string, Text> {
  const newest = new Map<string, Text>();
  for (const text of index.texts) {
    const known = newest.get(`${text.item} ${text.locale}`);
    if (known === undefined || later(text, known)) newest.set(`${text.item} ${text.locale}`, text);
  }
  return newest;
}

const nameOf = ({ version, locale, revision, stamp, released }: Text): TextName => ({ version, locale, revision, stamp, released });

class Judge {
  readonly #values = new Map<string, string[]>();
  readonly #blanks = new Set<string>();

  constructor(
    private readonly draft: DraftWords,
    private readonly index: Index,
    private readonly copy: Copy,
    private readonly number: number,
    private readonly owners: Int32Array,
  ) {}

  found(stamped: ReadonlySet<string>, newest: ReadonlyMap<string, Text>): TextFound {
    const { text, also, placed } = this.copy;
    const passages = this.#passages();
    const facts = this.index.items[text.item];
    const last = newest.get(`${text.item} ${text.locale}`) ?? text;
    const newer = last.stamp !== text.stamp && later(last, text) ? nameOf(last) : null;
    const deprecated = facts?.status === "deprecated";
    const blockOf = (token: number): number => this.draft.block[token] ?? 0;
    return {
      item: text.item,
      title: facts?.title ?? text.item,
      text: nameOf(text),
      also: also.map(nameOf),
      verdict: verdictOf(passages),
      stamped: stamped.has(text.stamp.toLowerCase()),
      blocks: [blockOf(placed[0]?.start ?? 0), Math.max(...placed.map((one) => blockOf(one.end - 1)))],
      passages,
      values: Object.fromEntries([...this.#values].map(([name, values]) => [name, [...new Set(values)]])),
      open_blanks: [...this.#blanks],
      newer,
      deprecated,
      superseded_by: facts?.superseded_by ?? null,
      superseded: deprecated || (newer !== null && newer.version !== text.version),
    };
  }

  #passages(): PassageFound[] {
    const at = new Map(this.copy.placed.map((placed) => [`${placed.passage} ${placed.at}`, placed]));
    const added = this.#added();
    const moved = this.#moved();
    return this.copy.text.passages.map((number, place): PassageFound => {
      const [address, kind, segments] = this.index.passages[number] ?? ["", "", []];
      const own = segments.map((_, each) => at.get(`${place} ${each}`));
      const starts = own.flatMap((one) => (one === undefined ? [] : [one.start]));
      const missing: PassageFound = { address, kind, state: "missing", moved: false, block: null, runs: [] };
      if (starts.length === 0) return missing;
      const block = this.draft.block[Math.min(...starts)] ?? 0;
      const { runs, altered } = this.#runs(own, segments, place, added);
      // Other words in another place: a heading of somebody else.
      if (altered && kind === "title" && moved.has(place)) return missing;
      return { address, kind, state: altered ? "altered" : "exact", moved: moved.has(place), block, runs: altered ? runs : [] };
    });
  }

  /** Passages, by their place in the text, that do not stand where the others let expect them. */
  #moved(): Set<number> {
    const starts = new Map<number, number[]>();
    for (const { passage, start } of [...this.copy.placed].sort((one, other) => one.passage - other.passage || one.at - other.at)) {
      starts.set(passage, [...(starts.get(passage) ?? []), start]);
    }
    const passages = [...starts].map(([place, own]) => ({ place, own, first: Math.min(...own), last: Math.max(...own) }));
    const kept = inOrder(passages.map((one) => one.first)).flatMap((each) => passages[each] ?? []);
    const inRun = new Set(kept.map((one) => one.place));
    const isMixed = (own: readonly number[]): boolean => own.some((start, each) => each > 0 && start < (own[each - 1] ?? 0));
    const moved = new Set(passages.filter(({ place, own }) => !inRun.has(place) || isMixed(own)).map((one) => one.place));
    // The second sentence of a passage may have gone behind the next one.
    for (const [each, one] of kept.entries()) if (one.last > (kept[each + 1]?.first ?? one.last)) moved.add(one.place);
    return moved;
  }

  #runs(
    own: readonly (Placed | undefined)[],
    segments: readonly number[],
    place: number,
    added: ReadonlyMap<string, Stretch[]>,
  ): { runs: Run[]; altered: boolean } {
    const runs: Run[] = [];
    let altered = false;
    const insert = (at: number) => {
      for (const [start, end] of added.get(`${place} ${at}`) ?? []) {
        altered = true;
        runs.push({ mark: "inserted", text: this.draft.slice(start, end) });
      }
    };
    insert(-1);
    for (const [at, number] of segments.entries()) {
      const segment = this.index.segments[number];
      const placed = own[at];
      if (segment === undefined) continue;
      if (placed === undefined) {
        if (!segment.mayBeEmpty) {
          altered = true;
          const words = settled(segment.elements, new Map()).map((word) => (typeof word === "string" ? word : `[${word.name}]`));
          runs.push({ mark: "deleted", text: words.join(" ") });
        }
      } else if (placed.exact) {
        this.#fill(walk(segment.elements, this.draft, placed.start)?.values ?? []);
        runs.push({ mark: "kept", text: this.draft.slice(placed.start, placed.end) });
      } else {
        const { steps, values } = align(segment, this.draft, placed.start, placed.end);
        this.#fill(values);
        const marked = markedOf(steps, this.draft);
        altered ||= marked.some((run) => run.mark !== "kept");
        runs.push(...marked);
      }
      insert(at);
    }
    return { runs: joined(runs), altered };
  }

  #fill(values: readonly Taken[]): void {
    for (const { name, start, end } of values) {
      if (this.draft.norms[start] === BLANK) this.#blanks.add(name);
      else this.#values.set(name, [...(this.#values.get(name) ?? []), this.draft.slice(start, end)]);
    }
  }

  /** Stretches that were put to the text, by the slot that they stand behind; segment -1: before the passage. */
  #added(): Map<string, Stretch[]> {
    const { draft, owners } = this;
    const { placed, text } = this.copy;
    const isFree = (token: number): boolean => (owners[token] ?? -1) < 0;
    const isContract = (passage: number): boolean => CONTRACT_WORDS.has(this.index.passages[text.passages[passage] ?? -1]?.[1] ?? "");
    const marked = new Map<number, string>();
    const mark = (token: number, slot: string) => void (marked.has(token) || marked.set(token, slot));
    for (const [number, one] of placed.entries()) {
      const following = placed[number + 1];
      if (following === undefined || one.passage !== following.passage || following.start - one.end > FARTHEST_APART) continue;
      for (let token = one.end; token < following.start; token++) marked.set(token, `${one.passage} ${one.at}`);
    }
    for (const one of placed) {
      // The unit in which it begins and the one in which it ends.
      const first = draft.units[draft.unitAt(one.start)]?.[0] ?? one.start;
      for (let token = one.start - 1; token >= first && isFree(token); token--) if (isContract(one.passage)) mark(token, `${one.passage} ${one.at - 1}`);
      let end = draft.units[draft.unitAt(one.end - 1)]?.[1] ?? one.end;
      if (this.#opens(one)) end = Math.max(end, draft.blockEnds[one.end - 1] ?? end);
      for (let token = one.end; token < end && isFree(token); token++) if (isContract(one.passage)) mark(token, `${one.passage} ${one.at}`);
    }
    const stretches = new Map<string, Stretch[]>();
    for (const [token, slot] of [...marked].sort(([one], [other]) => one - other)) {
      if (!isFree(token) || draft.label[token]) continue;
      const own = stretches.get(slot) ?? [];
      stretches.set(slot, own);
      const last = own.at(-1);
      if (last?.[1] === token) last[1] = token + 1;
      else own.push([token, token + 1]);
    }
    return stretches;
  }

  /** Whether the block in which a match ends begins with words of this copy. */
  #opens({ end: behind }: Placed): boolean {
    const end = this.draft.blockEnds[behind - 1] ?? behind;
    const first = this.draft.behindLabels(this.draft.blockStarts[behind - 1] ?? behind, end);
    return first < end && this.owners[first] === this.number;
  }
}

function verdictOf(passages: readonly PassageFound[]): Verdict {
  const own = passages.filter((one) => one.kind !== "title");
  if (own.some((one) => one.state === "altered")) return "altered";
  return own.some((one) => one.state === "missing" && one.kind === "core") ? "exact-in-part" : "exact";
}

/** Runs of one fate, in the draft's spelling where the words stand there. */
function markedOf(steps: readonly Step[], draft: DraftWords): Run[] {
  const runs: { mark: Run["mark"]; start: number; end: number; words: string[] }[] = [];
  for (const step of steps) {
    const mark = step.fate === "filled" || (step.fate === "inserted" && draft.label[step.start]) ? "kept" : step.fate;
    const last = runs.at(-1);
    if (last?.mark === mark) {
      last.end = step.end;
      last.words.push(step.word);
    } else runs.push({ mark, start: step.start, end: step.end, words: [step.word] });
  }
  return runs.map(({ mark, start, end, words }) => ({ mark, text: mark === "deleted" ? words.join(" ") : draft.slice(start, end) }));
}

function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const { mark, text } of runs) {
    const last = found.at(-1);
    if (text === "") continue;
    if (last?.mark === mark) last.text += ` ${text}`;
    else found.push({ mark, text });
  }
  return found;
}
