// SPDX-License-Identifier: Apache-2.0
// What was found in a draft, as data: the JSON of `srpp verify --json`, the twin of recognition/findings.py.
import type { StampFound } from "./stamps.ts";

/** Whether a text stands in the draft as it was published. */
export type Verdict = "exact" | "exact-in-part" | "altered";

/** The same of one passage. */
export type State = "exact" | "altered" | "missing";

/** Words with one fate. */
export interface Run {
  mark: "kept" | "deleted" | "inserted";
  text: string;
}

/** One passage of a text. */
export interface PassageFound {
  address: string;
  kind: string;
  state: State;
  moved: boolean;
  /** Where it begins in the draft, counted from 0. */
  block: number | null;
  /** Word by word, if it is altered. */
  runs: Run[];
}

/** A known text. */
export interface TextName {
  version: string;
  locale: string;
  revision: number;
  stamp: string;
  released: boolean;
}

/** One text in the draft. */
export interface TextFound {
  item: string;
  title: string;
  text: TextName;
  /** Texts that the draft's words fit as well. */
  also: TextName[];
  verdict: Verdict;
  /** Its very stamp stands in the draft. */
  stamped: boolean;
  /** First and last block of the draft that hold its words. */
  blocks: [number, number];
  passages: PassageFound[];
  values: Record<string, string[]>;
  open_blanks: string[];
  /** A newer version, or a newer revision of the same one. */
  newer: TextName | null;
  deprecated: boolean;
  superseded_by: string | null;
  /** A newer version is known, or the item is deprecated. */
  superseded: boolean;
}

/** An item that the draft's items need and that does not stand in the draft. */
export interface MissingLink {
  kind: "unsecured" | "requires" | "form-missing";
  item: string;
  names: string[];
}

/** Everything found in one draft. */
export interface Recognition {
  srpp: 1;
  all_well: boolean;
  texts: TextFound[];
  stamps: StampFound[];
  stamps_without_words: string[];
  links: MissingLink[];
  words: number;
  /** What the reader of the file has to say, such as tracked changes. */
  notes: string[];
  /** Steps and rules of remedy ladders, by address, whose words several texts share, so that they name none of them. */
  shared: string[];
}
