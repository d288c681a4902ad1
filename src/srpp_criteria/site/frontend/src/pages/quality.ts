// SPDX-License-Identifier: Apache-2.0
// The list of all texts by their score: its columns can be sorted.
import { locale } from "../page/place.ts";
import { makeSortable } from "../page/sorting.ts";

for (const table of document.querySelectorAll<HTMLTableElement>("[data-srpp-sort] table")) makeSortable(table, locale);
