// SPDX-License-Identifier: Apache-2.0
// Numbers, percentages, money and dates as a reader in that country writes them: the twin of wording/figures.py, with Intl
// where Python has Babel. A test compares the two. `locale` is the tag that the frame calls `formats`.
import Big from "big.js";
import type { Parameter } from "./fillable";
import type { Given } from "./values";

const MOST_DECIMALS = 8;
const LATIN = { numberingSystem: "latn" } as const;

const numberFormats = new Map<string, Intl.NumberFormat>();

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { ...LATIN, ...options });
    numberFormats.set(key, format);
  }
  return format;
}

/** Written as text, because a binary number would round what the buyer typed. */
function written(format: Intl.NumberFormat, value: Big): string {
  return format.format(value.toFixed() as unknown as number);
}

/** A number with as many decimals as it has, without trailing zeros. */
export function formatDecimal(value: Big, locale: string): string {
  return written(numbers(locale, { maximumFractionDigits: MOST_DECIMALS }), value);
}

/** A percentage; 7 is seven per cent. */
export function formatPercentage(value: Big, locale: string): string {
  return written(numbers(locale, { style: "percent", maximumFractionDigits: MOST_DECIMALS }), hundredth(value));
}

/** An amount with the code of its currency: no decimals if it is whole, else two, halves rounded up. */
export function formatMoney(amount: Big, currency: string, locale: string): string {
  const exact = amount.round(2, Big.roundHalfUp);
  const decimals = exact.eq(exact.round(0, Big.roundDown)) ? 0 : 2;
  const options: Intl.NumberFormatOptions = {
    style: "currency",
    currency,
    currencyDisplay: "code",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  };
  return written(numbers(locale, options), exact);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A day (YYYY-MM-DD) with the month in words, so that nobody reads 5/3 as the third of May. */
export function formatDate(day: string, locale: string): string {
  let format = dateFormats.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...LATIN, calendar: "gregory", dateStyle: "long", timeZone: "UTC" });
    dateFormats.set(locale, format);
  }
  const shown = format.format(new Date(`${day}T00:00:00Z`));
  // French counts the first day of a month (1er mars); CLDR's long format does not.
  return locale.split(/[-_]/)[0] === "fr" ? shown.replace(/^1(?= )/, "1er") : shown;
}

/** A checked value as it stands in the text. */
export function show(parameter: Parameter, value: Given, locale: string): string {
  switch (parameter.type) {
    case "integer":
    case "duration":
    case "decimal":
      return formatDecimal(new Big(String(value)), locale);
    case "percentage":
      return formatPercentage(new Big(String(value)), locale);
    case "money":
      return formatMoney(new Big(String(value)), parameter.currency ?? "", locale);
    case "date":
      return formatDate(String(value), locale);
    case "choice":
      return parameter.options.find((option) => option.key === value)?.label ?? String(value);
    case "boolean":
      return value === true ? "true" : "false";
    case "text":
      return String(value);
  }
}

function hundredth(value: Big): Big {
  return value.times("0.01");
}
