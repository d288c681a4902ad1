// SPDX-License-Identifier: Apache-2.0
// The page that checks a draft: a draft comes in, the worker looks for our texts, what it found is shown.
import type { Frame } from "../engine/fillable.ts";
import { h, refill } from "../page/dom.ts";
import { at } from "../page/place.ts";
import { say } from "../page/words.ts";
import { localesNamed } from "../recognition/stamps.ts";
import { Job } from "./job.ts";
import { Labels } from "./labels.ts";
import { openingOf, type Opened } from "./opening.ts";
import { resultsOf } from "./results.ts";

/** An edition, by its tag and its name. */
export interface EditionName {
  locale: string;
  name: string;
}

/** Build the page into its place. */
export function showDesk(place: HTMLElement, frame: Frame, editions: EditionName[]): void {
  const job = new Job();
  const labels = new Labels(frame);
  let opened: Opened | null = null;

  const everywhere = h("input", { type: "checkbox", id: "verify-all", onchange: () => opened && void look(opened, false) });
  const opening = openingOf(frame, {
    reading: (name) => busy("ui-verify-reading", name),
    opened: (next) => void look(next, true),
    unread: () => {
      opened = null;
      job.stop();
      refill(says);
      refill(found);
    },
  });
  const says = h("p", { class: "srpp-verify-busy", role: "status" });
  const found = h("div", { class: "srpp-verify-found" });
  refill(place, opening, h("label", { class: "srpp-check", for: "verify-all" }, everywhere, say(frame, "ui-verify-all")), says, found);

  function busy(key: string, name: string): void {
    refill(found);
    refill(says, say(frame, key, { name }));
  }

  /** The reader's edition first; others when they are asked for, or when a stamp in the draft names them. */
  function localesFor({ draft: { blocks } }: Opened): string[] {
    const named = localesNamed(blocks);
    const others = editions.map((one) => one.locale).filter((locale) => locale !== frame.locale);
    return [frame.locale, ...others.filter((locale) => everywhere.checked || named.has(locale.toLowerCase()))];
  }

  /** `leads`: whether the focus goes to the result; not from a box that somebody ticks. */
  async function look(next: Opened, leads: boolean): Promise<void> {
    opened = next;
    busy("ui-verify-looking", next.name);
    const locales = localesFor(next);
    try {
      const indexes = locales.map((locale) => at(`${locale}/recognition.json`));
      const answer = await job.ask({ draft: next.draft.blocks, indexes, locale: frame.locale });
      if (answer === null) return;
      await labels.fetchFor(answer.recognition.texts);
      if (opened !== next) return;
      const told = { frame, name: next.name, notes: next.draft.notes, found: answer, labels, editions, isEverywhere: locales.length === editions.length };
      const results = resultsOf(told, (words) => refill(says, words));
      refill(found, results.element);
      if (leads) results.heading.focus();
      // A screen reader tells what changes in a region that was there before.
      refill(says, h("span", { class: "srpp-hidden" }, results.summary));
    } catch (error) {
      console.warn(error);
      refill(says, say(frame, "ui-verify-failed"));
    }
  }
}
