// SPDX-License-Identifier: Apache-2.0
// What is searched, as it stands in the address: so it can be sent, kept and gone back to.
import { readCpv } from "./cpv.ts";

export const FACETS = ["sector", "kind", "level", "topic", "mandatory"] as const;
export type Facet = (typeof FACETS)[number];

export interface State {
  words: string;
  facets: Record<Facet, string[]>;
  /** As typed; it may be no code. */
  cpv: string;
  /** Empty: the best match first if there are words, otherwise as in a tender. */
  sort: "" | "relevance" | "tender";
  /** The purchase of the start page. */
  band: string;
  months: string;
  /** Without its currency, which is that of the edition. */
  value: string;
  /** "1": signs of risk raised the band by one. */
  risk: string;
  shown: number;
}

/** Results that are shown at first, and more with each press. */
export const PAGE = 10;

const MOST = 500;

export function readState(search: string): State {
  const given = new URLSearchParams(search);
  const words = (given.get("q") ?? "").trim();
  const cpv = (given.get("cpv") ?? "").trim();
  // A code that was typed where words are asked for (the field in the head, the start page) is meant as a code.
  const isCode = cpv === "" && readCpv(words) !== undefined;
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, given.getAll(facet).filter((value) => value !== "")]));
  const sort = given.get("sort");
  const shown = Number(given.get("shown"));
  const band = given.get("band") ?? "";
  const months = given.get("months") ?? "";
  const value = given.get("value") ?? "";
  return {
    words: isCode ? "" : words,
    facets: facets as State["facets"],
    cpv: isCode ? words : cpv,
    sort: sort === "tender" || sort === "relevance" ? sort : "",
    band: /^[A-D]$/.test(band) ? band : "",
    months: /^[0-9]{1,3}$/.test(months) ? months : "",
    value: /^[0-9]{1,12}(?:\.[0-9]{1,2})?$/.test(value) ? value : "",
    risk: given.get("risk") === "1" ? "1" : "",
    shown: Number.isInteger(shown) && shown > PAGE ? Math.min(shown, MOST) : PAGE,
  };
}

/** The part of an address behind the path; empty if nothing is searched. */
export function addressOf(state: State): string {
  const told = new URLSearchParams();
  if (state.words) told.set("q", state.words);
  for (const facet of FACETS) for (const value of state.facets[facet]) told.append(facet, value);
  for (const name of ["cpv", "sort", "band", "months", "value", "risk"] as const) if (state[name]) told.set(name, state[name]);
  if (state.shown > PAGE) told.set("shown", String(state.shown));
  const address = told.toString();
  return address && `?${address}`;
}

/** How many filters are set. */
export const filtersOf = (state: State): number =>
  FACETS.reduce((count, facet) => count + state.facets[facet].length, 0) + (state.cpv ? 1 : 0);

/** Whether anything is asked. */
export const asks = (state: State): boolean => state.words !== "" || filtersOf(state) > 0 || state.band !== "" || state.value !== "" || state.months !== "";

/** The band before signs of risk raised it. */
export const bandBefore = (state: State): string =>
  state.risk && state.band > "A" ? String.fromCharCode(state.band.charCodeAt(0) - 1) : state.band;

export const orderOf = (state: State): "relevance" | "tender" => state.sort || (state.words ? "relevance" : "tender");
