// SPDX-License-Identifier: Apache-2.0
// The start page: what the procurer says of the purchase becomes a contract size, packs that fit, and a search.
import { readAmount } from "../catalogue/amount.ts";
import { bandsOf, sizeOf, type Purchase, type Size } from "../catalogue/bands.ts";
import { readCpv } from "../catalogue/cpv.ts";
import { shownAmount } from "../catalogue/money.ts";
import { fitting } from "../catalogue/packs.ts";
import { readKnown, recognise, type Known, type Recognised } from "../catalogue/recognise.ts";
import { addressOf, readState } from "../catalogue/state.ts";
import { filled, h, refill } from "../page/dom.ts";
import { locale } from "../page/place.ts";

class Start {
  readonly #words: Record<string, string>;
  readonly #divisions: Record<string, string[]>;
  readonly #bands = bandsOf(document);
  readonly #packs = [...document.querySelectorAll<HTMLElement>("[data-pack]")];
  readonly #form: HTMLFormElement;
  readonly #known: Known;
  /** The sector that was set because it was recognised; it goes again when the words do. */
  #own = "";

  constructor(private readonly page: HTMLElement) {
    this.#words = JSON.parse(page.dataset["words"] ?? "{}") as Record<string, string>;
    this.#divisions = JSON.parse(page.dataset["divisions"] ?? "{}") as Record<string, string[]>;
    this.#form = this.#one<HTMLFormElement>("form");
    this.#known = readKnown(page.dataset["known"]);
  }

