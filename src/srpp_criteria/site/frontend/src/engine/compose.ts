// SPDX-License-Identifier: Apache-2.0
// Compose a tender, or one item, into a document: the twin of documents/compose.py.
import type { Block, Document, Inline } from "./document";
import type { Filled } from "./fill";
import type { Frame } from "./fillable";

export interface Taken {
  filled: Filled;
  /** Why it was taken; printed into the procurement file. */
  reason?: string | undefined;
}

export interface Left {
  title: string;
  reason?: string | undefined;
}

/** A selection in the buyer's order; the document puts it into that of a tender. */
export interface Tender {
  title: string;
  taken: readonly Taken[];
  left: readonly Left[];
}

/** The taken items by section, in the order of a tender; within a section in the buyer's order. */
export function bySection(taken: readonly Taken[], frame: Frame): Map<string, Taken[]> {
  const sections = new Map<string, Taken[]>();
  for (const section of Object.keys(frame.sections)) {
    const found = taken.filter((one) => one.filled.item.section === section);
    if (found.length > 0) sections.set(section, found);
  }
  return sections;
}

/** The whole tender: sections in order, every item with its tables, an annex with versions and stamps. */
export function tenderDocument(tender: Tender, frame: Frame, { stamps = true } = {}): Document {
  const sections = bySection(tender.taken, frame);
  const taken = [...sections.values()].flat();
  const blocks: Block[] = [...sections].flatMap(([section, found]): Block[] => [
    { kind: "heading", level: 1, text: frame.sections[section] ?? section, anchor: section, numbered: true },
    ...found.flatMap((one) => one.filled.blocks(2, stamps)),
  ]);
  blocks.push(...annex(taken, tender.left, frame));
  return documentOf(tender.title, frame, blocks, taken.map((one) => one.filled), 2);
}

/** One item alone, with everything a tender needs of it. */
export function itemDocument(filled: Filled, frame: Frame, { stamp = true } = {}): Document {
  return documentOf(filled.item.title, frame, filled.blocks(1, stamp), [filled], 0);
}

function documentOf(title: string, frame: Frame, blocks: Block[], chosen: Filled[], contents_depth: number): Document {
  const statuses = new Set([frame.status, ...chosen.map((one) => one.item.status)]);
  const status = (["draft", "deprecated", "reviewed"] as const).find((each) => statuses.has(each)) ?? "draft";
  const older = chosen.some((one) => one.item.note);
  const { language, locale_name, labels, notices } = frame;
  return {
    title,
    language,
    locale: locale_name,
    labels,
    blocks,
    notice: older ? `${notices[status]} ${notices.older}` : notices[status],
    open_blanks: chosen.flatMap(({ item, blanks }) =>
      blanks.map((blank) => ({ field: `${item.id}.${blank.name}`, label: blank.label, where: item.title })),
    ),
    contents_depth,
  };
}

function annex(taken: readonly Taken[], left: readonly Left[], frame: Frame): Block[] {
  const heads = (...keys: string[]): Inline[][] => keys.map((key) => text(frame.words[key] ?? key));
  const title = (level: number, key: string, anchor = ""): Block => {
    return { kind: "heading", level, text: frame.words[key] ?? key, anchor, numbered: false };
  };
  const table = (header: Inline[][], rows: string[][], widths: number[]): Block => {
    return { kind: "table", header, rows: rows.map((row) => row.map(text)), caption: "", widths };
  };
  const texts = taken.map(({ filled: { item } }, at) => [String(at + 1), item.title, item.version, item.stamp]);
  const blocks: Block[] = [
    { kind: "page-break" },
    title(1, "annex-texts", "annex-texts"),
    table(heads("annex-number", "annex-item", "annex-version", "annex-stamp"), texts, [0.5, 3, 1, 4]),
  ];
  const none = frame.words["none-given"] ?? "";
  if (left.length > 0) {
    const rows = left.map((one) => [one.title, one.reason || none]);
    blocks.push(title(2, "annex-left"), table(heads("annex-item", "annex-reason"), rows, [1, 1]));
  }
  const reasons = taken.filter((one) => one.reason);
  if (reasons.length > 0) {
    const rows = reasons.map((one) => [one.filled.item.title, one.reason ?? ""]);
    blocks.push(title(2, "annex-taken"), table(heads("annex-item", "annex-reason"), rows, [1, 1]));
  }
  return blocks;
}

function text(words: string): Inline[] {
  return [{ kind: "text", text: words }];
}
