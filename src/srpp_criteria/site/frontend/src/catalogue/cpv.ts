// SPDX-License-Identifier: Apache-2.0
// CPV codes as buyers type them. The tree is in the digits: 45210000 stands below 45000000.

/** The divisions of CPV 2008: no code begins with other digits. */
const DIVISIONS = new Set(
  ("03 09 14 15 16 18 19 22 24 30 31 32 33 34 35 37 38 39 41 42 43 44 45 48 50 51 55 60 63 64 65 66 70 71 72 73 75 76 77 79 " +
    "80 85 90 92 98").split(" "),
);

/** The eight digits of a code; nothing if it is none. The check digit is not looked at: the official list departs from its rule. */
export function readCpv(typed: string): string | undefined {
  const digits = /^(\d{8})(?:[-–\s]?\d)?$/.exec(typed.trim())?.[1];
  return digits !== undefined && DIVISIONS.has(digits.slice(0, 2)) ? digits : undefined;
}

/** The digits that a code shares with everything below it; a division keeps its two. */
export const branch = (code: string): string => code.slice(0, 2) + code.slice(2, 8).replace(/0+$/, "");

/** Whether a text or pack for `code` serves the wanted digits. */
export const serves = (code: string, wanted: string): boolean => wanted.startsWith(branch(code));
