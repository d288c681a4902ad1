// SPDX-License-Identifier: Apache-2.0
// What a person types into a field: "7,5", "110 000", "110.000", "EUR 12.50", "5 %" become a value of the parameter.
import Big from "big.js";
import type { Parameter } from "./fillable";
import { formatDecimal } from "./figures";
import { checkValue, wrong, type FigureError, type Given } from "./values";

/** `undefined`: the field is empty and may stay an open blank. */
export type Typed = { ok: true; value: Given | undefined } | { ok: false; error: FigureError };

/** A typed text as a value of the parameter, within its limits; `locale` is the frame's `formats`. */
export function readTyped(parameter: Parameter, typed: string, locale: string): Typed {
  const text = typed.trim();
  if (text === "") return parameter.default === null ? { ok: true, value: undefined } : wrong("empty");
  switch (parameter.type) {
    case "integer":
    case "duration":
    case "decimal":
    case "percentage":
    case "money": {
      const digits = plainNumber(text, parameter, locale);
      return digits === null ? wrong("not-a-number") : checkValue(parameter, digits, locale);
    }
    case "date":
      return checkValue(parameter, dayOf(text), locale);
    default:
      return checkValue(parameter, text, locale);
  }
}

/** A value as a person of the locale would type it, for an input. One that does not fit, as a basket may hold, stays as it was typed. */
export function asTyped(parameter: Parameter, value: Given | null | undefined, locale: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" && !checkValue(parameter, value, locale).ok) return value;
  switch (parameter.type) {
    case "integer":
    case "duration":
    case "decimal":
    case "percentage":
    case "money":
      return formatDecimal(new Big(String(value)), locale);
    default:
      return String(value);
  }
}

/** Digits with a point, as files have them; null if it is no number. */
function plainNumber(text: string, parameter: Parameter, locale: string): string | null {
  const bare = text
    .replace(/^[\u2212\u2013-]/, "-")
    .replace(parameter.type === "percentage" ? /%$/ : /$^/, "")
    .replace(parameter.type === "money" ? new RegExp(`^${parameter.currency}|${parameter.currency}$`, "i") : /$^/, "")
    .trim();
  const groupedBySpaces = bare.replace(/(\d)[\s\u00a0\u2007\u202f\u2009'’](?=\d{3}(?!\d))/g, "$1");
  const body = groupedBySpaces.replace(/^-/, "");
  if (!/^\d[\d.,]*$/.test(body)) return null;
  const digits = withPoint(body, decimalSign(locale));
  return digits === null ? null : (groupedBySpaces.startsWith("-") ? "-" : "") + digits;
}

/** Which of point and comma separates decimals and which groups thousands, judged by the locale and by where they stand. */
function withPoint(body: string, decimal: string): string | null {
  const other = decimal === "." ? "," : ".";
  const lastDecimal = body.lastIndexOf(decimal);
  const lastOther = body.lastIndexOf(other);
  if (lastDecimal < 0 && lastOther < 0) return body;
  if (lastDecimal >= 0 && lastOther >= 0) {
    const [point, group] = lastDecimal > lastOther ? [decimal, other] : [other, decimal];
    const [whole, fraction, ...more] = body.split(point);
    if (more.length > 0 || whole === undefined || !fraction || !isGrouped(whole, group)) return null;
    return `${whole.replaceAll(group, "")}.${fraction}`;
  }
  const sign = lastDecimal >= 0 ? decimal : other;
  const pieces = body.split(sign);
  const single = pieces.length === 2 && pieces[1] !== "" ? `${pieces[0]}.${pieces[1]}` : null;
  if (sign === decimal) return single ?? (isGrouped(body, sign) ? body.replaceAll(sign, "") : null);
  return isGrouped(body, sign) && !body.startsWith("0") ? body.replaceAll(sign, "") : single;
}

function isGrouped(whole: string, group: string): boolean {
  const [first, ...rest] = whole.split(group);
  return /^\d{1,3}$/.test(first ?? "") && rest.every((piece) => /^\d{3}$/.test(piece));
}

function decimalSign(locale: string): string {
  const part = new Intl.NumberFormat(locale).formatToParts(1.5).find((each) => each.type === "decimal");
  return part?.value === "," ? "," : ".";
}

/** 5.3.2026, 05/03/2026 and 5-3-2026 are days first, as everywhere in Europe; 2026-03-05 is what a date field gives. */
function dayOf(text: string): string {
  const found = /^(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})$/.exec(text);
  return found ? `${found[3]}-${found[2]}-${found[1]}` : text;
}
