// SPDX-License-Identifier: Apache-2.0
// An item whose figures are still open, as documents/fillable.py writes it.
import type { Labels, NoticeKind, Option } from "./document";

export type ParameterType =
  | "integer"
  | "decimal"
  | "percentage"
  | "money"
  | "duration"
  | "date"
  | "choice"
  | "boolean"
  | "text";

/** A figure or a word that the buyer fills in; what a type does not have is null. */
export interface Parameter {
  name: string;
  type: ParameterType;
  label: string;
  help: string | null;
  /** In words; a duration has hours, days, working-days, weeks, months or years. */
  unit: string | null;
  default: number | boolean | string | null;
  /** A number; for a date YYYY-MM-DD. */
  minimum: number | string | null;
  maximum: number | string | null;
  /** Of a choice its answers, of a boolean `true` and `false`, in the words of the edition. */
  options: Option[];
  locked: boolean;
  currency: string | null;
  maximum_length: number | null;
  basis: { kind: "seen" | "recalled" | "judgement"; says: string };
  /** It belongs to the remedy ladder, not to the item itself. */
  ladder: boolean;
}

export type OpenInline =
  | string
  | { kind: "constant"; text: string }
  | { kind: "emphasis"; inlines: OpenInline[] }
  | { kind: "strong"; inlines: OpenInline[] }
  | { kind: "link"; target: string; inlines: OpenInline[] }
  | { kind: "break" }
  | { kind: "value"; name: string }
  | { kind: "plural"; name: string; branches: Record<string, OpenInline[]> }
  | { kind: "select"; name: string; branches: Record<string, OpenInline[]> };

export type OpenFlow =
  | { kind: "paragraph"; inlines: OpenInline[] }
  | { kind: "list"; ordered: boolean; start: number; items: OpenFlow[][] };

/** A boolean or choice parameter has this value; booleans are "true" and "false". */
export interface Condition {
  parameter: string;
  equals: string;
}

export interface OpenClause {
  kind: "clause";
  level: number;
  blocks: OpenFlow[];
  /** Present if the clause is a part of the item's text; its title, if any, is also the first paragraph of blocks. */
  part?: { id: string; title: string | null; when: Condition | null };
}

/** What must still be true for the words of an example to be: its points, and the values on which the words rest. */
export interface WorkedExample {
  offer: Record<string, number>;
  points: number;
  figures: Record<string, number>;
}

export interface OpenTable {
  kind: "table";
  header: OpenInline[][];
  rows: OpenInline[][][];
  caption: string;
  widths: number[];
  /** Present if the rows are worked examples: row by row what must still be true for it to be printed. */
  examples?: WorkedExample[];
}

export type OpenBlock =
  | { kind: "heading"; level: number; text: string; anchor: string; numbered: boolean }
  | OpenClause
  | OpenFlow
  | OpenTable
  | { kind: "notice"; notice: NoticeKind; blocks: OpenFlow[] }
  | { kind: "stamp"; text: string }
  | { kind: "field-line"; label: string; help: string; name: string; prompt: string; field_label: string; options: Option[] };

/** Another item by its id; the title is null if this edition does not hold it. */
export interface Other {
  id: string;
  title: string | null;
}

export interface Scoring {
  method: string;
  method_title: string;
  /** Name of the parameter that holds the points for the best offer. */
  weight: string;
  /** Of the method: a parameter's name, or a number. */
  settings: Record<string, string | number>;
  examples: (WorkedExample & { case: OpenInline[] })[];
}

export interface FillableItem {
  format: 1;
  id: string;
  kind: string;
  stage: string | null;
  section: string;
  title: string;
  intent: string;
  version: string;
  locale: string;
  revision: number;
  stamp: string;
  status: "draft" | "reviewed" | "deprecated";
  /** What replaces a deprecated item. */
  superseded_by: Other | null;
  /** Why an older text is shown, if it is. */
  note: string | null;
  level: string;
  sectors: string[];
  topics: string[];
  parameters: Parameter[];
  related: {
    secured_by: Other[];
    requires: Other[];
    conflicts_with: Other[];
    stricter_than: Other[];
    see_also: Other[];
  };
  indicators: { id: string; rhythm: string; reported_by: string; due: OpenInline[]; sheet: Other | null }[];
  evidence: { id: string; stage: string; form: Other | null }[];
  scoring: Scoring | null;
  /** For a heading of level 2. */
  blocks: OpenBlock[];
}

/** What is the same for all items of an edition. */
export interface Frame {
  format: 1;
  locale: string;
  /** For `lang` and the spell checker. */
  language: string;
  /** For Intl: numbers, dates, plural forms. */
  formats: string;
  locale_name: string;
  library_version: string;
  status: string;
  labels: Labels;
  /** Names of the sections of a tender, in their order. */
  sections: Record<string, string>;
  notices: { draft: string; deprecated: string; reviewed: string; older: string };
  /** The other words of compose.py, by their key in the interface register. */
  words: Record<string, string>;
  /** Items that the law of the market demands. */
  mandatory: { id: string; title: string; sectors: string[]; valid_from: string | null; valid_to: string | null }[];
}
