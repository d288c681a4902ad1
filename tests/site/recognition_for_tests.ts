// SPDX-License-Identifier: Apache-2.0
// Reading drafts and finding texts as the tests reach them: JSON in and out.
import { clean, DraftWords } from "../../src/srpp_criteria/site/frontend/src/recognition/draft-words";
import { draftOf, textOfHtml } from "../../src/srpp_criteria/site/frontend/src/recognition/drafts/draft";
import { UnreadableDraft } from "../../src/srpp_criteria/site/frontend/src/recognition/drafts/unreadable";
import { Index } from "../../src/srpp_criteria/site/frontend/src/recognition/index";
import { joined } from "../../src/srpp_criteria/site/frontend/src/recognition/known-texts";
import { recognise } from "../../src/srpp_criteria/site/frontend/src/recognition/recognise";
import { scan } from "../../src/srpp_criteria/site/frontend/src/recognition/scan";
import { takeStamps } from "../../src/srpp_criteria/site/frontend/src/recognition/stamps";
import { marks } from "../../src/srpp_criteria/site/frontend/src/recognition/word-marks";

/** The blocks of a file, or what is the trouble with it. */
function read([name, content]) {
  try {
    return draftOf(Uint8Array.from(atob(content), (each) => each.charCodeAt(0)), name);
  } catch (error) {
    if (error instanceof UnreadableDraft) return { trouble: error.trouble };
    throw error;
  }
}

const marked = ([before, after]) => marks(before, after).map(({ mark, text }) => [mark, text]);

// Set once, so that it does not travel with every call.
let index;

function know(files) {
  index = new Index(joined(files));
}

const recognised = ([blocks, locale]) => recognise(blocks, index, locale);

/** The words of a draft and its matches, to see where two writings of the algorithm part. */
function scanned(blocks) {
  const { rest, stamps } = takeStamps(blocks.map(clean), index);
  const words = new DraftWords(rest);
  const matches = scan(words, index).map((match) => ({ ...match, points: [...match.points].sort((one, other) => one[0] - other[0]) }));
  const { norms, starts, ends, numbers, stop, fullStop, label, block, units } = words;
  return { words: { norms, starts, ends, numbers, stop, fullStop, label, block, units }, stamps, matches };
}

Object.assign(globalThis, { engine: { read, marked, textOfHtml, know, scanned, recognised } });
