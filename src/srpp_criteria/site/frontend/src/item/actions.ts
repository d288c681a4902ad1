// SPDX-License-Identifier: Apache-2.0
// What a buyer does with a text: collect it, copy it, take it away as Word.
import { load, onChange, put, remove, save } from "../basket/store.ts";
import type { Block } from "../engine/document.ts";
import { toHtmlFragment } from "../engine/writers/html.ts";
import { toText } from "../engine/writers/text.ts";
import { itemDocument } from "../engine/compose.ts";
import { copied } from "../page/copying.ts";
import { at, locale } from "../page/place.ts";
import { download } from "../basket/download.ts";
import { say } from "../page/words.ts";
import type { Workbench } from "./workbench.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Bring the buttons above the text to life. */
export function startActions(bench: Workbench, place: HTMLElement): void {
  const bar = place.querySelector<HTMLElement>("[data-srpp-actions]");
  if (!bar) return;
  const said = bar.querySelector<HTMLElement>("[data-srpp-said]");
  const tell = (key: string) => {
    if (said) said.textContent = say(bench.frame, key);
  };
  const checked = (name: string) => bar.querySelector<HTMLInputElement>(`[data-srpp-${name}]`)?.checked ?? true;

  const basket = bar.querySelector<HTMLButtonElement>("[data-srpp-do='basket']");
  const isIn = () => load(locale).items.some((one) => one.item === bench.item.id);
  const showBasket = () => {
    if (!basket) return;
    basket.textContent = say(bench.frame, isIn() ? "ui-take-out" : "ui-to-basket");
    basket.setAttribute("aria-pressed", String(isIn()));
  };
  const keep = () => {
    const kept = load(locale);
    const before = kept.items.find((one) => one.item === bench.item.id);
    return save({
      ...put(kept, {
        item: bench.item.id,
        version: bench.item.version,
        revision: bench.item.revision,
        decision: before?.decision ?? "taken",
        reason: before?.reason ?? "",
        parameters: bench.values,
      }),
      locale,
    });
  };
  basket?.addEventListener("click", () => {
    if (isIn()) save(remove(load(locale), bench.item.id));
    else tell(keep() ? "ui-in-basket" : "ui-basket-not-kept");
    showBasket();
  });
  onChange(showBasket);
  showBasket();
  // What is changed here is changed in the basket, too: a buyer does not fill in a value twice.
  let first = true;
  bench.watch(() => {
    if (!first && isIn()) keep();
    first = false;
  });

  /** Nothing wrong leaves the page: the first wrong value gets the cursor. */
  const mayLeave = (): boolean => {
    if (bench.filled.problems.length === 0) return true;
    tell("ui-value-wrong");
    document.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
    return false;
  };
  const blocks = (): Block[] => {
    const all = bench.filled.blocks(1, checked("stamp"));
    return checked("whole") ? all : textAlone(all);
  };
  const whole = () => ({ ...itemDocument(bench.filled, bench.frame, { stamp: checked("stamp") }), blocks: blocks() });

  const copy = async (rich: boolean) => {
    if (said) said.textContent = ""; // the same words twice would be told once
    if (!mayLeave()) return;
    const html = rich ? toHtmlFragment(whole().blocks) : null;
    tell((await copied(toText(whole()), html)) ? "ui-copied" : "ui-copy-failed");
  };
  const word = async () => {
    if (!mayLeave()) return;
    try {
      const [{ toDocx }, template] = await Promise.all([
        import("../engine/writers/docx.ts"),
        fetch(at(`${locale}/word-template.docx`)).then((answer) => answer.arrayBuffer()),
      ]);
      const written = itemDocument(bench.filled, bench.frame, { stamp: checked("stamp") });
      download(toDocx(written, new Uint8Array(template)), `${bench.item.id}.docx`, WORD);
      tell("ui-word-made");
    } catch {
      tell("ui-word-failed");
    }
  };
  bar.querySelector("[data-srpp-do='copy-rich']")?.addEventListener("click", () => void copy(true));
  bar.querySelector("[data-srpp-do='copy-plain']")?.addEventListener("click", () => void copy(false));
  bar.querySelector("[data-srpp-do='word']")?.addEventListener("click", () => void word());
  bar.hidden = false;
}

/** The heading, the text itself and the stamp, without the tables for follow-up. */
function textAlone(blocks: Block[]): Block[] {
  const follows = blocks.findIndex((block, position) => position > 0 && block.kind === "heading");
  const text = (follows < 0 ? blocks : blocks.slice(0, follows)).filter(
    (block) => block.kind === "heading" || block.kind === "clause" || block.kind === "notice",
  );
  return [...text, ...blocks.filter((block) => block.kind === "stamp")];
}
