// SPDX-License-Identifier: Apache-2.0
// What was found, in the order in which a reader asks for it.
import type { PassageFound, Recognition, TextFound } from "../recognition/findings.ts";
import type { Labels } from "./labels.ts";

/** The numbers of the summary. */
export interface Counts {
  texts: number;
  altered: number;
  newer: number;
  blanks: number;
  missing: number;
}

export const countsOf = ({ texts, links }: Recognition): Counts => ({
  texts: texts.length,
  altered: texts.filter((one) => one.verdict === "altered").length,
  newer: texts.filter((one) => one.superseded).length,
  blanks: texts.reduce((sum, one) => sum + one.open_blanks.length, 0),
  missing: links.length,
});

/** The passages of a text by what a reader has to do about them; names of those that need no words. */
export interface Parts {
  altered: { name: string; passage: PassageFound }[];
  moved: string[];
  missing: string[];
  exact: string[];
  /** What goes with the text and was not taken over, such as its evidence. */
  aside: string[];
}

export function partsOf(text: TextFound, labels: Labels): Parts {
  const named = text.passages.filter((one) => one.kind !== "title" || one.state === "altered").map((passage) => ({ name: labels.passage(text, passage), passage }));
  const names = (is: (passage: PassageFound) => boolean): string[] => [...new Set(named.filter(({ passage }) => is(passage)).map(({ name }) => name))];
  return {
    altered: named.filter(({ passage }) => passage.state === "altered"),
    moved: names((one) => one.state === "exact" && one.moved),
    exact: names((one) => one.state === "exact" && !one.moved),
    missing: names((one) => one.state === "missing" && one.kind === "core"),
    aside: names((one) => one.state === "missing" && (one.kind === "side" || one.kind === "cell")),
  };
}

/** The texts that would close a gap in the chain, each once, in the order in which the gaps are told. */
export const neededItems = ({ links }: Recognition): string[] => [...new Set(links.flatMap((link) => link.names))];
