// SPDX-License-Identifier: Apache-2.0
// Known texts of several editions as one: equal segments and equal passages stand in it once, as Python writes them.
import type { IndexData } from "./index.ts";

/** The files of several editions, put together. */
export function joined(files: readonly IndexData[]): IndexData {
  const segments = new Numbered<IndexData["segments"][number]>();
  const passages = new Numbered<IndexData["passages"][number]>();
  const whole: IndexData = { srpp: 1, items: {}, segments: segments.members, passages: passages.members, texts: [] };
  for (const file of files) {
    const segmentOf = file.segments.map((pattern) => segments.numberOf(pattern));
    const passageOf = file.passages.map(([address, kind, own]) => passages.numberOf([address, kind, own.map((one) => segmentOf[one] ?? 0)]));
    for (const [item, version, locale, revision, fingerprint, released, own] of file.texts) {
      whole.texts.push([item, version, locale, revision, fingerprint, released, own.map((one) => passageOf[one] ?? 0)]);
    }
    for (const [item, facts] of Object.entries(file.items)) {
      const before = Object.hasOwn(whole.items, item) ? whole.items[item] : undefined;
      // The first file is that of the reader's edition: of equal versions its title is shown.
      if (before === undefined || compareVersions(facts.version, before.version) > 0) whole.items[item] = facts;
    }
  }
  return whole;
}

class Numbered<Member> {
  readonly members: Member[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(member: Member): number {
    const key = JSON.stringify(member);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.members.push(member) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** Which of two versions is the newer one: above 0 the first. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  for (let place = 0; place < Math.max(first.length, second.length); place++) {
    const difference = (first[place] ?? -1) - (second[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const numbersOf = (version: string): number[] => version.split(".").map((number) => (/^[0-9]+$/.test(number) ? Number(number) : 0));
