// SPDX-License-Identifier: Apache-2.0
// How wide the columns of a table are: the twin of documents/columns.py.
import type { Table } from "./document";
import { lengthOf } from "./printable";
import { wordsOf } from "./reading-order";

/** Up to so many rows a table stays on one page. */
export const SHORT_TABLE = 7;

const LINE = 95;
const ROOM = 3;
const LONGEST_WORD = 22;

/** The share of the line each column takes; the shares add up to 1. */
export function columnShares(table: Table): number[] {
  const columns = table.header.map((head, at) => [head, ...table.rows.map((row) => row[at] ?? [])].map(wordsOf));
  const weights =
    table.widths.length > 0 ? table.widths : columns.map((column) => Math.sqrt(Math.max(1, ...column.map(lengthOf))));
  return withFloors(weights, columns.map(floorOf));
}

function floorOf(column: string[]): number {
  const words = column.flatMap((text) => text.split(/\s+/)).filter((word) => word !== "");
  const longest = Math.max(0, ...words.map(lengthOf));
  return (Math.min(longest, LONGEST_WORD) + ROOM) / LINE;
}

function withFloors(weights: readonly number[], floors: readonly number[]): number[] {
  const allFloors = sum(floors);
  if (allFloors >= 1) return floors.map((floor) => floor / allFloors);
  // Python adds up a set of small whole numbers, which it walks through in their order.
  const raised = new Set<number>();
  for (;;) {
    const left = 1 - sum(floors.filter((_, at) => raised.has(at)));
    const total = sum(weights.filter((_, at) => !raised.has(at)));
    const shares = weights.map((weight, at) => (raised.has(at) ? (floors[at] ?? 0) : (weight / total) * left));
    const starved = shares.flatMap((share, at) => (!raised.has(at) && share < (floors[at] ?? 0) ? [at] : []));
    if (starved.length === 0) return shares;
    for (const at of starved) raised.add(at);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Rounded like Python: a half goes to the even neighbour. */
export function roundHalfEven(number: number): number {
  const below = Math.floor(number);
  const rest = number - below;
  if (rest !== 0.5) return Math.round(number);
  return below % 2 === 0 ? below : below + 1;
}
