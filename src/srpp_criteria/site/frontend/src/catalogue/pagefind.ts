// SPDX-License-Identifier: Apache-2.0
// The index of Pagefind. It is loaded when somebody searches, and not before.
import { at } from "../page/place.ts";

/** What a result says of itself; see templates/search-item.html. */
export interface Found {
  url: string;
  /** With `<mark>` around what was found; read it with `marked`, never as HTML. */
  excerpt: string;
  /** The words of the page, and the places among them that were found. */
  content?: string;
  raw_content?: string;
  locations?: number[];
  meta: Record<string, string>;
}

export interface Hit {
  id: string;
  data: () => Promise<Found>;
}

interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  init: () => Promise<void>;
  search: (words: string | null) => Promise<{ results: Hit[] }>;
}

let loading: Promise<Pagefind> | undefined;

/** Load the index of the page's language; a second call waits for the first. */
export function pagefind(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined; // the next search tries again
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const library = (await import(at("pagefind/pagefind.js"))) as Pagefind;
  // A worker would be one more script to load, and an answer takes a few milliseconds.
  await library.options({ noWorker: true, excerptLength: 28 });
  await library.init();
  return library;
}

/** What holds the words, whatever the filters, the best match first; everything if there are none. */
export async function search(words: string): Promise<Hit[]> {
  const library = await pagefind();
  return (await library.search(words || null)).results;
}
