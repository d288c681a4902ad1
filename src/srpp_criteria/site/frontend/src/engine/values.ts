// SPDX-License-Identifier: Apache-2.0
// Which values a parameter takes: the twin of read_value in edition/fill.py.
import Big from "big.js";
import type { Parameter } from "./fillable";
import { show } from "./figures";
import { cleanValue, lengthOf } from "./printable";

/** A value as it stands in a tender file: dates as YYYY-MM-DD, a choice by its key. */
export type Given = number | boolean | string;

export type FigureErrorKind =
  | "not-a-number"
  | "not-whole"
  | "too-many-decimals"
  | "too-large"
  | "below-minimum"
  | "above-maximum"
  | "empty"
  | "too-long"
  | "not-a-date"
  | "before-minimum"
  | "after-maximum"
  | "not-an-option"
  | "not-yes-or-no"
  | "locked"
  | "no-such-value";

/** What is wrong with a value; `words` fill the placeholders of the sentence `figure-error-<kind>`. */
export interface FigureError {
  kind: FigureErrorKind;
  words: Record<string, string>;
}

export type Checked = { ok: true; value: Given } | { ok: false; error: FigureError };

export const MOST_DECIMALS = 6;
const TOO_LARGE = new Big("1e15");
const PLAIN_NUMBER = /^-?[0-9]{1,40}(\.[0-9]{1,40})?$/;
const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

export function wrong(kind: FigureErrorKind, words: Record<string, string> = {}): { ok: false; error: FigureError } {
  return { ok: false, error: { kind, words } };
}

/** The sentence of an error, from the interface words of the edition. */
export function errorSentence(error: FigureError, words: Readonly<Record<string, string>>): string {
  const sentence = words[`figure-error-${error.kind}`] ?? error.kind;
  return sentence.replace(/\{([a-z_]+)\}/g, (whole, name: string) => error.words[name] ?? whole);
}

/** A value as its parameter's type, within its limits. */
export function checkValue(parameter: Parameter, raw: unknown, locale: string): Checked {
  switch (parameter.type) {
    case "integer":
    case "duration":
    case "decimal":
    case "percentage":
    case "money":
      return checkNumber(parameter, raw, locale);
    case "date":
      return checkDay(parameter, raw, locale);
    case "boolean": {
      if (typeof raw === "boolean") return { ok: true, value: raw };
      const word = typeof raw === "string" ? raw.trim().toLowerCase() : "";
      if (!["true", "false", "yes", "no"].includes(word)) return wrong("not-yes-or-no");
      return { ok: true, value: word === "true" || word === "yes" };
    }
    case "choice":
      if (parameter.options.some((option) => option.key === raw)) return { ok: true, value: String(raw) };
      return wrong("not-an-option", { options: parameter.options.map((option) => option.label).join(", ") });
    case "text": {
      const text = cleanValue(typeof raw === "boolean" ? (raw ? "True" : "False") : String(raw)).trim();
      if (text === "") return wrong("empty");
      const most = parameter.maximum_length ?? Infinity;
      if (lengthOf(text) > most) return wrong("too-long", { maximum: String(most), length: String(lengthOf(text)) });
      return { ok: true, value: text };
    }
  }
}

/** Whether two checked values are the same. */
export function same(one: Given, other: Given): boolean {
  return typeof one === "number" && typeof other === "number" ? one === other : String(one) === String(other);
}

function checkNumber(parameter: Parameter, raw: unknown, locale: string): Checked {
  const text = typeof raw === "number" ? asDigits(raw) : typeof raw === "string" ? raw.trim() : "";
  if (!PLAIN_NUMBER.test(text)) return wrong("not-a-number");
  const number = new Big(text);
  if (number.abs().gte(TOO_LARGE)) return wrong("too-large");
  if ((text.split(".")[1] ?? "").length > MOST_DECIMALS) return wrong("too-many-decimals", { maximum: String(MOST_DECIMALS) });
  const isWhole = number.eq(number.round(0, Big.roundDown));
  if ((parameter.type === "integer" || parameter.type === "duration") && !isWhole) return wrong("not-whole");
  const limits = shownLimits(parameter, locale);
  if (parameter.minimum !== null && number.lt(String(parameter.minimum))) return wrong("below-minimum", limits);
  if (parameter.maximum !== null && number.gt(String(parameter.maximum))) return wrong("above-maximum", limits);
  return { ok: true, value: Number(text) };
}

function asDigits(raw: number): string {
  return Number.isFinite(raw) ? new Big(raw).toFixed() : "";
}

function checkDay(parameter: Parameter, raw: unknown, locale: string): Checked {
  const found = DAY.exec(String(raw));
  const [year, month, date] = found ? found.slice(1).map(Number) : [];
  if (year === undefined || month === undefined || date === undefined || year < 1) return wrong("not-a-date");
  const day = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const read = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || read.getUTCDate() !== date || read.getUTCMonth() + 1 !== month) return wrong("not-a-date");
  const limits = shownLimits(parameter, locale);
  if (parameter.minimum !== null && day < String(parameter.minimum)) return wrong("before-minimum", limits);
  if (parameter.maximum !== null && day > String(parameter.maximum)) return wrong("after-maximum", limits);
  return { ok: true, value: day };
}

/** The limits as a reader of the locale writes them. */
export function shownLimits(parameter: Parameter, locale: string): Record<string, string> {
  const limits: Record<string, string> = {};
  if (parameter.minimum !== null) limits["minimum"] = show(parameter, parameter.minimum, locale);
  if (parameter.maximum !== null) limits["maximum"] = show(parameter, parameter.maximum, locale);
  return limits;
}
