// SPDX-License-Identifier: Apache-2.0
// The contract-size band of a purchase, from the table that stands on the start page.

export interface Limit {
  sector: string;
  lowest: number;
  below: number;
  /** Contracts of so many months belong to the band whatever their value. */
  months: number;
}

export interface Band {
  key: string;
  title: string;
  followUp: string;
  limits: Limit[];
}

export interface Purchase {
  /** Sectors it may belong to. */
  sectors: string[];
  value: number;
  months: number;
  risk: boolean;
}

/** The band, the months that moved it up (0: none did), and whether risk did. */
export interface Size {
  band: Band;
  /** The band before risk raised it. */
  before: Band;
  long: number;
  raised: boolean;
}

/** Bands of a table, the smallest first. */
export const bandsOf = (table: ParentNode): Band[] =>
  [...table.querySelectorAll<HTMLElement>("[data-size]")].map((row) => ({
    key: row.dataset["size"] ?? "",
    title: row.dataset["title"] ?? "",
    followUp: table.querySelector(`[data-follow-up="${row.dataset["size"] ?? ""}"]`)?.textContent ?? "",
    limits: [...row.querySelectorAll<HTMLElement>("[data-limit]")].map((limit) => ({
      sector: limit.dataset["limit"] ?? "",
      lowest: Number(limit.dataset["lowest"]),
      below: Number(limit.dataset["below"] ?? Infinity),
      months: Number(limit.dataset["months"] ?? Infinity),
    })),
  }));

/** The size of a purchase; nothing if its sectors would give it different ones. */
export function sizeOf(purchase: Purchase, bands: readonly Band[]): Size | undefined {
  const sizes = purchase.sectors.map((sector) => sizeIn(sector, purchase, bands));
  const [first] = sizes;
  return first && sizes.every((size) => size?.band === first.band) ? first : undefined;
}

function sizeIn(sector: string, purchase: Purchase, bands: readonly Band[]): Size | undefined {
  const limits = bands.map((band) => band.limits.find((limit) => limit.sector === sector));
  const byValue = limits.findIndex((limit) => limit && limit.lowest <= purchase.value && purchase.value < limit.below);
  if (byValue < 0) return undefined;
  const byLength = limits.reduce((last, limit, place) => (limit && limit.months <= purchase.months ? place : last), -1);
  const unraised = Math.max(byValue, byLength);
  const index = purchase.risk ? Math.min(unraised + 1, bands.length - 1) : unraised;
  const [band, before] = [bands[index], bands[unraised]];
  const long = byLength > byValue ? (limits[byLength]?.months ?? 0) : 0;
  return band && before && { band, before, long, raised: index > unraised };
}
