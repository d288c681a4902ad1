// SPDX-License-Identifier: Apache-2.0
// What every result belongs to: filters, counts and the order of a tender. One file, loaded after the first result, or
// with it where a filter is set. Written by search_facets.py, which says why these are not Pagefind's own filters.
import { json, locale } from "../page/place.ts";
import { readCpv } from "./cpv.ts";
import { FACETS, type Facet, type State } from "./state.ts";

interface Written {
  facets: [facet: string, value: string][];
  pages: [id: string, facets: number[]][];
}

export type Counts = Record<Facet, Record<string, number>>;

type Belongs = Record<string, string[]>;

let loading: Promise<Facets> | undefined;

/** The facets of the page's edition; a second call waits for the first. */
export function facets(): Promise<Facets> {
  loading ??= json<Written>(`${locale}/catalogue/facets.json`).then(
    (written) => new Facets(written),
    (error: unknown) => {
      loading = undefined; // the next search tries again
      throw error;
    },
  );
  return loading;
}

export class Facets {
  readonly #pages = new Map<string, { place: number; belongs: Belongs }>();

  constructor(written: Written) {
    written.pages.forEach(([id, own], place) => {
      const belongs: Belongs = {};
      for (const number of own) {
        const [facet, value] = written.facets[number] ?? ["", ""];
        (belongs[facet] ??= []).push(value);
      }
      this.#pages.set(id, { place, belongs });
    });
  }

  /** Whether a result passes the filters of a state. */
  passes(id: string, state: State, without?: Facet): boolean {
    const belongs = this.#pages.get(id)?.belongs ?? {};
    const code = readCpv(state.cpv);
    return (
      (code === undefined || (belongs["cpv"] ?? []).some((branch) => code.startsWith(branch))) &&
      FACETS.every((facet) => {
        const wanted = facet === without ? [] : state.facets[facet];
        return wanted.length === 0 || (belongs[facet] ?? []).some((value) => wanted.includes(value));
      })
    );
  }

  /** Whether a result is a page of the site, and no text of a tender. */
  isPage(id: string): boolean {
    return (this.#pages.get(id)?.belongs["kind"] ?? []).includes("page");
  }

  /** The place of a result in a tender. */
  placeOf(id: string): number {
    return this.#pages.get(id)?.place ?? Infinity;
  }

  /** How many of these results each answer of each filter would leave; a filter's own choice does not count for it. */
  counts(ids: readonly string[], state: State): Counts {
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Counts;
    for (const facet of FACETS) {
      for (const id of ids) {
        if (!this.passes(id, state, facet)) continue;
        for (const value of this.#pages.get(id)?.belongs[facet] ?? []) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
      }
    }
    return counts;
  }
}
