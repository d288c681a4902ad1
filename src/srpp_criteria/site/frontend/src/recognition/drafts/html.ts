// SPDX-License-Identifier: Apache-2.0
// The words of an HTML page, or of formatted text from the clipboard, as blocks: the twin of recognition/drafts/html.py. The
// browser's own parser makes a page that runs nothing and fetches nothing.

const SKIPPED = new Set("script style template noscript head del svg math select textarea".split(" "));
const INLINE = new Set(
  ("a abbr acronym b bdi bdo big cite code data dfn em font i img input ins kbd label mark q s samp small span strike " +
    "strong sub sup time tt u var wbr").split(" "),
);

/** Everything between two tags that are not inline is one block. */
export function blocksOfHtml(html: string): string[] {
  const blocks: string[] = [];
  let pieces: string[] = [];
  const end = () => {
    const block = pieces.join("").trim();
    if (block !== "") blocks.push(block);
    pieces = [];
  };
  /** Nodes that are still to be entered, and between them the ends of blocks. */
  const waiting: (Node | typeof end)[] = [new DOMParser().parseFromString(html, "text/html").documentElement];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "function") next();
    // Line ends in the source are spaces on the page.
    else if (next.nodeType === Node.TEXT_NODE) pieces.push((next.nodeValue ?? "").replaceAll("\n", " "));
    else if (!(next instanceof Element) || SKIPPED.has(next.localName)) continue;
    else if (next.localName === "br") pieces.push("\n");
    else {
      if (!INLINE.has(next.localName)) {
        end();
        waiting.push(end);
      }
      for (let child = next.lastChild; child !== null; child = child.previousSibling) waiting.push(child);
    }
  }
  end();
  return blocks;
}
