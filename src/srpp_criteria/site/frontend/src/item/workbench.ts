// SPDX-License-Identifier: Apache-2.0
// One item in work: the buyer's values, and everything on the page that depends on them.
import { fill, type Filled } from "../engine/fill.ts";
import type { FillableItem, Frame, OpenFlow } from "../engine/fillable.ts";
import { load } from "../basket/store.ts";
import type { GivenValue } from "../page/fields.ts";
import { json, locale } from "../page/place.ts";
import { startActions } from "./actions.ts";
import { startCalculator } from "./calculator.ts";
import { startLiveTexts } from "./live-texts.ts";
import { startValues } from "./values-panel.ts";

/** An item as its page gets it: with the texts that stand outside the document. */
export interface PageItem extends FillableItem {
  live: OpenFlow[][];
}

type Watcher = (filled: Filled) => void;

/** The item, the values given so far, and who wants to know of changes. */
export class Workbench {
  private readonly given = new Map<string, Exclude<GivenValue, undefined>>();
  private readonly watchers: Watcher[] = [];
  filled: Filled;

  constructor(
    readonly item: PageItem,
    readonly frame: Frame,
    values: Record<string, number | boolean | string>,
  ) {
    for (const [name, value] of Object.entries(values)) this.given.set(name, value);
    this.filled = fill(item, this.values, frame);
  }

  /** Values that differ from their start, as a tender file keeps them. */
  get values(): Record<string, number | boolean | string> {
    return Object.fromEntries(this.given);
  }

  give(name: string, value: GivenValue): void {
    if (value === undefined) this.given.delete(name);
    else this.given.set(name, value);
    this.changed();
  }

  /** All values back to their start. */
  reset(): void {
    this.given.clear();
    this.changed();
  }

  /** Call now and after each change. */
  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
    watcher(this.filled);
  }

  private changed(): void {
    this.filled = fill(this.item, this.values, this.frame);
    for (const watcher of this.watchers) watcher(this.filled);
  }
}

/** Bring the page to life. If its data cannot be loaded it stays what it is: the text with its start values. */
export async function startWorkbench(): Promise<void> {
  const place = document.querySelector<HTMLElement>("[data-srpp-item]");
  const id = place?.dataset["srppItem"];
  if (!place || !id) return;
  const [item, frame] = await Promise.all([
    json<PageItem>(`${locale}/${id}/fillable.json`),
    json<Frame>(`${locale}/frame.json`),
  ]);
  const kept = load(locale).items.find((one) => one.item === id);
  const bench = new Workbench(item, frame, kept?.parameters ?? {});
  startLiveTexts(bench);
  startValues(bench);
  startCalculator(bench);
  startActions(bench, place);
  place.dataset["srppReady"] = "";
}
