// SPDX-License-Identifier: Apache-2.0
// Points of award criteria: the twin of scoring.py. Python computes with 28 significant digits, so every step here is
// rounded to as many: else a point that lies exactly on a half could fall to the other side.
import BigOf from "big.js";
import type { Big as Number_ } from "big.js";
import type { WorkedExample } from "./fillable";

export type Numbers = Record<string, Number_ | number | string>;

const Big = BigOf();
Big.DP = 60;
const DIGITS = 28;
const HALF_EVEN = 2;
const HALF_UP = 1;

/** What a method needs beside the weight, in order; those that may be left out are marked. */
export const METHODS: Readonly<Record<string, readonly { name: string; optional: boolean }[]>> = {
  linear: needs("floor", "ceiling", "offer"),
  "quality-scale": needs("best_mark", "mark"),
  "quantity-times-credibility": needs("floor", "ceiling", "offer", "factor"),
  "level-ladder": [...needs("top_level"), ...needs("share_1", "share_2", "share_3").map((each) => ({ ...each, optional: true }))],
  monetised: needs("value", "price", "fulfilment"),
  "price-anchored": needs("low_anchor", "high_anchor", "price"),
};

/** A number that the method does not allow, or one that is missing. */
export class ScoringError extends Error {}

/** Points by a method's key, two decimals, rounded half up. */
export function points(method: string, numbers: Numbers): Number_ {
  const wanted = METHODS[method];
  if (wanted === undefined) throw new ScoringError(`method "${method}" cannot be computed`);
  const known = new Set(["weight", ...wanted.map((each) => each.name)]);
  for (const name of Object.keys(numbers)) {
    if (!known.has(name)) throw new ScoringError(`${method} has no number "${name}"`);
  }
  const of = (name: string): Number_ => {
    const given = numbers[name];
    if (given !== undefined) return new Big(typeof given === "object" ? given.toString() : given);
    if (wanted.some((each) => each.name === name && each.optional)) return new Big(0);
    throw new ScoringError(`${method} needs ${name}`);
  };
  for (const each of wanted) of(each.name);
  return computed(method, of).round(2, HALF_UP);
}

function computed(method: string, of: (name: string) => Number_): Number_ {
  const weight = of("weight");
  switch (method) {
    case "linear":
      return product(weight, part(of("offer"), of("floor"), of("ceiling")));
    case "quality-scale": {
      const [mark, best] = [of("mark"), of("best_mark")];
      if (mark.lt(0) || mark.gt(best)) throw new ScoringError(`mark ${mark.toFixed()} is not between 0 and ${best.toFixed()}`);
      return quotient(product(weight, mark), positive("best_mark", best));
    }
    case "quantity-times-credibility": {
      const factor = of("factor");
      if (!["0.5", "0.75", "1"].some((each) => factor.eq(each))) throw new ScoringError(`factor ${factor.toFixed()} is not 0.5, 0.75 or 1`);
      return product(product(weight, part(of("offer"), of("floor"), of("ceiling"))), factor);
    }
    case "level-ladder": {
      const shares = [of("share_1"), of("share_2"), of("share_3")];
      const sum = shares.reduce((total, share) => exact(total.plus(share)), new Big(0));
      if (shares.some((share) => share.lt(0)) || sum.gt(100)) throw new ScoringError(`shares add up to ${sum.toFixed()} percent`);
      const reached = shares.reduce((total, share, index) => exact(total.plus(product(share, new Big(index + 1)))), new Big(0));
      return quotient(quotient(product(weight, reached), new Big(100)), positive("top_level", of("top_level")));
    }
    case "monetised":
      return exact(of("price").minus(quotient(product(of("value"), of("fulfilment")), new Big(100))));
    default:
      return product(weight, exact(new Big(1).minus(part(of("price"), of("low_anchor"), of("high_anchor")))));
  }
}

/** Whether a worked example earns what it says, and its words are true, when the parameters have these numbers. */
export function exampleHolds(
  scoring: { method: string; weight: string; settings: Record<string, string | number> },
  example: WorkedExample,
  numberOf: (parameter: string) => Number_ | null,
): boolean {
  if (Object.entries(example.figures).some(([name, figure]) => !numberOf(name)?.eq(String(figure)))) return false;
  const numbers: Numbers = {};
  for (const [name, value] of Object.entries({ weight: scoring.weight, ...scoring.settings })) {
    const number = typeof value === "string" ? numberOf(value) : value;
    if (number === null) return false;
    numbers[name] = number;
  }
  try {
    return points(scoring.method, { ...numbers, ...example.offer }).eq(String(example.points));
  } catch (error) {
    if (error instanceof ScoringError) return false;
    throw error;
  }
}

function needs(...names: string[]): { name: string; optional: boolean }[] {
  return names.map((name) => ({ name, optional: false }));
}

function part(offer: Number_, floor: Number_, ceiling: Number_): Number_ {
  if (ceiling.lte(floor)) throw new ScoringError(`ceiling ${ceiling.toFixed()} is not above the floor ${floor.toFixed()}`);
  const share = quotient(exact(offer.minus(floor)), exact(ceiling.minus(floor)));
  return share.lt(0) ? new Big(0) : share.gt(1) ? new Big(1) : share;
}

function positive(name: string, number: Number_): Number_ {
  if (number.lte(0)) throw new ScoringError(`${name} is ${number.toFixed()}, not above 0`);
  return number;
}

function product(one: Number_, other: Number_): Number_ {
  return exact(one.times(other));
}

function quotient(one: Number_, other: Number_): Number_ {
  return exact(one.div(other));
}

function exact(number: Number_): Number_ {
  return number.eq(0) ? number : number.prec(DIGITS, HALF_EVEN);
}
