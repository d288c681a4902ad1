// SPDX-License-Identifier: Apache-2.0
// The catalogue: what the form asks stands in the address, what stands in the address is searched.
import { onChange } from "../basket/store.ts";
import { readCpv } from "../catalogue/cpv.ts";
import { facets, type Facets } from "../catalogue/facets.ts";
import { CatalogueForm } from "../catalogue/form.ts";
import { isMeant } from "../catalogue/meant.ts";
import { shownAmount } from "../catalogue/money.ts";
import { fitting } from "../catalogue/packs.ts";
import { pagefind, search, type Found, type Hit } from "../catalogue/pagefind.ts";
import { resultOf, showBasket, type Names } from "../catalogue/results.ts";
import { addressOf, asks, bandBefore, filtersOf, orderOf, PAGE, readState, type State } from "../catalogue/state.ts";
import { filled, h, refill } from "../page/dom.ts";
import { at, locale } from "../page/place.ts";

const TYPING = 150;

class Catalogue {
  readonly #words: Record<string, string>;
  readonly #bands: Record<string, string>;
  readonly #form: CatalogueForm;
  readonly #names: Names;
  readonly #numbers = new Intl.NumberFormat(locale);
  #state: State = readState(location.search);
  #hits: Hit[] = [];
  #run = 0;
  /** Whether the hits are those of the sector, in place of what was asked. */
  #isInstead = false;
  /** Whether the reader pressed Find, and waits for the number of results. */
  #isAsked = false;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: HTMLElement) {
    this.#words = JSON.parse(page.dataset["words"] ?? "{}") as Record<string, string>;
    this.#bands = JSON.parse(page.dataset["bands"] ?? "{}") as Record<string, string>;
    this.#form = new CatalogueForm(this.#one<HTMLFormElement>("form"), this.#words);
    this.#names = {
      words: this.#words,
      of: (facet, key) => this.#form.nameOf(facet, key),
      refused: () => this.#complain("basket-full"),
    };
  }

  start(): void {
    this.#listen();
    if (matchMedia("(max-width: 59.9em)").matches) this.#one<HTMLDetailsElement>("details").open = false;
    if (asks(this.#state)) void this.#search();
    else this.#form.show(this.#state);
  }

  #listen(): void {
    const form = this.#form.element;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#isAsked = true;
      this.#go(this.#form.read(this.#state), "push");
    });
    this.#skip.addEventListener("click", (event) => {
      event.preventDefault(); // the address holds the search, and no place on the page
      this.#number.focus();
    });
    form.addEventListener("change", (event) => {
      if (event.target !== this.#form.words) this.#go(this.#form.read(this.#state), "push");
    });
    form.addEventListener("input", (event) => {
      if (event.target !== this.#form.words) return;
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#go(this.#form.read(this.#state), "replace"), TYPING);
    });
    // Whoever puts the cursor into the field will search: the index is there before the first word is written.
    this.#form.words.addEventListener("focus", () => void pagefind().catch(() => undefined), { once: true });
    this.#one("[data-clear]").addEventListener("click", () => {
      const { words, band, months, value, risk } = this.#state;
      this.#go({ ...readState(""), words, band, months, value, risk }, "push");
      this.#form.words.focus();
    });
    this.#sort.addEventListener("change", () =>
      this.#go({ ...this.#state, sort: this.#sort.value === "tender" ? "tender" : "relevance" }, "push"),
    );
    this.#one("[data-more]").addEventListener("click", () => void this.#showMore());
    addEventListener("popstate", () => {
      this.#state = readState(location.search);
      void this.#search();
    });
    addEventListener("keydown", (event) => this.#focusOnSlash(event));
    onChange(() => showBasket(this.#list, this.#names));
  }

  #focusOnSlash(event: KeyboardEvent): void {
    const inField = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || inField) return;
    event.preventDefault();
    event.stopPropagation();
    this.#form.words.focus();
    this.#form.words.select();
  }

  #go(state: State, how: "push" | "replace"): void {
    clearTimeout(this.#typing);
    const next = { ...state, shown: PAGE };
    const address = location.pathname + addressOf(next);
    const isNew = address !== location.pathname + location.search;
    this.#state = next;
    if (isNew && how === "push") history.pushState(null, "", address);
    else if (isNew) history.replaceState(null, "", address);
    void this.#search();
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const state = this.#state;
    this.#form.show(state);
    this.#sort.value = orderOf(state);
    this.#showPurchase(state);
    const place = this.#one("[data-found]");
    const isWrong = !this.#form.checkCpv(state);
    place.hidden = this.#skip.hidden = isWrong || !asks(state);
    if (place.hidden) {
      this.#isAsked = false;
      return;
    }
    if (this.#list.childElementCount === 0) this.#number.textContent = this.#words["searching"] ?? "";
    try {
      const needsFacets = orderOf(state) === "tender" || filtersOf(state) > 0;
      const [given, known] = await Promise.all([search(state.words), needsFacets ? facets() : undefined]);
      let found = given;
      let hits = known ? wanted(found, known, state) : found;
      let first = await Promise.all(hits.slice(0, 1).map((hit) => hit.data()));
      if (run !== this.#run) return;
      const isMissed = first.some((one) => !isMeant(one, state.words));
      if (isMissed) hits = first = [];
      const isInstead = hits.length === 0 && state.facets.sector.length > 0;
      if (known && isInstead) {
        found = await search("");
        hits = wanted(found, known, sectorsOf(state));
        first = await Promise.all(hits.slice(0, 1).map((hit) => hit.data()));
        if (run !== this.#run) return;
      }
      this.#hits = hits;
      this.#isInstead = isInstead && hits.length > 0;
      this.#showInstead(state);
      this.#showPacks(state);
      // Texts and pages are told apart by the facets; where they are not needed for the result they come after it.
      if (known || hits.length === 0) this.#showNumber(state, known);
      this.#show(first, state, 0);
      await new Promise((shown) => setTimeout(shown)); // the first result is seen before the others are asked for
      const others = await Promise.all(hits.slice(1, state.shown).map((hit) => hit.data()));
      if (run !== this.#run) return;
      this.#show(others, state, first.length);
      this.#showRest(state);
      void this.#count(isMissed && !isInstead ? [] : found, state, run);
    } catch (error) {
      if (run !== this.#run) return;
      console.error(error);
      this.#list.replaceChildren();
      this.#one("[data-more]").hidden = true;
      this.#complain("failed");
    }
  }

  /** Counts come when they come; without them the results are as good. */
  async #count(found: Hit[], state: State, run: number): Promise<void> {
    const known = await facets().catch(() => undefined);
    if (run !== this.#run) return;
    this.#showNumber(state, known);
    if (!known) return;
    const ids = found.map((hit) => hit.id);
    this.#form.showCounts(known.counts(ids, state), this.#numbers);
  }

  #show(found: Found[], state: State, kept: number): void {
    const asked = this.#isInstead ? { ...state, words: "" } : state;
    const rows = found.map((one) => resultOf(one, asked, this.#names));
    this.#list.replaceChildren(...[...this.#list.children].slice(0, kept), ...rows);
  }

  #showNumber(state: State, known: Facets | undefined): void {
    const count = this.#hits.length;
    const nothing = this.#one("[data-nothing]");
    const number = count === 0 ? (this.#words["nothing"] ?? "") : this.#numberOf(count, known);
    if (this.#number.textContent !== number) this.#number.textContent = number;
    if (this.#isAsked) this.#number.focus();
    this.#isAsked = false;
    nothing.hidden = count > 0;
    this.#one("[data-share]").hidden = count === 0;
    if (count === 0) refill(nothing, h("ul", {}, ...this.#waysOut(state)));
  }

  /** The number of results in words; pages of the site are counted apart from texts. */
  #numberOf(count: number, known: Facets | undefined): string {
    const pages = known ? this.#hits.filter((hit) => known.isPage(hit.id)).length : 0;
    const say = (name: string, number: number): string =>
      filled(this.#words[number === 1 ? `${name}-one` : name] ?? "{count}", { count: this.#numbers.format(number) });
    if (pages === 0) return say("count", count);
    return filled(this.#words["count-both"] ?? "{texts} + {pages}", {
      texts: say("texts", count - pages),
      pages: say("pages", pages),
    });
  }

  /** Say that the texts below are those of the sector, because none passed everything that was asked. */
  #showInstead(state: State): void {
    const place = this.#one("[data-instead]");
    const sectors = state.facets.sector.map((sector) => this.#form.nameOf("sector", sector)).join(", ");
    place.hidden = !this.#isInstead;
    place.textContent = this.#isInstead ? filled(this.#words["instead"] ?? "{sectors}", { sectors }) : "";
  }

  /** Packs that fit stand above the texts: whoever buys what a pack is made for needs no search. */
  #showPacks(state: State): void {
    const place = this.page.querySelector<HTMLElement>("[data-packs]");
    if (!place) return;
    const packs = [...place.querySelectorAll<HTMLElement>("[data-pack]")];
    const wanted = { code: readCpv(state.cpv) ?? "", sectors: state.facets.sector, band: state.band, before: bandBefore(state) };
    const fit = fitting(packs, wanted);
    for (const pack of packs) pack.hidden = !fit.includes(pack);
    place.hidden = fit.length === 0;
  }

  #waysOut(state: State): HTMLElement[] {
    const ways: HTMLElement[] = [];
    if (state.words) ways.push(h("li", {}, this.#words["try-fewer"]));
    if (filtersOf(state) > 0) ways.push(h("li", {}, this.#words["try-filter"]));
    ways.push(h("li", {}, h("a", { href: at(`${locale}/coverage/`) }, this.#words["try-propose"])));
    return ways;
  }

  #showRest(state: State): void {
    const rest = this.#hits.length - state.shown;
    const more = this.#one("[data-more]");
    more.hidden = rest <= 0;
    more.textContent = filled(this.#words["show-more"] ?? "{count}", { count: this.#numbers.format(Math.min(rest, PAGE)) });
  }

  async #showMore(): Promise<void> {
    const before = this.#state.shown;
    this.#state = { ...this.#state, shown: before + PAGE };
    history.replaceState(null, "", location.pathname + addressOf(this.#state));
    const run = this.#run;
    const more = await Promise.all(this.#hits.slice(before, this.#state.shown).map((hit) => hit.data()));
    if (run !== this.#run) return;
    this.#show(more, this.#state, before);
    this.#showRest(this.#state);
    this.#list.children[before]?.querySelector("a")?.focus();
  }

  #showPurchase(state: State): void {
    const place = this.#one("[data-purchase]");
    const { currency = "EUR", formats = locale } = this.page.dataset;
    const facts = [
      state.value && shownAmount(Number(state.value), currency, formats),
      this.#bands[state.band],
      state.months && filled(this.#words["purchase-months"] ?? "{months}", { months: state.months }),
    ].filter(Boolean);
    place.hidden = facts.length === 0;
    place.textContent = filled(this.#words["purchase-size"] ?? "{band}", { band: facts.join(" · ") });
  }

  #complain(name: string): void {
    this.#one("[data-found]").hidden = false;
    this.#number.textContent = this.#words[name] ?? "";
  }

  get #list(): HTMLElement {
    return this.#one("[data-results]");
  }

  get #number(): HTMLElement {
    return this.#one("#srpp-count");
  }

  get #skip(): HTMLElement {
    return this.#one("[data-skip]");
  }

  get #sort(): HTMLSelectElement {
    return this.#one<HTMLSelectElement>("#sort");
  }

  #one<Kind extends HTMLElement>(selector: string): Kind {
    const found = this.page.querySelector<Kind>(selector);
    if (!found) throw new Error(`the catalogue has no ${selector}`);
    return found;
  }
}

/** The hits that pass the filters, in the order of the state. */
function wanted(found: Hit[], known: Facets, state: State): Hit[] {
  const passed = found.filter((hit) => known.passes(hit.id, state));
  if (orderOf(state) === "relevance") return passed;
  return passed.sort((one, other) => known.placeOf(one.id) - known.placeOf(other.id));
}

/** What is left of a search when only its sectors count. */
function sectorsOf(state: State): State {
  const nothing = readState("");
  return { ...nothing, facets: { ...nothing.facets, sector: state.facets.sector } };
}

const page = document.querySelector<HTMLElement>("[data-srpp-catalogue]");
if (page) new Catalogue(page).start();
