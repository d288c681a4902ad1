// SPDX-License-Identifier: Apache-2.0
// The tender file `*.srpp.yml`: the twin of models/tender_file.py, and how it is written. A page loads this only when
// somebody saves or opens a file, because reading brings a YAML library along.
import Big from "big.js";
import { cleanForFile } from "./printable";
import type { Given } from "./values";

export { faultSentence as sentenceOfTrouble, readTenderFile, type Fault } from "./tender-file-reading";

export interface TenderItem {
  item: string;
  /** Version that was taken; null: the present one. */
  version: string | null;
  /** Revision of that version in the language; null: the newest one. */
  revision: number | null;
  decision: "taken" | "left";
  reason: string | null;
  parameters: Record<string, Given>;
}

export interface TenderFile {
  title: string;
  /** Edition, such as nb-NO. */
  locale: string;
  /** YYYY-MM-DD */
  created: string | null;
  cpv: string[];
  /** In the buyer's order; also items that no edition of this site knows. */
  items: TenderItem[];
}

export const FILE_ENDING = ".srpp.yml";

/** The file as text: YAML that the command line, Python and this site read alike. Every text is in quotes. */
export function writeTenderFile(file: TenderFile): string {
  const lines = ["# Tender file of srpp-criteria: open it again on the site, or write documents with", "#   srpp tender FILE -o tender.docx"];
  lines.push("srpp: 1", `title: ${line(file.title)}`, `locale: ${text(file.locale)}`);
  if (file.created !== null) lines.push(`created: ${text(file.created)}`);
  if (file.cpv.length > 0) lines.push(`cpv: [${file.cpv.map(text).join(", ")}]`);
  lines.push("items:");
  for (const item of file.items) {
    lines.push(`  - item: ${text(item.item)}`);
    if (item.version !== null) lines.push(`    version: ${text(item.version)}`);
    if (item.revision !== null) lines.push(`    revision: ${item.revision}`);
    lines.push(`    decision: ${item.decision}`);
    if (item.reason !== null && cleanForFile(item.reason).trim() !== "") lines.push(`    reason: ${text(item.reason)}`);
    const parameters = Object.entries(item.parameters);
    if (parameters.length > 0) lines.push("    parameters:");
    for (const [name, value] of parameters) lines.push(`      ${name}: ${scalar(value)}`);
  }
  return `${lines.join("\n")}\n`;
}

function scalar(value: Given): string {
  if (typeof value === "string") return text(value);
  return typeof value === "boolean" ? String(value) : new Big(value).toFixed();
}

/** JSON is YAML: its quotes and escapes mean the same. */
function text(words: string): string {
  return JSON.stringify(cleanForFile(words));
}

function line(words: string): string {
  return JSON.stringify(cleanForFile(words).replace(/\s*\n\s*/g, " ").trim());
}
