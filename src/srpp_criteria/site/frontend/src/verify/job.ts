// SPDX-License-Identifier: Apache-2.0
// The search for our texts as the page sees it: a question to the worker beside it, and its answer.
import type { Recognition } from "../recognition/findings.ts";
import type { ItemFacts } from "../recognition/index.ts";

export interface Question {
  draft: string[];
  /** Addresses of the known texts, one for each edition. */
  indexes: string[];
  /** The reader's edition, preferred where texts of several fit equally well. */
  locale: string;
}

/** What was found, with what is known of all items. */
export interface Found {
  recognition: Recognition;
  items: Readonly<Record<string, ItemFacts>>;
}

export type Answer = Found | { failed: string };

export class Job {
  #worker: Worker | undefined;
  #giveUp: (() => void) | undefined;

  /** What was found; null if another question came in the meantime, or nobody waits any more. */
  async ask(question: Question): Promise<Found | null> {
    this.stop();
    const worker = (this.#worker ??= new Worker(new URL("verify-worker.js", import.meta.url), { type: "module" }));
    const answer = await new Promise<Answer | null>((tell) => {
      this.#giveUp = () => tell(null);
      worker.onmessage = ({ data }: MessageEvent<Answer>) => tell(data);
      worker.onerror = (event) => tell({ failed: event.message ?? "the worker did not start" });
      worker.postMessage(question);
    });
    if (answer === null) return null;
    this.#giveUp = undefined;
    if ("recognition" in answer) return answer;
    this.#end();
    throw new Error(answer.failed);
  }

  /** Give up what is being looked for; known texts stay loaded if nothing was. */
  stop(): void {
    if (this.#giveUp === undefined) return;
    this.#giveUp();
    this.#giveUp = undefined;
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
