// SPDX-License-Identifier: Apache-2.0
// Which packs fit a purchase. The packs stand on the page with what they are made for.
import { serves } from "./cpv.ts";

export interface Wanted {
  sectors: readonly string[];
  /** Eight digits; empty: none. */
  code: string;
  /** The size of the purchase; empty: unknown, and packs of every size fit. */
  band: string;
  /** The size before signs of risk raised it. */
  before: string;
}

/** Packs of the purchase's code or sector, and of its size. A pack for a risky purchase has the risk in it already. */
export function fitting(packs: readonly HTMLElement[], wanted: Wanted): HTMLElement[] {
  if (!wanted.code && wanted.sectors.length === 0) return [];
  const right = packs.filter((pack) => ofSize(pack, wanted) && listed(pack, "sectors").some((one) => wanted.sectors.includes(one)));
  const served = packs.filter((pack) => ofSize(pack, wanted) && listed(pack, "cpv").some((one) => serves(one, wanted.code)));
  return wanted.code ? served : right;
}

function ofSize(pack: HTMLElement, wanted: Wanted): boolean {
  const band = pack.dataset["grade"] === "high" ? wanted.before : wanted.band;
  return band === "" || pack.dataset["band"] === band;
}

const listed = (pack: HTMLElement, name: string): string[] => (pack.dataset[name] ?? "").split(" ").filter(Boolean);
