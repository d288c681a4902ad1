// SPDX-License-Identifier: Apache-2.0
// Plain text and Markdown: bytes as words. Windows writes its own alphabet, and Notepad wrote UTF-16 for many years.
import { UnreadableDraft } from "./unreadable.ts";

/** The text of a file, by its byte order mark, as UTF-8, or as Windows wrote it. */
export function decodedText(data: Uint8Array): string {
  const [first, second] = data;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(data);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(data);
  if (data.includes(0)) throw new UnreadableDraft("no-text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    return new TextDecoder("windows-1252").decode(data);
  }
}
