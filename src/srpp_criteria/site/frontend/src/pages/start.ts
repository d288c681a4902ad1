// SPDX-License-Identifier: Apache-2.0
// The start page: what the procurer says of the purchase becomes a contract size, packs that fit, and a search.
import { bandsOf, sizeOf, type Purchase, type Size } from "../catalogue/bands.ts";
import { readCpv, serves } from "../catalogue/cpv.ts";
import { addressOf, readState } from "../catalogue/state.ts";
import type { Parameter } from "../engine/fillable.ts";
import { readTyped } from "../engine/typed.ts";
import { filled, h, refill } from "../page/dom.ts";

class Start {
  readonly #words: Record<string, string>;
  readonly #divisions: Record<string, string[]>;
  readonly #bands = bandsOf(document);
  readonly #packs = [...document.querySelectorAll<HTMLElement>("[data-pack]")];
  readonly #form: HTMLFormElement;

  constructor(private readonly page: HTMLElement) {
    this.#words = JSON.parse(page.dataset["words"] ?? "{}") as Record<string, string>;
    this.#divisions = JSON.parse(page.dataset["divisions"] ?? "{}") as Record<string, string[]>;
    this.#form = this.#one<HTMLFormElement>("form");
  }

  start(): void {
    this.#form.addEventListener("input", () => this.#show());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#value() === null) {
        this.#field("value").focus();
        return;
      }
      location.assign(this.#form.action + this.#address());
    });
    // A browser fills the fields again when one comes back.
    addEventListener("pageshow", () => this.#show());
  }

  #show(): void {
    const said = this.#one("#what-said");
    const code = this.#code();
    say(said, code ? filled(this.#words["cpv-found"] ?? "{code}", { code }) : "");
    this.#checkValue();
    const size = this.#size();
    const packs = this.#fittingPacks(size);
    this.#showPacks(packs);
    this.#showAnswer(size, packs);
  }

  #showAnswer(size: Size | undefined, packs: HTMLElement[]): void {
    const answer = this.#one("[data-answer]");
    const value = this.#value();
    const isOpen = value !== undefined && value !== null && size === undefined;
    answer.hidden = !size && !isOpen;
    if (isOpen) refill(answer, h("p", {}, this.#words["band-unknown"]));
    if (!size) return;
    const links = packs.map((pack) => {
      const link = pack.querySelector("a");
      return link && h("a", { href: link.href }, link.textContent);
    });
    refill(
      answer,
      h("p", { class: "srpp-start__size" }, filled(this.#words["band"] ?? "{band}", { band: size.band.title })),
      h("p", { lang: "en" }, size.band.followUp),
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
    const code = this.#code();
    const sector = this.#sector();
    if (!code && !sector) return [];
    return this.#packs.filter((pack) => {
      const listed = (name: string) => (pack.dataset[name] ?? "").split(" ");
      const right = code ? listed("cpv").some((one) => serves(one, code)) : listed("sectors").includes(sector);
      return right && (size === undefined || pack.dataset["band"] === size.band.key);
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
    const typed = this.#field("value").value.replace(/€|kr\.?|,-+\s*$/gi, "").trim();
    if (typed === "") return undefined;
    const read = readTyped(amountIn(this.page.dataset["currency"] ?? "EUR"), typed, this.page.dataset["formats"] ?? "en");
    return read.ok && typeof read.value === "number" ? read.value : null;
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
    return addressOf({
      ...state,
      words: code ? "" : this.#field("what").value.trim(),
      cpv: code ?? "",
      facets: { ...state.facets, sector: sector ? [sector] : [] },
      band: this.#size()?.band.key ?? "",
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

/** An amount as the engine's fields know it. */
const amountIn = (currency: string): Parameter => ({
  name: "value",
  type: "money",
  label: "",
  help: null,
  unit: null,
  default: null,
  minimum: 0,
  maximum: null,
  options: [],
  locked: false,
  currency,
  maximum_length: null,
  basis: { kind: "judgement", says: "" },
  ladder: false,
});

const page = document.querySelector<HTMLElement>("[data-srpp-start]");
if (page) new Start(page).start();
