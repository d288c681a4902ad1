// SPDX-License-Identifier: Apache-2.0
// Pagefind never gives up on a word: where "xyzzy" is not found it looks for "xyzz", then "xyz" … and finds an "x".
// A reader is better served by "nothing found".
import type { Found } from "./pagefind.ts";

const folded = (word: string): string =>
  word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a result holds every word that was asked, in some inflection. */
export function isMeant(found: Found, asked: string): boolean {
  const content = (found.raw_content ?? found.content ?? "").split(/[\r\n\s]+/g);
  const inText = (found.locations ?? []).map((place) => content[place] ?? "");
  // What a result says of itself is searched, too, but Pagefind does not tell which of its words were found.
  const inFacts = Object.values(found.meta).flatMap((fact) => fact.split(/\s+/));
  const hit = new Set([...inText, ...inFacts].flatMap(piecesOf));
  const words = asked.split(/\s+/).map(folded).filter((word) => word !== "");
  return words.every((word) => [...hit].some((one) => one.startsWith(word.slice(0, stemOf(word)))));
}

/** A word whole and in its pieces: `HMS-kort` is also found as `kort`. */
const piecesOf = (word: string): string[] => [word, ...word.split(/[^\p{L}\p{N}]+/u)].map(folded).filter((one) => one !== "");

/** How many first letters two inflections of a word share at least. */
const stemOf = (word: string): number => (word.length < 4 ? word.length : Math.max(3, Math.ceil(word.length / 2)));
