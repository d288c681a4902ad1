// SPDX-License-Identifier: Apache-2.0
// Source stamps in a draft: section 6 of docs/concepts/recognition.md, the twin of recognition/stamps.py.
import type { Index } from "./index.ts";

/** What a stamp is worth. */
export type StampState = "known" | "other-fingerprint" | "other-text" | "unknown-item" | "damaged";

/** A stamp as it stands in a draft. */
export interface StampFound {
  shown: string;
  block: number;
  state: StampState;
  item: string;
  version: string;
  locale: string;
  revision: number;
  /** The item that is perhaps meant. */
  near: string;
}

// Only ASCII, also where case and white space do not count.
const S = String.raw`[ \t\n\r\f\v]?`;
const STAMP = new RegExp(
  String.raw`srpp${S}:${S}([a-z0-9-]+)${S}@${S}([0-9]+\.[0-9]+\.[0-9]+)${S}\+${S}([a-z]{2,3}(?:-[a-z0-9]+)*)\.([0-9]{1,9})${S}#${S}([0-9a-f]{8})(?![0-9a-f])`,
  "gi",
);
const BEGUN = new RegExp(String.raw`srpp${S}:${S}[a-z][a-z0-9@.+#_-]{0,200}`, "gi");
/** An item is named as meant up to so many letters away. */
const NEAREST = 3;

/** The blocks with spaces in place of stamps, and the stamps. */
export function takeStamps(blocks: readonly string[], index: Index): { rest: string[]; stamps: StampFound[] } {
  const known = new Set(index.texts.map((text) => text.stamp.toLowerCase()));
  const named = new Map(index.texts.map((text) => [nameOf(text.item, text.version, text.locale, text.revision), text]));
  const stamps: StampFound[] = [];
  const rest = blocks.map((block, number) => {
    if (!/srpp/i.test(block)) return block;
    let left = block;
    for (const match of block.matchAll(STAMP)) {
      const [shown, written = "", version = "", locale = "", count = "", fingerprint = ""] = match;
      const [item, revision] = [written.toLowerCase(), Number(count)];
      const text = named.get(nameOf(item, version, locale, revision));
      const whole = `srpp:${item}@${version}+${locale}.${revision}#${fingerprint}`.toLowerCase();
      let [state, near]: [StampState, string] = ["other-text", ""];
      if (known.has(whole)) state = "known";
      else if (text !== undefined) state = "other-fingerprint";
      else if (!Object.hasOwn(index.items, item)) [state, near] = ["unknown-item", nearest(item, Object.keys(index.items))];
      stamps.push({ shown, block: number, state, item, version, locale: text?.locale ?? locale, revision, near });
      left = blanked(left, match.index, shown.length);
    }
    for (const match of [...left.matchAll(BEGUN)]) {
      const [shown] = match;
      const item = (shown.slice(shown.indexOf(":") + 1).trim().split(/[@+#]/)[0] ?? "").toLowerCase();
      const near = Object.hasOwn(index.items, item) ? item : nearest(item, Object.keys(index.items));
      stamps.push({ shown, block: number, state: "damaged", item: "", version: "", locale: "", revision: 0, near });
      left = blanked(left, match.index, shown.length);
    }
    return left;
  });
  return { rest, stamps };
}

/** The editions that stamps in a draft name. */
export const localesNamed = (blocks: readonly string[]): Set<string> =>
  new Set(blocks.flatMap((block) => [...block.matchAll(STAMP)].map((match) => (match[3] ?? "").toLowerCase())));

const nameOf = (item: string, version: string, locale: string, revision: number): string => `${item}@${version}+${locale.toLowerCase()}.${revision}`;

const blanked = (text: string, start: number, length: number): string => text.slice(0, start) + " ".repeat(length) + text.slice(start + length);

/** The known name fewest letters away, the first of equals; nothing if all are far. */
function nearest(written: string, known: string[]): string {
  let [best, found] = [NEAREST + 1, ""];
  for (const name of [...known].sort()) {
    if (Math.abs(name.length - written.length) >= best) continue;
    const letters = distance(written, name);
    if (letters < best) [best, found] = [letters, name];
  }
  return found;
}

function distance(one: string, other: string): number {
  const row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let place = 1; place <= one.length; place++) {
    let diagonal = row[0] ?? 0;
    row[0] = place;
    for (let at = 1; at <= other.length; at++) {
      const before = row[at] ?? 0;
      row[at] = Math.min(before + 1, (row[at - 1] ?? 0) + 1, diagonal + (one[place - 1] === other[at - 1] ? 0 : 1));
      diagonal = before;
    }
  }
  return row[other.length] ?? 0;
}