  start(): void {
    this.#form.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === "sector") this.#own = "";
      this.#show(event.target === this.#field("what"));
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#value() === null) {
        this.#field("value").focus();
        return;
      }
      location.assign(this.#form.action + this.#address());
    });
    // A browser fills the fields again when one comes back.
    addEventListener("pageshow", () => {
      if (this.#sector() === this.#recognised().sector) this.#own = this.#sector();
      this.#show(true);
    });
  }

  #show(hasNewWords = false): void {
    const said = this.#one("#what-said");
    const code = this.#code();
    const found = this.#recognised();
    if (hasNewWords) this.#choose(found.sector);
    const names = [found.sector && this.#nameOf(found.sector), ...found.topics.map((topic) => this.#known.topics[topic]?.[0])];
    const told = names.filter(Boolean).join(", ");
    say(
      said,
      [
        code && filled(this.#words["cpv-found"] ?? "{code}", { code }),
        told && filled(this.#words["recognised"] ?? "{names}", { names: told }),
      ]
        .filter(Boolean)
        .join(". "),
    );
    this.#checkValue();
    const size = this.#size();
    const packs = this.#fittingPacks(size);
    this.#showPacks(packs);
    this.#showRead(size);
    this.#showAnswer(size, packs);
  }

  /** Set the recognised sector, unless the buyer chose one. */
  #choose(sector: string): void {
    if (this.#sector() !== this.#own || sector === this.#own) return;
    this.#own = sector;
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('[name="sector"]')) box.checked = box.value === sector;
  }

  /** The value as it was understood, and what it makes of the contract. */
  #showRead(size: Size | undefined): void {
    const value = this.#value();
    const isRead = value !== undefined && value !== null;
    const after = size ? size.band.title : this.#words["band-unknown"];
    say(this.#one("#value-read"), isRead ? `${shownAmount(value, this.#currency, this.#formats)} · ${after}` : "");
  }

  #showAnswer(size: Size | undefined, packs: HTMLElement[]): void {
    const answer = this.#one("[data-answer]");
    answer.hidden = !size;
    if (!size) return;
    const links = packs.map((pack) => {
      const link = pack.querySelector("a");
      return link && h("a", { href: link.href }, link.textContent);
    });
    refill(
      answer,
      h("p", { class: "srpp-start__size" }, filled(this.#words["band"] ?? "{band}", { band: size.band.title })),
      // On an edition of another language the English note stands folded below its table.
      locale.startsWith("en") ? h("p", { lang: "en" }, size.band.followUp) : null,
      size.long > 0 ? h("p", {}, filled(this.#words["band-long"] ?? "", { months: size.long })) : null,
      size.raised ? h("p", {}, this.#words["band-raised"]) : null,
      links.length > 0 ? h("ul", {}, ...links.map((link) => link && h("li", {}, link, ` – ${this.#words["pack-same"]}`))) : null,
    );
  }

  #showPacks(fitting: HTMLElement[]): void {
    for (const pack of this.#packs) {
      const fits = fitting.includes(pack);
      pack.toggleAttribute("data-fits", fits);
      const mark = pack.querySelector("[data-fit]");
      if (mark) mark.textContent = fits ? `· ${this.#words["pack-same"]}` : "";
    }
  }

  /** Packs for the code, or else for the sector; of its size, where a size is known. */
  #fittingPacks(size: Size | undefined): HTMLElement[] {
    return fitting(this.#packs, {
      code: this.#code() ?? "",
      sectors: [this.#sector()].filter(Boolean),
      band: size?.band.key ?? "",
      before: size?.before.key ?? "",
    });
  }

  #size(): Size | undefined {
    const value = this.#value();
    if (value === null || value === undefined) return undefined;
    const purchase: Purchase = {
      sectors: this.#sectors(),
      value,
      months: Number(this.#field("months").value.trim() || 0) || 0,
      risk: this.#one<HTMLInputElement>("[data-risk]").checked,
    };
    return sizeOf(purchase, this.#bands);
  }

  /** Sectors the purchase may belong to: the chosen one, those of its code, or all. */
  #sectors(): string[] {
    const sector = this.#sector();
    if (sector) return [sector];
    const known = this.#divisions[this.#code()?.slice(0, 2) ?? ""];
    return known ?? [...new Set(this.#bands.flatMap((band) => band.limits.map((limit) => limit.sector)))];
  }

  #sector(): string {
    return this.#form.querySelector<HTMLInputElement>('[name="sector"]:checked')?.value ?? "";
  }

  #code(): string | undefined {
    return readCpv(this.#field("what").value);
  }

  /** The amount; undefined: none was typed; null: what was typed is none. */
  #value(): number | null | undefined {
    return readAmount(this.#field("value").value, this.#currency, this.#formats);
  }

  get #currency(): string {
    return this.page.dataset["currency"] ?? "EUR";
  }

  get #formats(): string {
    return this.page.dataset["formats"] ?? "en";
  }

  #nameOf(sector: string): string {
    const box = this.#form.querySelector(`[name="sector"][value="${CSS.escape(sector)}"]`);
    return box?.nextElementSibling?.textContent ?? sector;
  }

  /** What the first field says: by its code if it holds one, otherwise by its words. */
  #recognised(): Recognised {
    const code = this.#code();
    if (!code) return recognise(this.#field("what").value, this.#known);
    const [sector, ...others] = this.#divisions[code.slice(0, 2)] ?? [];
    return { sector: others.length === 0 ? (sector ?? "") : "", topics: [] };
  }

  #checkValue(): void {
    const field = this.#field("value");
    const wrong = this.#value() === null;
    const place = this.#one("#value-error");
    say(place, wrong ? filled(this.#words["value-wrong"] ?? "", { typed: field.value.trim(), example: field.placeholder }) : "");
    place.hidden = !wrong;
    field.setAttribute("aria-invalid", String(wrong));
  }

  #address(): string {
    const code = this.#code();
    const state = readState("");
    const sector = this.#sector();
    const { topics } = this.#recognised();
    const isKnown = Boolean(code) || sector !== "" || topics.length > 0;
    const size = this.#size();
    return addressOf({
      ...state,
      // Words are searched only where nothing else is known: a text seldom holds the buyer's own.
      words: isKnown ? "" : this.#field("what").value.trim(),
      cpv: code ?? "",
      facets: { ...state.facets, sector: sector ? [sector] : [], topic: topics.slice(0, 1) },
      band: size?.band.key ?? "",
      value: String(this.#value() ?? ""),
      risk: size?.raised ? "1" : "",
      months: this.#field("months").value.replace(/\D/g, "").slice(0, 3),
    });
  }

  #field(id: string): HTMLInputElement {
    return this.#one<HTMLInputElement>(`#${id}`);
  }

  #one<Kind extends HTMLElement>(selector: string): Kind {
    const found = this.page.querySelector<Kind>(selector);
    if (!found) throw new Error(`the start page has no ${selector}`);
    return found;
  }
}

/** Set words that a screen reader reads out, and only when they change. */
function say(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words;
}

const page = document.querySelector<HTMLElement>("[data-srpp-start]");
if (page) new Start(page).start();
