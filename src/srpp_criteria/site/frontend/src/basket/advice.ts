// SPDX-License-Identifier: Apache-2.0
// The engine's warnings as the page shows them: a sentence that leads to the texts it names, and those that would mend it.
import type { Frame } from "../engine/fillable.ts";
import { namesIn, sentenceOf, warningsOf, type TenderWarning } from "../engine/warnings.ts";
import type { Selection } from "./selection.ts";

/** Stands around the ids in a sentence; no id and no sentence has it. */
const MARK = "\u0000";

export interface Named {
  id: string;
  title: string;
  /** It lies in the basket; else it has a page in this edition, if it has a title. */
  taken: boolean;
}

export interface Advice {
  /** Sentences in pieces: words, and the texts that they name. */
  says: (string | Named)[][];
  /** Texts of this edition of which one would mend all that is said. */
  missing: Named[];
}

/** What somebody should look at before the texts are used; open blanks have a list of their own. */
export function adviceOn(selection: Selection, frame: Frame, today: string): Advice[] {
  const taken = selection.taken.map((text) => text.filled);
  const called = namesIn(taken, frame);
  const named = (id: string): Named => ({ id, title: called(id), taken: taken.some((filled) => filled.item.id === id) });
  const all = warningsOf(taken, frame, today)
    .filter((warning) => warning.kind !== "open-blank")
    .map((warning) => ({
      says: [
        sentenceOf(warning, frame.words, (id) => `${MARK}${id}${MARK}`)
          .split(MARK)
          .map((piece, position) => (position % 2 === 1 ? named(piece) : piece)),
      ],
      // A text without a title is not in this edition: nobody can add it here.
      // A successor may lie in the basket already.
      missing: missingIn(warning).map(named).filter(({ id, title, taken }) => id !== title && !taken),
    }));
  return merged(all);
}

/** What one and the same text would mend stands together, with one button. */
function merged(all: Advice[]): Advice[] {
  const alone = new Set(all.flatMap(({ missing }) => (missing.length === 1 ? missing.map(({ id }) => id) : [])));
  const together = new Map<string, Advice>();
  for (const [position, advice] of all.entries()) {
    // A text that must be added anyway also mends what one of several would mend.
    const needed = advice.missing.filter(({ id }) => alone.has(id)).slice(0, 1);
    const missing = needed.length > 0 ? needed : advice.missing;
    const key = missing.length > 0 ? missing.map(({ id }) => id).sort().join(" ") : `#${position}`;
    together.set(key, { says: [...(together.get(key)?.says ?? []), ...advice.says], missing });
  }
  return [...together.values()];
}

function missingIn({ kind, items, names }: TenderWarning): string[] {
  if (kind === "mandatory") return items;
  return kind === "unsecured" || kind === "requires" || kind === "form-missing" || kind === "deprecated" ? names : [];
}
