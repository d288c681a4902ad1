// SPDX-License-Identifier: Apache-2.0
// A draft as paragraphs, whatever file it came in. What a file is, its bytes say; the end of its name only tells HTML from text.
import { isArchive, LARGEST_FILE } from "./archive.ts";
import { paragraphsOfHtml } from "./html.ts";
import { paragraphsOfOffice } from "./office.ts";
import { blocksOfText } from "./lines.ts";
import { decodedText } from "./plain.ts";
import { UnreadableDraft, type Trouble } from "./unreadable.ts";

/** Beginnings of files that people call documents and that are not read here. */
const OTHERS: [string, Trouble][] = [
  ["%PDF-", "pdf"],
  ["\u00d0\u00cf\u0011\u00e0", "old-word"],
  ["{\\rtf", "rtf"],
];

/** The paragraphs of a file, as they are; empty ones are left out. */
export async function paragraphsOfFile(file: File): Promise<string[]> {
  if (file.size > LARGEST_FILE) throw new UnreadableDraft("large");
  return paragraphsOfBytes(new Uint8Array(await file.arrayBuffer()), file.name);
}

export function paragraphsOfBytes(data: Uint8Array, name: string): string[] {
  if (isArchive(data)) return withWords(paragraphsOfOffice(data));
  const start = String.fromCharCode(...data.subarray(0, 8));
  for (const [beginning, trouble] of OTHERS) if (start.startsWith(beginning)) throw new UnreadableDraft(trouble);
  if (/\.(docx|odt)$/i.test(name)) throw new UnreadableDraft(data.length === 0 ? "empty" : "no-zip");
  const text = decodedText(data);
  const isHtml = /\.x?html?$/i.test(name) || /^\s*<(!doctype html|html)\b/i.test(text);
  return withWords(isHtml ? paragraphsOfHtml(text) : blocksOfText(text));
}

/** What somebody pasted. */
export const paragraphsOfPasted = (text: string): string[] => withWords(blocksOfText(text));

function withWords(paragraphs: string[]): string[] {
  const kept = paragraphs.filter((text) => text.trim() !== "");
  if (kept.length === 0) throw new UnreadableDraft("empty");
  return kept;
}

/** Formatted text from the clipboard as lines. */
export const textOfHtml = (html: string): string =>
  paragraphsOfHtml(html)
    .map((text) => text.trim())
    .filter(Boolean)
    .join("\n");
