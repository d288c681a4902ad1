// SPDX-License-Identifier: Apache-2.0
// How parts and values of the found texts are called: as their pages call them, where the text still has a page.
import { Texts } from "../basket/texts.ts";
import type { FillableItem, Frame } from "../engine/fillable.ts";
import { say } from "../page/words.ts";
import type { PassageFound, TextFound } from "../recognition/findings.ts";

export class Labels {
  readonly #shelves = new Map<string, Texts>();

  constructor(private readonly frame: Frame) {}

  /** Fetch what is needed. A label that does not arrive is a nuisance and no trouble: its name stands there instead. */
  async fetchFor(texts: readonly TextFound[]): Promise<void> {
    const wanted = new Map<string, string[]>();
    for (const { item, text } of texts) wanted.set(text.locale, [...(wanted.get(text.locale) ?? []), item]);
    await Promise.all([...wanted].map(([locale, items]) => this.#shelfOf(locale).fetch(items)));
  }

  /** What a value is called. */
  value(text: TextFound, name: string): string {
    const parameter = this.#pageOf(text)?.parameters.find((one) => one.name === name);
    return parameter?.label ?? name.replaceAll("_", " ");
  }

  /** What a passage is called: the title of a part, otherwise what sort of words it is. */
  passage(text: TextFound, { address }: PassageFound): string {
    const [group = "", name = ""] = address.split(".");
    if (group === "text") {
      const clauses = this.#pageOf(text)?.blocks.filter((block) => block.kind === "clause") ?? [];
      return clauses.find((clause) => clause.part?.id === name)?.part?.title ?? sentenceCase(name);
    }
    const key = `ui-verify-group-${group.replaceAll("_", "-")}`;
    return key in this.frame.words ? say(this.frame, key) : sentenceCase(group);
  }

  #pageOf({ item, text }: TextFound): FillableItem | null {
    return this.#shelves.get(text.locale)?.get(item) ?? null;
  }

  #shelfOf(locale: string): Texts {
    const shelf = this.#shelves.get(locale) ?? new Texts(locale);
    this.#shelves.set(locale, shelf);
    return shelf;
  }
}

function sentenceCase(name: string): string {
  const words = name.replaceAll(/[-_]/g, " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
