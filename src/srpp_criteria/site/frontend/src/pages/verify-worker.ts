// SPDX-License-Identifier: Apache-2.0
// Looks for our texts beside the page, so that a long draft does not stop it.
import { Checker } from "../recognition/checker.ts";
import type { Answer, Question } from "../verify/job.ts";

const checker = new Checker();

async function answerTo({ draft, indexes }: Question): Promise<Answer> {
  try {
    return { recognition: await checker.check(draft, indexes) };
  } catch (error) {
    return { failed: String(error) };
  }
}

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  void answerTo(data).then((answer) => postMessage(answer));
});
