// SPDX-License-Identifier: Apache-2.0
// Why a draft is not read: one plain sentence, by the key of its words.

/** What may be wrong with a file; `ui-verify-unread-…` has the sentence. */
export type Trouble =
  | "large"
  | "parts"
  | "part-large"
  | "no-zip"
  | "no-office"
  | "damaged"
  | "locked"
  | "no-xml"
  | "dtd"
  | "pdf"
  | "old-word"
  | "rtf"
  | "no-text"
  | "empty";

/** The bytes are no draft that can be read safely. Every reader ends in a draft or in this. */
export class UnreadableDraft extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly values: Record<string, string | number> = {},
  ) {
    super(trouble);
  }
}
