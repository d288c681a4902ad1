// SPDX-License-Identifier: Apache-2.0
// Applies the reader's choice of light or dark before the first paint. A classic script: it runs while the page is read.

interface Palette {
  color?: { media?: string; scheme?: string; primary?: string; accent?: string };
}

const chosen = (globalThis as unknown as { __md_get: (key: string) => unknown }).__md_get("__palette") as Palette | null;
const color = chosen?.color;
if (color) {
  for (const key of ["media", "scheme", "primary", "accent"] as const) {
    const value = color[key];
    if (typeof value === "string") document.body.setAttribute(`data-md-color-${key}`, value);
  }
  if (color.media === "(prefers-color-scheme)") {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${dark ? "dark" : "light"})']`);
    for (const key of ["scheme", "primary", "accent"]) {
      const value = input?.getAttribute(`data-md-color-${key}`);
      if (value) document.body.setAttribute(`data-md-color-${key}`, value);
    }
  }
}

export {};
