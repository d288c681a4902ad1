// SPDX-License-Identifier: Apache-2.0
// Which passages kept their order, so that one that was moved is told alone: the twin of recognition/order.py.

/**
 * Places of the longest run whose values rise; of equally long ones, the one that keeps the earliest places.
 *
 * @param begins where each passage begins in the draft, all different, in the order of the text.
 */
export function inOrder(begins: readonly number[]): number[] {
  const heads: number[] = []; // by length, the highest value that begins such a run: they fall
  const lengths = new Map<number, number>();
  for (let place = begins.length - 1; place >= 0; place--) {
    const begin = begins[place] ?? 0;
    const found = heads.findIndex((head) => head <= begin);
    const shorter = found < 0 ? heads.length : found;
    heads[shorter] = begin;
    lengths.set(place, shorter + 1);
  }
  const kept: number[] = [];
  for (const [place, begin] of begins.entries()) {
    const last = kept.at(-1);
    if (lengths.get(place) === heads.length - kept.length && (last === undefined || begin > (begins[last] ?? 0))) kept.push(place);
  }
  return kept;
}
