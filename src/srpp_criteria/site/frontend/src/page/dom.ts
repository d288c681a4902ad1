// SPDX-License-Identifier: Apache-2.0
// Makes elements without ever reading a string as HTML: what strangers wrote stays words.
//
//   h("button", { type: "button", class: "srpp-button", onclick: () => go() }, "Go")
//   h("p", { hidden: !shown }, "Made for ", h("em", {}, title))

type Child = Node | string | number | null | undefined | false;
type Listener = (event: Event) => void;

/** An attribute: `true` sets it empty, `false`, `null` and `undefined` leave it out; a function listens (`onclick`). */
export type Attributes = Record<string, string | number | boolean | null | undefined | Listener>;

/** An element with its attributes and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.replace(/^on/, ""), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...shown(children));
  return element;
}

/** Put these children in place of those that an element has. */
export function refill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...shown(children));
}

/** Words with `{name}` replaced; braces inside a value stay as they are. */
export const filled = (words: string, values: Record<string, string | number>): string =>
  words.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));

const shown = (children: Child[]): (Node | string)[] =>
  children
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (typeof child === "number" ? String(child) : child));
