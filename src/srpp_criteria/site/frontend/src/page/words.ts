// SPDX-License-Identifier: Apache-2.0
// What scripts say: the words of the edition, which come with its frame.
import type { Frame } from "../engine/fillable.ts";
import { filled } from "./dom.ts";

/** Words of the interface by their key, with `{name}` replaced. */
export const say = (frame: Frame, key: string, values: Record<string, string | number> = {}): string =>
  filled(frame.words[key] ?? key, values);
