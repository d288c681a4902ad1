// SPDX-License-Identifier: Apache-2.0
// Points for an offer that the reader thinks up, computed as the tender text promises.
import Big from "big.js";
import { formatDecimal } from "../engine/figures.ts";
import type { Parameter } from "../engine/fillable.ts";
import { exampleHolds, points, type Numbers } from "../engine/scoring.ts";
import { readTyped } from "../engine/typed.ts";
import { errorSentence } from "../engine/values.ts";
import { say } from "../page/words.ts";
import type { Workbench } from "./workbench.ts";

/** Bring the calculator of an award criterion to life, and hide worked examples that the values overtake. */
export function startCalculator(bench: Workbench): void {
  const { scoring } = bench.item;
  const form = document.querySelector<HTMLFormElement>("[data-srpp-calculator]");
  if (!scoring || !form) return;
  const output = form.querySelector<HTMLOutputElement>("[data-srpp-points]");
  const number = (name: string) => bench.filled.values.get(name)?.number ?? null;

  function compute(): string {
    if (!scoring || !form) return "";
    const numbers: Numbers = {};
    for (const [name, setting] of Object.entries({ weight: scoring.weight, ...scoring.settings })) {
      const value = typeof setting === "string" ? number(setting) : setting;
      if (value === null) return say(bench.frame, "ui-value-wrong");
      numbers[name] = value;
    }
    for (const input of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")) {
      if (input instanceof HTMLSelectElement) {
        numbers[input.name] = input.value;
        continue;
      }
      const read = readTyped(decimal(input.name), input.value, bench.frame.formats);
      input.setAttribute("aria-invalid", String(!read.ok));
      if (!read.ok) return errorSentence(read.error, bench.frame.words);
      numbers[input.name] = new Big(String(read.value ?? 0));
    }
    try {
      const result = formatDecimal(points(scoring.method, numbers), bench.frame.formats);
      return say(bench.frame, scoring.method === "monetised" ? "ui-comparison-price" : "ui-points", { points: result });
    } catch (impossible) {
      return say(bench.frame, "ui-points-impossible", { reason: impossible instanceof Error ? impossible.message : "" });
    }
  }

  const show = () => {
    if (output) output.value = compute();
    scoring.examples.forEach((example, row) => {
      const line = document.querySelector<HTMLElement>(`[data-srpp-example="${row}"]`);
      if (line) line.hidden = !exampleHolds(scoring, example, number);
    });
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  bench.watch(show);
}

/** A number without limits, to be read as the edition writes numbers. */
const decimal = (name: string): Parameter => ({
  name,
  type: "decimal",
  label: name,
  help: null,
  unit: null,
  default: 0,
  minimum: null,
  maximum: null,
  options: [],
  locked: false,
  currency: null,
  maximum_length: null,
  basis: { kind: "judgement", says: "" },
  ladder: false,
});
