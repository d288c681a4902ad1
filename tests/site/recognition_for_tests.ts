// SPDX-License-Identifier: Apache-2.0
// Reading drafts and finding texts as the tests reach them: JSON in and out.
import { draftOf } from "../../src/srpp_criteria/site/frontend/src/recognition/drafts/draft";
import { UnreadableDraft } from "../../src/srpp_criteria/site/frontend/src/recognition/drafts/unreadable";
import { Index } from "../../src/srpp_criteria/site/frontend/src/recognition/index";
import { joined } from "../../src/srpp_criteria/site/frontend/src/recognition/known-texts";
import { recognise } from "../../src/srpp_criteria/site/frontend/src/recognition/recognise";

/** The blocks of a file, or what is the trouble with it. */
function read([name, content]) {
  try {
    return draftOf(Uint8Array.from(atob(content), (each) => each.charCodeAt(0)), name);
  } catch (error) {
    if (error instanceof UnreadableDraft) return { trouble: error.trouble };
    throw error;
  }
}

// Set once, so that it does not travel with every call.
let index;

function know(files) {
  index = new Index(joined(files));
}

const recognised = ([blocks, locale]) => recognise(blocks, index, locale);

Object.assign(globalThis, { engine: { read, know, recognised } });
