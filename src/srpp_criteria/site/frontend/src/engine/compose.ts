// SPDX-License-Identifier: Apache-2.0
// Compose a tender, or one item, into a document: the twin of documents/compose.py.
import type { Block, Document, Inline } from "./document";
import type { Filled } from "./fill";
import type { Frame } from "./fillable";

export interface Taken {
  filled: Filled;
  /** Why it was taken; for the procurement file. */
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

/**
 * The whole tender: sections in order, every item with its tables, an annex with versions and stamps.
 *
 * `log`: the annex also tells what was left out, and why texts were taken; bidders read the document, so only on demand.
 */
export function tenderDocument(tender: Tender, frame: Frame, { stamps = true, log = false } = {}): Document {
  const sections = bySection(tender.taken, frame);
  const taken = [...sections.values()].flat();
  const blocks: Block[] = [...sections].flatMap(([section, found]): Block[] => [
    { kind: "heading", level: 1, text: frame.sections[section] ?? section, anchor: section, numbered: true },
    ...found.flatMap((one) => one.filled.blocks(2, stamps)),
  ]);
  blocks.push(...annexOfTexts(taken, frame));
  if (log) blocks.push(...annexOfDecisions(taken, tender.left, frame));
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

function annexOfTexts(taken: readonly Taken[], frame: Frame): Block[] {
  const texts = taken.map(({ filled: { item } }, at) => [String(at + 1), item.title, item.version, item.stamp]);
  return [
    { kind: "page-break" },
    heading(1, "annex-texts", frame, "annex-texts"),
    table(["annex-number", "annex-item", "annex-version", "annex-stamp"], texts, [0.5, 3, 1, 4], frame),
  ];
}

function annexOfDecisions(taken: readonly Taken[], left: readonly Left[], frame: Frame): Block[] {
  const blocks: Block[] = [];
  const none = frame.words["none-given"] ?? "";
  if (left.length > 0) {
    const rows = left.map((one) => [one.title, one.reason || none]);
    blocks.push(heading(2, "annex-left", frame), table(["annex-item", "annex-reason"], rows, [1, 1], frame));
  }
  const reasons = taken.filter((one) => one.reason);
  if (reasons.length > 0) {
    const rows = reasons.map((one) => [one.filled.item.title, one.reason ?? ""]);
    blocks.push(heading(2, "annex-taken", frame), table(["annex-item", "annex-reason"], rows, [1, 1], frame));
  }
  return blocks;
}

function heading(level: number, key: string, frame: Frame, anchor = ""): Block {
  return { kind: "heading", level, text: frame.words[key] ?? key, anchor, numbered: false };
}

function table(heads: string[], rows: string[][], widths: number[], frame: Frame): Block {
  const header = heads.map((key) => text(frame.words[key] ?? key));
  return { kind: "table", header, rows: rows.map((row) => row.map(text)), caption: "", widths };
}

function text(words: string): Inline[] {
  return [{ kind: "text", text: words }];
}
