// SPDX-License-Identifier: Apache-2.0
// Words compared with other words, as templates/_marks.html draws them. A reader who cannot see strokes and colours hears
// "removed" and "added".
import type { Frame } from "../engine/fillable.ts";
import { h } from "../page/dom.ts";
import { say } from "../page/words.ts";
import type { Run } from "../recognition/findings.ts";

export function marked(runs: readonly Run[], frame: Frame): HTMLElement {
  const heard = (key: string) => h("span", { class: "srpp-hidden" }, `[${say(frame, "labelled", { label: say(frame, key) })}`);
  const end = () => h("span", { class: "srpp-hidden" }, "]");
  const shown = runs.flatMap(({ mark, text }, place): (Node | string)[] => {
    const space = place > 0 ? [" "] : [];
    if (mark === "deleted") return [...space, h("del", {}, heard("ui-verify-mark-removed"), text, end())];
    if (mark === "inserted") return [...space, h("ins", {}, heard("ui-verify-mark-added"), text, end())];
    return [...space, text];
  });
  return h("span", { class: "ref-marks" }, ...shown);
}

/** The same for plain text. */
export const markedText = (runs: readonly Run[]): string =>
  runs.map(({ mark, text }) => (mark === "deleted" ? `[-${text}-]` : mark === "inserted" ? `{+${text}+}` : text)).join(" ");
