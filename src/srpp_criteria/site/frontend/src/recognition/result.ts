// SPDX-License-Identifier: Apache-2.0
// What was found in a draft.
import type { Run } from "./word-marks.ts";

export interface Recognition {
  texts: FoundText[];
  missing: MissingLink[];
}

export interface FoundText {
  item: string;
}

export interface MissingLink {
  item: string;
  title: string;
  needed_by: string[];
}
export type { Run };
