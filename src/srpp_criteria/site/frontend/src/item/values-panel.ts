// SPDX-License-Identifier: Apache-2.0
// All values of an item in one form, in place of the table that readers without scripts see.
import type { Parameter } from "../engine/fillable.ts";
import { h } from "../page/dom.ts";
import { parameterField, type ParameterField } from "../page/fields.ts";
import { say } from "../page/words.ts";
import type { Workbench } from "./workbench.ts";

/** Replace the table of values by a form. */
export function startValues(bench: Workbench): void {
  const place = document.querySelector<HTMLElement>("[data-srpp-values]");
  if (!place) return;
  const fields = new Map<string, ParameterField>();
  for (const parameter of bench.item.parameters) {
    const field = parameterField({
      item: bench.item.id,
      parameter,
      frame: bench.frame,
      value: bench.values[parameter.name],
      onChange: (value) => bench.give(parameter.name, value),
    });
    fields.set(parameter.name, field);
  }
  const lead = place.querySelector("p");
  const grid = h("div", { class: "srpp-values-grid" }, ...bench.item.parameters.map((one) => withBasis(one, fields, bench)));
  const reset = h("button", { type: "button", class: "md-button", onclick: () => bench.reset() }, say(bench.frame, "ui-reset-all"));
  // On a phone the form would stand between the text and everything else.
  const form = h(
    "details",
    { class: "srpp-values-form", open: matchMedia("(min-width: 60em)").matches },
    h("summary", {}, say(bench.frame, "ui-values-show")),
    grid,
    h("p", {}, reset),
  );
  place.replaceChildren(...(lead ? [lead] : []), form);
  bench.watch(() => {
    for (const [name, field] of fields) {
      // The field in which the reader is typing knows its value already.
      if (!field.element.contains(document.activeElement)) field.set(bench.values[name]);
    }
  });
}

function withBasis(parameter: Parameter, fields: Map<string, ParameterField>, bench: Workbench): HTMLElement {
  return h(
    "div",
    {},
    fields.get(parameter.name)?.element,
    h(
      "details",
      { class: "srpp-basis" },
      h("summary", {}, say(bench.frame, "ui-basis")),
      h("p", {}, h("span", { lang: "en" }, parameter.basis.says), ` (${say(bench.frame, `ui-basis-${parameter.basis.kind}`)})`),
    ),
  );
}
