// SPDX-License-Identifier: Apache-2.0
// Looks for our texts beside the page, so that a long draft does not stop it.
import { Index, type IndexData } from "../recognition/index.ts";
import { joined } from "../recognition/known-texts.ts";
import { recognise } from "../recognition/recognise.ts";
import type { Answer, Question } from "../verify/job.ts";

let known: { addresses: string; index: Index } | undefined;

/** The texts of these editions; those of the last draft are kept. */
async function indexOf(addresses: string[]): Promise<Index> {
  const name = addresses.join(" ");
  if (known?.addresses !== name) {
    const files = await Promise.all(addresses.map(fileAt));
    known = { addresses: name, index: new Index(joined(files)) };
  }
  return known.index;
}

async function fileAt(address: string): Promise<IndexData> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as IndexData;
}

async function answerTo({ draft, indexes, locale }: Question): Promise<Answer> {
  try {
    const index = await indexOf(indexes);
    return { recognition: recognise(draft, index, locale), items: index.items };
  } catch (error) {
    return { failed: String(error) };
  }
}

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  void answerTo(data).then((answer) => postMessage(answer));
});
