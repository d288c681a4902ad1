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
  /** A sentence in pieces: words, and the texts that it names. */
  says: (string | Named)[];
  /** Texts of this edition of which one would mend it. */
  missing: Named[];
}

/** What somebody should look at before the texts are used; open blanks have a list of their own. */
export function adviceOn(selection: Selection, frame: Frame, today: string): Advice[] {
  const taken = selection.taken.map((text) => text.filled);
  const called = namesIn(taken, frame);
  const named = (id: string): Named => ({ id, title: called(id), taken: taken.some((filled) => filled.item.id === id) });
  return warningsOf(taken, frame, today)
    .filter((warning) => warning.kind !== "open-blank")
    .map((warning) => ({
      says: sentenceOf(warning, frame.words, (id) => `${MARK}${id}${MARK}`)
        .split(MARK)
        .map((piece, position) => (position % 2 === 1 ? named(piece) : piece)),
      // A text without a title is not in this edition: nobody can add it here.
      missing: missingIn(warning).map(named).filter(({ id, title }) => id !== title),
    }));
}

function missingIn({ kind, items, names }: TenderWarning): string[] {
  if (kind === "mandatory") return items;
  return kind === "unsecured" || kind === "requires" || kind === "form-missing" ? names : [];
}
