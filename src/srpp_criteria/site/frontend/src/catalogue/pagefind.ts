// SPDX-License-Identifier: Apache-2.0
// The index of Pagefind. It is loaded when somebody searches, and not before.
import { at } from "../page/place.ts";
import { branchesAbove, readCpv } from "./cpv.ts";
import { FACETS, orderOf, type Facet, type State } from "./state.ts";

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

export type Counts = Record<string, Record<string, number>>;

interface Answer {
  results: Hit[];
  filters: Counts;
}

type Filters = Record<string, { any: string[] }>;

interface Pagefind {
  options: (options: Record<string, unknown>) => Promise<void>;
  init: () => Promise<void>;
  search: (words: string | null, options: { filters: Filters }) => Promise<Answer>;
  filters: () => Promise<Counts>;
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

/** What answers a state, in its order; `kinds` are the kinds of texts in the order of a tender. */
export async function hitsOf(state: State, kinds: readonly string[]): Promise<Hit[]> {
  const library = await pagefind();
  const words = state.words || null;
  const filters = filtersFor(state);
  if (orderOf(state) === "relevance") return (await library.search(words, { filters })).results;
  // Kind by kind: the index holds no place in the tender, because it would be sent along with the first search.
  const wanted = state.facets.kind.length > 0 ? kinds.filter((kind) => state.facets.kind.includes(kind)) : kinds;
  const answers: Hit[] = [];
  for (const kind of wanted) {
    answers.push(...(await library.search(words, { filters: { ...filters, kind: { any: [kind] } } })).results);
  }
  return answers;
}

/** How many results each answer of each filter would leave; a filter's own choice is left out of its count. */
export async function countsOf(state: State): Promise<Counts> {
  const library = await pagefind();
  await library.filters();
  const words = state.words || null;
  const all = (await library.search(words, { filters: filtersFor(state) })).filters;
  const counts: Counts = {};
  for (const facet of FACETS) {
    const others = state.facets[facet].length > 0 ? await library.search(words, { filters: filtersFor(state, facet) }) : null;
    counts[facet] = (others?.filters ?? all)[facet] ?? {};
  }
  return counts;
}

function filtersFor(state: State, without?: Facet): Filters {
  const filters: Filters = {};
  for (const facet of FACETS) {
    if (facet !== without && state.facets[facet].length > 0) filters[facet] = { any: state.facets[facet] };
  }
  const code = readCpv(state.cpv);
  if (code !== undefined) filters["cpv"] = { any: branchesAbove(code) };
  return filters;
}
