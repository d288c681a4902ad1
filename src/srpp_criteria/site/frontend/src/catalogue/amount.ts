// SPDX-License-Identifier: Apache-2.0
// The value of a purchase as buyers write it, anywhere in Europe.
import type { Parameter } from "../engine/fillable.ts";
import { readTyped } from "../engine/typed.ts";

/** The amount; undefined: none was typed; null: what was typed is none. */
export function readAmount(typed: string, currency: string, formats: string): number | null | undefined {
  const bare = typed.replace(/€|\b(?:eur|nok|kr)\b\.?|,-+\s*$/gi, "").trim();
  if (bare === "") return undefined;
  // Nobody writes a purchase to a thousandth: three digits behind one sign are thousands, in whatever language.
  const grouped = /^(\d{1,3})[.,](\d{3})$/.exec(bare);
  const read = readTyped(amountIn(currency), grouped ? `${grouped[1]}${grouped[2]}` : bare, formats);
  return read.ok && typeof read.value === "number" ? read.value : null;
}

/** An amount as the engine's fields know it. */
const amountIn = (currency: string): Parameter => ({
  name: "value",
  type: "money",
  label: "",
  help: null,
  unit: null,
  default: null,
  minimum: 0,
  maximum: null,
  options: [],
  locked: false,
  currency,
  maximum_length: null,
  basis: { kind: "judgement", says: "" },
  ladder: false,
});
