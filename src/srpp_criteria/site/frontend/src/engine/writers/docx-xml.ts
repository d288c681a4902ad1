// SPDX-License-Identifier: Apache-2.0
// WordprocessingML elements, written as short as they read: the twin of documents/docx_xml.py.
import { oneLine, printable } from "../printable";

/** Width of the text on the page, in twentieths of a point. */
export const TEXT_WIDTH = 9070;
/** Where the words of a clause begin, right of the number. */
export const CLAUSE_INDENT = 851;

/** An element; names without a prefix are of the namespace `w`. */
export interface Element {
  name: string;
  attributes: Record<string, string | number>;
  children: (Element | string)[];
}

/** A WordprocessingML element with its `w:` attributes and children; null is left out. */
export function w(name: string, attributes: Record<string, string | number> = {}, ...children: (Element | null)[]): Element {
  return { name, attributes, children: children.filter((child) => child !== null) };
}

/** Words with one look; a line feed becomes a line break. */
export function run(text: string, properties: Element | null = null): Element {
  const element = w("r", {}, properties);
  printable(text)
    .split("\n")
    .forEach((line, number) => {
      if (number > 0) element.children.push(w("br"));
      if (line === "") return;
      const spaced = line.startsWith(" ") || line.endsWith(" ") || line.includes("  ");
      element.children.push({ name: "t", attributes: spaced ? { "xml:space": "preserve" } : {}, children: [line] });
    });
  return element;
}

/** A paragraph in a named style; `properties` follow the style in schema order. */
export function paragraph(style: string, children: (Element | null)[], properties: Element[] = []): Element {
  return w("p", {}, w("pPr", {}, w("pStyle", { val: style }), ...properties), ...children);
}

/** A paragraph of plain words on one line. */
export function plain(style: string, text: string): Element {
  return paragraph(style, [run(oneLine(text))]);
}

/** The element as XML. */
export function xml(element: Element): string {
  const name = `w:${element.name}`;
  const attributes = Object.entries(element.attributes).map(([key, value]) => ` ${key.includes(":") ? key : `w:${key}`}="${escape(String(value))}"`);
  const inner = element.children.map((child) => (typeof child === "string" ? escape(child) : xml(child))).join("");
  return inner === "" ? `<${name}${attributes.join("")}/>` : `<${name}${attributes.join("")}>${inner}</${name}>`;
}

/** Text as XML; with line ends and tabs as references, which an attribute would lose. */
export function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
