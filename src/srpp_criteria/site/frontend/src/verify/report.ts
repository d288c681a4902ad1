// SPDX-License-Identifier: Apache-2.0
// The report as plain text, for the procurement file.
import { at } from "../page/place.ts";
import { say } from "../page/words.ts";
import type { TextFound } from "../recognition/findings.ts";
import { markedText } from "./marked.ts";
import { partsOf } from "./reading.ts";
import { chainSentences, factsOf, newerSentence, noteSentences, stampSentences, summaryOf, type Told } from "./sentences.ts";

export function reportOf(told: Told): string {
  const { frame, name, found } = told;
  const title = say(frame, "ui-verify-result-of", { name });
  const lines = [title, "=".repeat(Math.min(title.length, 78)), "", ...summaryOf(told), ...noteSentences(told), ""];
  for (const text of found.recognition.texts) lines.push(...linesOf(text, told), "");
  const chain = chainSentences(told);
  if (chain.length > 0) lines.push(say(frame, "ui-verify-chain"), ...chain.map((sentence) => `  - ${sentence}`), "");
  const stamps = stampSentences(told);
  if (stamps.length > 0) lines.push(say(frame, "ui-verify-stamps"), ...stamps.map((sentence) => `  - ${sentence}`), "");
  return `${lines.join("\n").trimEnd()}\n`;
}

function linesOf(text: TextFound, told: Told): string[] {
  const { frame, labels } = told;
  const parts = partsOf(text, labels);
  const label = (key: string) => say(frame, "labelled", { label: say(frame, key) });
  const listed = (key: string, names: string[]): string[] => (names.length > 0 ? [`  ${label(key)}${names.join("; ")}`] : []);
  const newer = newerSentence(text, told);
  return [
    `${text.title} – ${say(frame, `ui-verify-state-${text.verdict}`)}`,
    `  ${factsOf(text, told).join(" · ")}`,
    `  ${text.text.stamp}`,
    `  ${at(`${text.text.locale}/${text.item}/`)}`,
    ...(newer === null ? [] : [`  ${newer}`]),
    ...listed("ui-verify-blanks", text.open_blanks.map((name) => labels.value(text, name))),
    ...listed("ui-verify-values", Object.entries(text.values).map(([name, values]) => `${labels.value(text, name)} = ${values.join(" / ")}`)),
    ...parts.altered.map(({ name, passage }) => `  ${name} – ${say(frame, "ui-verify-part-altered")}:\n    ${markedText(passage.runs)}`),
    ...listed("ui-verify-part-missing", parts.missing),
    ...listed("ui-verify-part-moved", parts.moved),
    ...listed("ui-verify-part-exact", parts.exact),
    ...listed("ui-verify-part-aside", parts.aside),
  ];
}
