// SPDX-License-Identifier: Apache-2.0
// The paragraphs of an HTML page, or of formatted text from the clipboard. The browser's own parser makes a page that runs
// nothing and fetches nothing.

const DROPPED = new Set(["script", "style", "template", "noscript", "head", "title", "del", "s", "strike", "svg", "math", "iframe", "object", "select", "textarea", "button"]);
const BLOCKS = new Set(
  ("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul").split(" "),
);

/** The paragraphs of HTML; a block begins one and ends one, a line break only ends a line. */
export function paragraphsOfHtml(html: string): string[] {
  const found: string[] = [];
  let line = "";
  const end = () => {
    found.push(line);
    line = "";
  };
  /** Elements that are to be entered, and after them `null`-like marks that a block is over. */
  const waiting: (Node | typeof end)[] = [new DOMParser().parseFromString(html, "text/html").documentElement];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "function") {
      next();
      continue;
    }
    if (next.nodeType === Node.TEXT_NODE) line += isKept(next) ? (next.nodeValue ?? "") : (next.nodeValue ?? "").replace(/[ \t\n\r\f]+/g, " ");
    if (!(next instanceof Element) || DROPPED.has(next.localName)) continue;
    if (next.localName === "br") {
      line += "\n";
      continue;
    }
    if (BLOCKS.has(next.localName)) {
      end();
      waiting.push(end);
    }
    for (let child = next.lastChild; child !== null; child = child.previousSibling) waiting.push(child);
  }
  end();
  return found;
}

const isKept = (text: Node): boolean => text.parentElement?.closest("pre") != null;
