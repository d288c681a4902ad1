// SPDX-License-Identifier: Apache-2.0
// A basket as a tender file, and back. Nothing is lost on the way: items of other editions and versions stay as they are.
import type { TenderFile } from "../engine/tender-file.ts";
import { once, type Basket } from "./store.ts";

/** What is written into a tender file. */
export const fileOf = (basket: Basket, title: string): TenderFile => ({
  title,
  locale: basket.locale,
  created: basket.created,
  cpv: basket.cpv,
  items: basket.items.map(({ item, version, revision, decision, reason, parameters }) => ({
    item,
    version: version || null,
    revision: version ? revision : null,
    decision,
    reason: reason.trim() || null,
    parameters,
  })),
});

/** What a tender file says, as a basket. */
export const basketOf = (file: TenderFile): Basket => ({
  title: file.title,
  locale: file.locale,
  created: file.created,
  cpv: [...file.cpv],
  items: once(
    file.items.map(({ item, version, revision, decision, reason, parameters }) => ({
      item,
      version: version ?? "",
      revision,
      decision,
      reason: reason ?? "",
      parameters: { ...parameters },
    })),
  ),
});
