// SPDX-License-Identifier: Apache-2.0
// Clause numbers 1, 1.1, 1.1.1: the twin of documents/clause_numbers.py.

/** Counts headings and clauses together, as the multilevel numbering of a word processor does. */
export class ClauseCounter {
  private counts: number[] = [];

  /** The number of the next heading or clause on this level; a level that was skipped counts as 1, as in Word. */
  next(level: number): string {
    while (this.counts.length < level - 1) this.counts.push(1);
    if (this.counts.length < level) this.counts.push(0);
    this.counts = this.counts.slice(0, level);
    this.counts[level - 1] = (this.counts[level - 1] ?? 0) + 1;
    return this.counts.join(".");
  }
}
