// SPDX-License-Identifier: Apache-2.0
// A draft as blocks of text: the twin of recognition/drafts/draft.py. What a file is, its bytes say; its name only tells HTML from
// text.
import { isArchive, LARGEST_FILE } from "./archive.ts";
import { blocksOfHtml } from "./html.ts";
import { blocksOfLines } from "./lines.ts";
import { readOffice, type Note } from "./office.ts";
import { decodedText } from "./plain.ts";
import { UnreadableDraft, type Trouble } from "./unreadable.ts";

/** Paragraphs, headings, list entries and cells in order, and what a reader should know of the file. */
export interface Draft {
  blocks: string[];
  notes: Note[];
}

/** Beginnings of files that people call documents and that are not read here. */
const OTHERS: [string, Trouble][] = [
  ["%PDF-", "pdf"],
  ["\u00d0\u00cf\u0011\u00e0", "old-word"],
  ["{\\rtf", "rtf"],
];
const HTML_NAME = /\.x?html?$/i;
const HTML_START = /^\s*<(?:!doctype html|html)\b/i;
const OFFICE_NAME = /\.(?:docx|docm|dotx|odt|ott)$/i;

/** The draft in a file. */
export async function draftInFile(file: File): Promise<Draft> {
  if (file.size > LARGEST_FILE) throw new UnreadableDraft("large");
  return draftOf(new Uint8Array(await file.arrayBuffer()), file.name);
}

/** The draft in the bytes of a file. */
export function draftOf(data: Uint8Array, name: string): Draft {
  if (data.length > LARGEST_FILE) throw new UnreadableDraft("large");
  return withWords(read(data, name));
}

/** What somebody pasted. */
export const draftInText = (text: string): Draft => withWords({ blocks: blocksOfLines(text), notes: [] });

/** Formatted text from the clipboard as plain text: a blank line between two blocks. */
export const textOfHtml = (html: string): string => blocksOfHtml(html).join("\n\n");

function read(data: Uint8Array, name: string): Draft {
  if (isArchive(data)) return readOffice(data);
  const start = String.fromCharCode(...data.subarray(0, 8));
  for (const [beginning, trouble] of OTHERS) if (start.startsWith(beginning)) throw new UnreadableDraft(trouble);
  if (OFFICE_NAME.test(name)) throw new UnreadableDraft(data.length === 0 ? "empty" : "no-zip");
  const text = decodedText(data);
  return { blocks: HTML_NAME.test(name) || HTML_START.test(text) ? blocksOfHtml(text) : blocksOfLines(text), notes: [] };
}

function withWords(draft: Draft): Draft {
  if (!draft.blocks.some((block) => block.trim() !== "")) throw new UnreadableDraft("empty");
  return draft;
}
