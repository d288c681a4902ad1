// SPDX-License-Identifier: Apache-2.0
// Hands a file to the reader; it is made here and comes from nowhere.

/** A file name from the title of a tender that every system takes. */
export function fileName(title: string, otherwise: string, ending: string): string {
  const safe = (words: string) =>
    words
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .slice(0, 80)
      .replace(/^-+|-+$/g, "");
  const stem = safe(title) || safe(otherwise) || "tender";
  // Windows keeps these names for devices, whatever stands behind the point.
  return `${/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `${stem}-1` : stem}${ending}`;
}

/** Let the browser save a file. */
export function download(content: string | Uint8Array, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the file only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
