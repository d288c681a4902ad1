// SPDX-License-Identifier: Apache-2.0
// Texts of the page that follow the values. In the text itself a value is an input; elsewhere it is marked words.
import type { Field, Flow } from "../engine/document.ts";
import type { Filled } from "../engine/fill.ts";
import { blocksOf } from "../page/blocks.ts";
import { InPlaceFields } from "./in-place.ts";
import type { Workbench } from "./workbench.ts";

/** Let every text of the page follow the values from now on. */
export function startLiveTexts(bench: Workbench): void {
  const parts = [...document.querySelectorAll<HTMLElement>("[data-when]")];
  const texts = [...document.querySelectorAll<HTMLElement>("[data-live]")];
  const fields = new InPlaceFields(bench);
  bench.watch((filled) => {
    for (const part of parts) {
      part.hidden = !filled.holds({ parameter: part.dataset["when"] ?? "", equals: part.dataset["equals"] ?? "" });
    }
    fields.keepFocus(() => {
      for (const text of texts) {
        const flow = flowOf(filled, bench, text);
        if (flow === null) continue;
        const inPlace = "fields" in text.dataset;
        const options = { lower: 1, table: "" };
        text.replaceChildren(
          ...blocksOf(flow, inPlace ? { ...options, field: (field: Field) => fields.element(field, text) } : options),
        );
        if (inPlace) fields.sayErrors(text);
      }
    });
  });
}

function flowOf(filled: Filled, bench: Workbench, text: HTMLElement): Flow[] | null {
  const open = bench.item.live[Number(text.dataset["live"])];
  return open === undefined ? null : filled.flow(open);
}
