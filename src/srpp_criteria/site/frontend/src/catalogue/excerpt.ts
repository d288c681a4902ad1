// SPDX-License-Identifier: Apache-2.0
// Pagefind hands out excerpts as HTML. They hold words of strangers, so nothing but the mark is taken from them.
import { h } from "../page/dom.ts";

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#x27": "'" };

const plain = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (entity, name: string) => ENTITIES[name] ?? entity);

/** The words of an excerpt, what was found in `<mark>`. */
export function marked(excerpt: string): (HTMLElement | string)[] {
  let inside = false;
  const nodes: (HTMLElement | string)[] = [];
  for (const piece of excerpt.split(/(<\/?mark>)/)) {
    if (piece === "<mark>" || piece === "</mark>") inside = piece === "<mark>";
    else if (piece !== "") nodes.push(inside ? h("mark", {}, plain(piece)) : plain(piece));
  }
  return nodes;
}
