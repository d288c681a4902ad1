// SPDX-License-Identifier: Apache-2.0
// Tables that a reader may put into another order. Without the script the table stands there in its first order.
import { h } from "./dom.ts";

/** Give each heading with `data-sort` (words or number) a button that sorts by its column. */
export function makeSortable(table: HTMLTableElement, locale: string): void {
  const body = table.tBodies[0];
  if (!body) return;
  const order = new Intl.Collator(locale, { numeric: true });
  const headings = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  for (const heading of headings) {
    const by = heading.dataset["sort"];
    if (!by) continue;
    const sort = (): void => {
      const column = heading.cellIndex;
      // Numbers begin with the highest, words with A; a second press turns the order round.
      const first = by === "number" ? "descending" : "ascending";
      const turned = first === "ascending" ? "descending" : "ascending";
      const way = heading.getAttribute("aria-sort") === first ? turned : first;
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", way);
      const sign = way === "ascending" ? 1 : -1;
      const rows = [...body.rows];
      rows.sort((one, other) => sign * compared(valueOf(one, column), valueOf(other, column), by, order));
      body.append(...rows);
    };
    heading.replaceChildren(h("button", { type: "button", onclick: sort }, heading.textContent?.trim() ?? ""));
  }
}

/** Which of two values comes first. */
function compared(one: string, other: string, by: string, order: Intl.Collator): number {
  return by === "number" ? Number(one) - Number(other) : order.compare(one, other);
}

/** What a row is sorted by: the value behind the words, if there is one, else what its link says, else all its words. */
function valueOf(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset["value"] ?? (cell?.querySelector("a") ?? cell)?.textContent?.trim() ?? "";
}
