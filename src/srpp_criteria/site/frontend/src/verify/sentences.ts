// SPDX-License-Identifier: Apache-2.0
// What page and report say of a draft, in the words of the edition.
import type { Frame } from "../engine/fillable.ts";
import { say } from "../page/words.ts";
import type { Note } from "../recognition/drafts/office.ts";
import type { MissingLink, Recognition, TextFound } from "../recognition/findings.ts";
import type { ItemFacts } from "../recognition/index.ts";
import type { EditionName } from "./desk.ts";
import type { Found } from "./job.ts";
import type { Labels } from "./labels.ts";
import { countsOf } from "./reading.ts";

/** Everything that there is to tell. */
export interface Told {
  frame: Frame;
  /** Name of the file, or what stands for it. */
  name: string;
  /** What the reader of the file has to say. */
  notes: readonly Note[];
  found: Found;
  labels: Labels;
  editions: readonly EditionName[];
  /** Whether the texts of all editions were looked for. */
  isEverywhere: boolean;
}

/** What is known of an item; undefined if nothing is. */
export const knownOf = ({ items }: Found, item: string): ItemFacts | undefined => (Object.hasOwn(items, item) ? items[item] : undefined);

export const titleOf = ({ found }: Told, item: string): string => knownOf(found, item)?.title ?? item;

/** The summary, number by number; what is not there is not told, but the number of texts. */
export function summaryOf({ frame, found, isEverywhere }: Told): string[] {
  const counts = countsOf(found.recognition);
  const shared = found.recognition.shared.length > 0 ? [say(frame, "ui-verify-shared")] : [];
  if (counts.texts === 0) return [say(frame, "ui-verify-none"), ...shared, ...(isEverywhere ? [] : [say(frame, "ui-verify-none-here")])];
  const others = (["altered", "newer", "blanks", "missing"] as const).filter((one) => counts[one] > 0);
  return [
    say(frame, "ui-verify-count-texts", { count: counts.texts }),
    ...others.map((one) => say(frame, `ui-verify-count-${one}`, { count: counts[one] })),
    ...shared,
    ...(found.recognition.all_well ? [say(frame, "ui-verify-well")] : []),
  ];
}

/** Version, edition, revision, and how the text was recognised. */
export function factsOf({ text, stamped, blocks }: TextFound, { frame, editions }: Told): string[] {
  return [
    say(frame, "ui-verify-version", { version: text.version }),
    editions.find((one) => one.locale === text.locale)?.name ?? text.locale,
    say(frame, "ui-verify-revision", { revision: text.revision }),
    ...(text.released ? [] : [say(frame, "ui-verify-unreleased")]),
    say(frame, stamped ? "ui-verify-by-stamp" : "ui-verify-by-words"),
    say(frame, "ui-verify-where", { number: blocks[0] + 1 }),
  ];
}

/** What became of the text since; null if it is the newest. */
export function newerSentence({ newer, text, deprecated }: TextFound, { frame }: Told): string | null {
  if (deprecated) return say(frame, "ui-verify-replaced");
  if (newer === null) return null;
  if (newer.version !== text.version) return say(frame, "ui-verify-superseded", { version: newer.version });
  return say(frame, "ui-verify-revised", { revision: newer.revision });
}

export const chainSentence = (link: MissingLink, told: Told): string =>
  say(told.frame, `warning-${link.kind}`, { item: titleOf(told, link.item), names: link.names.map((name) => titleOf(told, name)).join(", ") });

export function chainSentences(told: Told): string[] {
  const { recognition } = told.found;
  const piece = recognition.links.length > 0 && mayBePiece(recognition) ? [say(told.frame, "ui-verify-piece")] : [];
  return [...recognition.links.map((link) => chainSentence(link, told)), ...piece];
}

/** A draft with more texts is taken for a whole tender. */
const MOST_OF_A_PIECE = 2;

/** One or two texts, and no annex that tells their stamps again: perhaps a piece of a tender. */
function mayBePiece({ texts, stamps }: Recognition): boolean {
  return texts.length > 0 && texts.length <= MOST_OF_A_PIECE && new Set(stamps.map((stamp) => stamp.shown)).size === stamps.length;
}

/** What is wrong with stamps. */
export function stampSentences(told: Told): string[] {
  const { stamps, stamps_without_words } = told.found.recognition;
  return [
    ...stamps
      .filter((stamp) => stamp.state !== "known")
      .map(({ shown, state, near }) => {
        const sentence = say(told.frame, `ui-verify-stamp-${state}`, { stamp: shown });
        return near ? `${sentence} ${say(told.frame, "ui-verify-stamp-near", { title: titleOf(told, near) })}` : sentence;
      }),
    ...stamps_without_words.map((item) => say(told.frame, "ui-verify-stamp-without-words", { title: titleOf(told, item) })),
  ];
}

/** What a reader should know of the file. */
export const noteSentences = ({ notes, frame }: Told): string[] => notes.map((note) => say(frame, `ui-verify-note-${note}`));
