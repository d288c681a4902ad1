// SPDX-License-Identifier: Apache-2.0
// What may stand on paper: the twin of documents/printable.py, wording/link_target.py and clean_value of wording/markers.py.

const UNPRINTABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;
const LINE_ENDS = /\r\n?|\u2028|\u2029|\x85/g;
const HIDDEN_IN_VALUE =
  /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\u{e0000}-\u{e007f}\ue000-\uf8ff\u{f0000}-\u{10ffff}]|\p{Surrogate}/gu;
const LINE_BREAKS_IN_VALUE = /[ \t]*[\t\n\v\f\r\x85\u2028\u2029][ \t\n\v\f\r\x85\u2028\u2029]*/g;
const LONGEST_ADDRESS = 2000;

// An allow-list, because every list of dangerous schemes has been outwitted by spelling.
const WEB = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:[/?#][^\s\\]*)?$/i;
const MAIL = /^mailto:[a-z0-9._+-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;
const HIDDEN_IN_TARGET =
  /[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;
const ADDRESS_CHARACTERS = /[A-Za-z0-9/%:@!$&'()*+,;=\-._~?#]/;

/** Characters that the reader refuses, because what a buyer sees must be what a machine compares: source/characters.py. */
export const FORBIDDEN_IN_FILES =
  /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\u{f0000}-\u{10ffff}]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}]|\p{Surrogate}/u;

/** The text as it may stand on paper; line feeds stay, tabs become spaces, other control characters go. */
export function printable(text: string): string {
  return text.replace(LINE_ENDS, "\n").replaceAll("\t", " ").replace(UNPRINTABLE, "");
}

/** Printable text for titles and labels, where no line may break. */
export function oneLine(text: string): string {
  return printable(text).replace(/[ \n]+/g, " ").replace(/^ +| +$/g, "");
}

/** A value from outside on one line, without control, direction-changing and private-use characters. */
export function cleanValue(value: string): string {
  return value.replace(LINE_BREAKS_IN_VALUE, " ").replace(HIDDEN_IN_VALUE, "");
}

/** The address if it leads to a web page or a mailbox, percent-encoded; null for anything else. */
export function webAddress(url: string): string | null {
  if (!(WEB.test(url) || MAIL.test(url)) || HIDDEN_IN_TARGET.test(decoded(url))) return null;
  const address = Array.from(url, (character) =>
    ADDRESS_CHARACTERS.test(character) ? character : percentEncoded(character),
  ).join("");
  return address.length <= LONGEST_ADDRESS ? address : null;
}

/** Length in characters as Python and a reader count them, not in UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The first characters of a text; none is cut in two. */
export function firstCharacters(text: string, most: number): string {
  return text.length <= most ? text : Array.from(text).slice(0, most).join("");
}

/** A text without the characters that no file of the library may hold; tabs become spaces, every line end a line feed. */
export function cleanForFile(text: string): string {
  return text.replace(LINE_ENDS, "\n").replaceAll("\t", " ").replace(new RegExp(FORBIDDEN_IN_FILES.source, "gu"), "");
}

function percentEncoded(character: string): string {
  return Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

function decoded(url: string): string {
  return url.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = run.slice(1).split("%").map((byte) => parseInt(byte, 16));
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
  });
}
