// SPDX-License-Identifier: Apache-2.0
// Reading drafts and finding texts as the tests reach them: JSON in and out.
import { paragraphsOfBytes, textOfHtml } from "../../src/srpp_criteria/site/frontend/src/recognition/drafts/draft";
import { UnreadableDraft } from "../../src/srpp_criteria/site/frontend/src/recognition/drafts/unreadable";
import { marks } from "../../src/srpp_criteria/site/frontend/src/recognition/word-marks";

/** The paragraphs of a file, or what is the trouble with it. */
function read([name, content]) {
  try {
    return paragraphsOfBytes(Uint8Array.from(atob(content), (each) => each.charCodeAt(0)), name);
  } catch (error) {
    if (error instanceof UnreadableDraft) return { trouble: error.trouble };
    throw error;
  }
}

const marked = ([before, after]) => marks(before, after).map(({ mark, text }) => [mark, text]);

Object.assign(globalThis, { engine: { read, marked, textOfHtml } });
