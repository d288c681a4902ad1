// SPDX-License-Identifier: Apache-2.0
// The form of the catalogue: a state into its fields and back, and the counts beside its answers.
import { filled } from "../page/dom.ts";
import { readCpv } from "./cpv.ts";
import type { Counts } from "./facets.ts";
import { FACETS, filtersOf, type Facet, type State } from "./state.ts";

export class CatalogueForm {
  readonly words: HTMLInputElement;
  readonly #cpv: HTMLInputElement;
  readonly #error: HTMLElement;

  constructor(
    readonly element: HTMLFormElement,
    private readonly said: Record<string, string>,
  ) {
    this.words = this.#one<HTMLInputElement>("#q");
    this.#cpv = this.#one<HTMLInputElement>("#cpv");
    this.#error = this.#one("#cpv-error");
  }

  /** The name of an answer, as it stands beside its box. */
  nameOf(facet: string, key: string): string {
    const box = this.element.querySelector(`[name="${facet}"][value="${CSS.escape(key)}"]`);
    return box?.nextElementSibling?.textContent ?? key;
  }

  /** What the fields say; what stands in no field (the order, the purchase) is kept. */
  read(before: State): State {
    const facets = { ...before.facets };
    for (const facet of FACETS) {
      const select = this.#select(facet);
      const chosen = select ? [select.value] : this.#boxes(facet).filter((box) => box.checked).map((box) => box.value);
      facets[facet] = chosen.filter((value) => value !== "");
    }
    return { ...before, words: this.words.value.trim(), facets, cpv: this.#cpv.value.trim() };
  }

  show(state: State): void {
    if (this.words.value.trim() !== state.words) this.words.value = state.words;
    if (this.#cpv.value.trim() !== state.cpv) this.#cpv.value = state.cpv;
    for (const facet of FACETS) {
      const select = this.#select(facet);
      if (select) select.value = state.facets[facet][0] ?? "";
      for (const box of this.#boxes(facet)) box.checked = state.facets[facet].includes(box.value);
    }
    const active = filtersOf(state);
    this.#one("[data-active]").textContent = active > 0 ? `(${active})` : "";
    this.#one("[data-clear]").hidden = active === 0;
  }

  /** Complain about a code that is none; true if it is one, or none was typed. */
  checkCpv(state: State): boolean {
    const right = state.cpv === "" || readCpv(state.cpv) !== undefined;
    const message = right ? "" : filled(this.said["cpv-wrong"] ?? "", { typed: state.cpv });
    if (this.#error.textContent !== message) this.#error.textContent = message;
    this.#error.hidden = right;
    this.#cpv.setAttribute("aria-invalid", String(!right));
    return right;
  }

  showCounts(counts: Counts, format: Intl.NumberFormat): void {
    for (const facet of FACETS) {
      const found = counts[facet] ?? {};
      for (const box of this.#boxes(facet)) {
        const place = box.parentElement?.querySelector("[data-count]");
        if (place) place.textContent = format.format(found[box.value] ?? 0);
        box.parentElement?.toggleAttribute("data-none", !found[box.value] && !box.checked);
      }
      for (const option of this.#select(facet)?.options ?? []) {
        if (option.value === "") continue;
        option.dataset["name"] ??= option.text;
        option.text = `${option.dataset["name"]} (${format.format(found[option.value] ?? 0)})`;
      }
    }
  }

  #boxes(facet: Facet): HTMLInputElement[] {
    return [...this.element.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${facet}"]`)];
  }

  #select(facet: Facet): HTMLSelectElement | null {
    return this.element.querySelector<HTMLSelectElement>(`select[name="${facet}"]`);
  }

  #one<Kind extends HTMLElement>(selector: string): Kind {
    const found = this.element.querySelector<Kind>(selector);
    if (!found) throw new Error(`the catalogue has no ${selector}`);
    return found;
  }
}
