// SPDX-License-Identifier: Apache-2.0
// What a finished document says, free of any file format: the twin of documents/document.py and documents/inlines.py.

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "emphasis"; inlines: Inline[] }
  | { kind: "strong"; inlines: Inline[] }
  | { kind: "link"; target: string; inlines: Inline[] }
  | { kind: "break" }
  | Field;

/** A value that stands in the text and that the reader may change or still has to fill in. */
export interface Field {
  kind: "field";
  /** `item-id.parameter` */
  name: string;
  /** What stands on paper; for a blank the prompt. */
  shown: string;
  blank: boolean;
  label: string;
  options: Option[];
}

export interface Option {
  key: string;
  label: string;
}

export interface Paragraph {
  kind: "paragraph";
  inlines: Inline[];
}

export interface ListBlock {
  kind: "list";
  ordered: boolean;
  start: number;
  items: Flow[][];
}

export type Flow = Paragraph | ListBlock;

export interface Heading {
  kind: "heading";
  level: number;
  text: string;
  anchor: string;
  numbered: boolean;
}

export interface NumberedClause {
  kind: "clause";
  level: number;
  blocks: Flow[];
}

export interface Table {
  kind: "table";
  header: Inline[][];
  rows: Inline[][][];
  caption: string;
  /** Relative; empty: the writer judges by the content. */
  widths: number[];
}

export type NoticeKind = "status" | "warning" | "note";

export interface Notice {
  kind: "notice";
  notice: NoticeKind;
  blocks: Flow[];
}

export interface Stamp {
  kind: "stamp";
  text: string;
}

export interface FieldLine {
  kind: "field-line";
  label: string;
  field: Field;
  help: string;
}

export interface PageBreak {
  kind: "page-break";
}

export type Block = Heading | NumberedClause | Flow | Table | Notice | Stamp | FieldLine | PageBreak;

export interface OpenBlank {
  /** Name of the `Field` in the text. */
  field: string;
  label: string;
  where: string;
}

/** The words a writer needs of its own, in the language of the document. */
export interface Labels {
  page: string;
  contents: string;
  open_blanks: string;
  open_blanks_note: string;
  blank: string;
  where: string;
  labelled: string;
}

export interface Document {
  title: string;
  /** BCP 47, for the spell checker. */
  language: string;
  /** The line on top of every page names the title and this. */
  locale: string;
  labels: Labels;
  blocks: Block[];
  notice: string | null;
  open_blanks: OpenBlank[];
  contents_depth: number;
}
