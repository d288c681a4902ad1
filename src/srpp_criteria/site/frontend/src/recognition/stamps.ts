// SPDX-License-Identifier: Apache-2.0
const STAMP = /srpp:[a-z0-9-]+@\d+\.\d+\.\d+\+([A-Za-z-]+)\.\d+/g;

/** The editions that stamps in a draft name. */
export const localesNamed = (paragraphs: string[]): Set<string> =>
  new Set(paragraphs.flatMap((text) => [...text.matchAll(STAMP)].map((found) => found[1] ?? "")));
