// SPDX-License-Identifier: Apache-2.0
// What was found, text by text.
import type { Frame } from "../engine/fillable.ts";
import { h } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { Recognition } from "../recognition/result.ts";
import type { EditionName } from "./desk.ts";

export interface ResultsOptions {
  frame: Frame;
  name: string;
  editions: EditionName[];
  /** Whether the texts of all editions were looked for. */
  isEverywhere: boolean;
}

export interface Results {
  element: HTMLElement;
  heading: HTMLElement;
  /** All of it in one line. */
  summary: string;
}

export function resultsOf(_recognition: Recognition, { frame, name }: ResultsOptions): Results {
  const heading = h("h2", { id: "verify-result", tabindex: -1 }, say(frame, "ui-verify-result"));
  const element = h("section", { "aria-labelledby": "verify-result" }, heading, h("p", { class: "srpp-verify-of" }, say(frame, "ui-verify-result-of", { name })));
  return { element, heading, summary: say(frame, "ui-verify-none") };
}
