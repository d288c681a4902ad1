// SPDX-License-Identifier: Apache-2.0
// The texts of this edition, fetched as they are asked for and kept while the page is open.
import type { FillableItem } from "../engine/fillable.ts";
import { at } from "../page/place.ts";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class Texts {
  /** null: the edition does not hold it. */
  readonly #kept = new Map<string, FillableItem | null>();

  constructor(private readonly locale: string) {}

  /** A text that was fetched. */
  get(id: string): FillableItem | null {
    return this.#kept.get(id) ?? null;
  }

  /** Whether this edition is known not to hold it. */
  lacks(id: string): boolean {
    return this.#kept.get(id) === null;
  }

  /** Fetch what is not here yet. False if the site could not be reached for one of them. */
  async fetch(ids: string[]): Promise<boolean> {
    const wanted = [...new Set(ids)].filter((id) => !this.#kept.has(id));
    const fetched = await Promise.all(wanted.map((id) => this.#one(id)));
    return fetched.every(Boolean);
  }

  async #one(id: string): Promise<boolean> {
    if (!ID.test(id)) {
      this.#kept.set(id, null); // no text has such a name, so nobody is asked for it
      return true;
    }
    try {
      const answer = await fetch(at(`${this.locale}/${id}/fillable.json`));
      if (!answer.ok && answer.status !== 404) return false;
      this.#kept.set(id, answer.ok ? ((await answer.json()) as FillableItem) : null);
      return true;
    } catch {
      return false;
    }
  }
}
