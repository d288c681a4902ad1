// SPDX-License-Identifier: Apache-2.0
// From the blocks of a draft to what stands in it. The specification is docs/concepts/recognition.md, the twin is
// recognition/recognise.py.
import { assign, GOOD_WORDS, itemOf, worksOf } from "./assign.ts";
import { clean, DraftWords } from "./draft-words.ts";
import type { MissingLink, Recognition } from "./findings.ts";
import type { Index } from "./index.ts";
import { judge } from "./judge.ts";
import { scan, type Match } from "./scan.ts";
import { takeStamps, type StampFound } from "./stamps.ts";

/**
 * Which of the known texts stand in a draft.
 *
 * @param blocks paragraphs, headings, list entries and cells of the draft, in order.
 * @param locale preferred where texts of several editions fit equally well.
 * @param notes what the reader of the file has to say.
 */
export function recognise(blocks: readonly string[], index: Index, locale: string | null, notes: readonly string[] = []): Recognition {
  const { rest, stamps } = takeStamps(blocks.map(clean), index);
  const draft = new DraftWords(rest);
  const matches = scan(draft, index);
  const copies = assign(draft, index, matches, stamps, locale);
  const isKnown = (stamp: StampFound): boolean => stamp.state === "known";
  const stamped = new Set(stamps.filter(isKnown).map(({ item, version, locale: tag, revision }) => `srpp:${item}@${version}+${tag}.${revision}`.toLowerCase()));
  const known = index.texts.map((text) => text.stamp.toLowerCase()).filter((stamp) => stamped.has(stamp.split("#")[0] ?? ""));
  const texts = judge(draft, index, copies, new Set(known));
  const items = new Set(texts.map((one) => one.item));
  const without = [...new Set(stamps.filter((stamp) => isKnown(stamp) && !items.has(stamp.item)).map((stamp) => stamp.item))];
  const links = missingLinks(index, items);
  return {
    srpp: 1,
    all_well:
      texts.every((one) => one.verdict === "exact" && !one.superseded && one.open_blanks.length === 0) &&
      stamps.every(isKnown) &&
      without.length === 0 &&
      links.length === 0,
    texts,
    stamps,
    stamps_without_words: without,
    links,
    words: draft.length,
    notes: [...notes],
    shared: sharedSteps(index, matches, new Set(copies.map((copy) => copy.work))),
  };
}

/** Words of remedy ladders that stand there exactly and went to no text, since they belong to several. */
function sharedSteps(index: Index, matches: readonly Match[], found: ReadonlySet<string>): string[] {
  const addresses = new Set<string>();
  for (const match of matches) {
    const works = [...worksOf(index, match)];
    if (!match.exact || match.words < GOOD_WORDS || works.some((work) => found.has(work)) || new Set(works.map(itemOf)).size < 2) continue;
    for (const segment of match.segments) {
      for (const number of index.passagesOfSegment[segment] ?? []) {
        const [address, kind] = index.passages[number] ?? ["", ""];
        if (kind === "side" && address.startsWith("ladder.")) addresses.add(address);
      }
    }
  }
  return [...addresses].sort();
}

/** The rules of `edition/warnings.py`, on what the draft holds. */
function missingLinks(index: Index, items: ReadonlySet<string>): MissingLink[] {
  return [...items].sort().flatMap((item): MissingLink[] => {
    const { secured_by = [], requires = [], forms = [] } = index.items[item] ?? {};
    const links: MissingLink[] = [];
    if (secured_by.length > 0 && !secured_by.some((clause) => items.has(clause))) links.push({ kind: "unsecured", item, names: secured_by });
    for (const required of requires) if (!items.has(required)) links.push({ kind: "requires", item, names: [required] });
    for (const form of forms) if (!items.has(form) && !requires.includes(form)) links.push({ kind: "form-missing", item, names: [form] });
    return links;
  });
}
