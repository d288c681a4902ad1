// SPDX-License-Identifier: Apache-2.0
// XML of an office file. A document type declaration is refused before anything is parsed: with it come entities, and
// with them files of this computer and texts that grow without end.
import { UnreadableDraft } from "./unreadable.ts";

export function xmlOf(bytes: Uint8Array): Element {
  const text = decoded(bytes);
  if (text.includes("<!DOCTYPE")) throw new UnreadableDraft("dtd");
  const document = new DOMParser().parseFromString(text, "application/xml");
  // Where the text is no XML, browsers answer with a document that says so, and Chromium with what it read until then.
  if (document.getElementsByTagName("parsererror").length > 0) throw new UnreadableDraft("no-xml");
  return document.documentElement;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    // A declaration of another encoding would be believed by no parser: this is no longer bytes.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableDraft("no-xml");
  }
}

/** All elements below, in order, without what is skipped and without what stands below an element that stops. */
export function* elementsBelow(root: Element, skips: (element: Element) => boolean): Generator<Element> {
  const waiting = [...root.children].reverse();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (skips(element)) continue;
    yield element;
    for (let child = element.lastElementChild; child !== null; child = child.previousElementSibling) waiting.push(child);
  }
}
