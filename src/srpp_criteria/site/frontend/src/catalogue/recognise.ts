// SPDX-License-Identifier: Apache-2.0
// What a buyer calls a purchase, in whatever form of the words: the sector and the topics that it belongs to.

/** Words by sector, written by people and named by the library, and names of topics; see purchase_words.py. */
export interface Known {
  listed: Record<string, string[]>;
  named: Record<string, string[]>;
  topics: Record<string, string[]>;
}

export interface Recognised {
  /** Empty: none, or several as likely. */
  sector: string;
  topics: string[];
}

const NOTHING: Known = { listed: {}, named: {}, topics: {} };

/** How much a word that people listed counts, beside one that only stands in the name of a pack or code. */
const LISTED = 2;

export const readKnown = (json: string | undefined): Known => ({ ...NOTHING, ...(JSON.parse(json ?? "{}") as Partial<Known>) });

/** The sector that most of the typed words speak for, and every topic whose whole name was typed. */
export function recognise(typed: string, known: Known): Recognised {
  const words = wordsOf(typed);
  const counts: [sector: string, count: number][] = Object.keys(known.listed).map((sector) => {
    const hits = new Map<string, number>();
    for (const [phrases, weight] of [[known.named[sector], 1], [known.listed[sector], LISTED]] as const) {
      for (const word of (phrases ?? []).flatMap((phrase) => saidOf(phrase, words))) hits.set(word, weight);
    }
    return [sector, [...hits.values()].reduce((sum, weight) => sum + weight, 0)];
  });
  counts.sort((one, other) => other[1] - one[1]);
  const [first, second] = counts;
  const topics = Object.entries(known.topics).filter(([, names]) => names.some((name) => saidOf(name, words).length > 0));
  return {
    sector: first && first[1] > 0 && first[1] > (second?.[1] ?? 0) ? first[0] : "",
    topics: topics.map(([key]) => key),
  };
}

/** The typed words that say a phrase; none if one of its words is missing. Particles need not be typed. */
function saidOf(phrase: string, typed: readonly string[]): string[] {
  const all = wordsOf(phrase);
  const long = all.filter((word) => word.length > 3);
  const needed = long.length > 0 ? long : all;
  const said = needed.map((word) => typed.find((one) => isSame(one, word)));
  return needed.length > 0 && said.every((one) => one !== undefined) ? (said as string[]) : [];
}

const wordsOf = (text: string): string[] =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");

/** One word in two inflections, or as a part of a compound (Dienstkleidung, skolemåltid). */
function isSame(typed: string, known: string): boolean {
  if (typed === known) return true;
  if (known.length >= 5 && (typed.startsWith(known) || typed.endsWith(known))) return true;
  let same = 0;
  while (same < known.length && typed[same] === known[same]) same += 1;
  // A word that only begins a longer one is often its first half (skole, skolemat), and means something else.
  const share = same === typed.length ? 0.7 : 0.6;
  return same >= 4 && same >= share * Math.max(typed.length, known.length);
}
