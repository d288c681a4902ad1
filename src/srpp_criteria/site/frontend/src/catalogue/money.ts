// SPDX-License-Identifier: Apache-2.0
// Apart from amount.ts: the catalogue only shows amounts, and need not load what reads them.

/** An amount with its currency. */
export const shownAmount = (value: number, currency: string, formats: string): string =>
  new Intl.NumberFormat(formats, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(value);
