// SPDX-License-Identifier: Apache-2.0
// Inputs in the middle of a sentence. The sentence is written anew at each keystroke (one tier, two tiers), so the input under
// the cursor is replaced, too: its focus and its cursor move to the new one.
import type { Field } from "../engine/document.ts";
import type { Parameter } from "../engine/fillable.ts";
import { asTyped, readTyped } from "../engine/typed.ts";
import { errorSentence, shownLimits, type FigureError } from "../engine/values.ts";
import { h } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { Workbench } from "./workbench.ts";

type Control = HTMLInputElement | HTMLSelectElement;

/** The inputs inside the texts of one page. */
export class InPlaceFields {
  /** What is typed and not (yet) a value, or not written as the edition writes it. */
  private readonly typed = new Map<string, string>();
  private readonly errors = new Map<string, FigureError>();
  private readonly count = new Map<string, number>();
  private renewing = false;

  constructor(private readonly bench: Workbench) {}

  /** Write texts anew without taking the cursor from the reader. */
  keepFocus(write: () => void): void {
    const active = document.activeElement;
    const key = active instanceof HTMLElement ? active.dataset["inplace"] : undefined;
    const caret = active instanceof HTMLInputElement && active.type === "text" ? active.selectionStart : null;
    this.count.clear();
    this.renewing = true;
    write();
    this.renewing = false;
    if (key === undefined) return;
    const renewed = document.querySelector<Control>(`[data-inplace="${CSS.escape(key)}"]`);
    renewed?.focus({ preventScroll: true });
    if (renewed instanceof HTMLInputElement && caret !== null) renewed.setSelectionRange(caret, caret);
  }

  /** The input that stands for a value. */
  element(field: Field, text: HTMLElement): Node {
    const name = field.name.slice(field.name.indexOf(".") + 1);
    const parameter = this.bench.item.parameters.find((one) => one.name === name);
    if (parameter === undefined) return document.createTextNode(field.shown);
    const number = (this.count.get(name) ?? 0) + 1;
    this.count.set(name, number);
    const control = this.control(parameter, field);
    control.dataset["inplace"] = `${name}:${number}`;
    control.dataset["name"] = name;
    control.classList.add("srpp-inplace");
    control.setAttribute("aria-label", this.label(parameter));
    if (parameter.locked) control.disabled = true;
    const error = this.errors.get(name);
    if (error) {
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", errorId(text, name));
    }
    const [before, after] = this.around(parameter, field);
    return before || after ? h("span", { class: "srpp-inplace-group" }, before, control, after) : control;
  }

  /** What stands around the number in the sentence: a percent sign, a currency. */
  private around(parameter: Parameter, field: Field): [string, string] {
    if (parameter.type !== "percentage" && parameter.type !== "money") return ["", ""];
    const value = this.bench.values[parameter.name] ?? parameter.default;
    const number = field.blank ? "" : asTyped(parameter, value, this.bench.frame.formats);
    const at = number === "" ? -1 : field.shown.indexOf(number);
    if (at >= 0) return [field.shown.slice(0, at), field.shown.slice(at + number.length)];
    return parameter.type === "money" ? [`${parameter.currency ?? ""}\u00a0`, ""] : ["", "\u00a0%"];
  }

  /** Below a text: what is wrong with the values in it. */
  sayErrors(text: HTMLElement): void {
    for (const [name, error] of this.errors) {
      if (!text.querySelector(`[data-name="${CSS.escape(name)}"]`)) continue;
      text.append(
        h("p", { class: "srpp-error", id: errorId(text, name), role: "alert" }, errorSentence(error, this.bench.frame.words)),
      );
    }
  }

  private label(parameter: Parameter): string {
    const { minimum, maximum } = shownLimits(parameter, this.bench.frame.formats);
    if (!minimum || !maximum) return parameter.label;
    return `${parameter.label} (${say(this.bench.frame, "ui-field-between", { minimum, maximum })})`;
  }

  private control(parameter: Parameter, field: Field): Control {
    const value = this.bench.values[parameter.name] ?? parameter.default;
    if (parameter.type === "choice" || parameter.type === "boolean") {
      const select = h(
        "select",
        {},
        ...parameter.options.map((option) =>
          h("option", { value: option.key, selected: option.key === String(value) }, option.label),
        ),
      );
      select.addEventListener("change", () => {
        this.bench.give(parameter.name, parameter.type === "boolean" ? select.value === "true" : select.value);
      });
      return select;
    }
    const shown = this.typed.get(parameter.name) ?? asTyped(parameter, value, this.bench.frame.formats);
    const input = h("input", {
      type: parameter.type === "date" ? "date" : "text",
      inputmode: parameter.type === "text" || parameter.type === "date" ? null : "decimal",
      placeholder: field.blank ? parameter.label : null,
      autocomplete: "off",
      size: parameter.type === "date" ? null : Math.max(2, Math.min(60, (shown || parameter.label).length)),
    });
    input.value = shown;
    input.addEventListener("input", () => this.take(parameter, input.value));
    // A renewed input loses the focus of the old one: that is not the reader leaving it.
    input.addEventListener("blur", () => {
      if (this.renewing || this.errors.has(parameter.name) || !this.typed.delete(parameter.name)) return;
      // Later, so that a click that caused the blur still finds its target where it was.
      setTimeout(() => this.bench.give(parameter.name, this.bench.values[parameter.name]), 150);
    });
    return input;
  }

  private take(parameter: Parameter, typed: string): void {
    this.typed.set(parameter.name, typed);
    const read = readTyped(parameter, typed, this.bench.frame.formats);
    if (read.ok) {
      this.errors.delete(parameter.name);
      this.bench.give(parameter.name, read.value === parameter.default ? undefined : read.value);
    } else {
      this.errors.set(parameter.name, read.error);
      // Handed on as it is: `fill` refuses it, leaves the place open and keeps what was typed.
      this.bench.give(parameter.name, typed);
    }
  }

  /** Values were set elsewhere: forget what was typed here. */
  forget(name: string): void {
    this.typed.delete(name);
    this.errors.delete(name);
  }
}

const errorId = (text: HTMLElement, name: string): string => `error-${text.dataset["live"] ?? ""}-${name}`;
