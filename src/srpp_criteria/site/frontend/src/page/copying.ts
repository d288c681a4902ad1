// SPDX-License-Identifier: Apache-2.0
// Text into the clipboard. Browsers give pages the new clipboard only over https; a closed network often has http, and there
// the old way still works: answer the browser's own "copy".

/** Put plain text, and the same with formatting if there is any, into the clipboard. False if the browser refuses. */
export async function copied(plain: string, html: string | null): Promise<boolean> {
  if (window.isSecureContext && "clipboard" in navigator && "write" in navigator.clipboard) {
    const items: Record<string, Blob> = { "text/plain": new Blob([plain], { type: "text/plain" }) };
    if (html !== null) items["text/html"] = new Blob([html], { type: "text/html" });
    try {
      await navigator.clipboard.write([new ClipboardItem(items)]);
      return true;
    } catch {
      // Refused by the reader or the browser: the old way may still be open.
    }
  }
  return copiedByEvent(plain, html);
}

function copiedByEvent(plain: string, html: string | null): boolean {
  let done = false;
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", plain);
    if (html !== null) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    done = event.clipboardData !== null;
  };
  document.addEventListener("copy", answer, { once: true });
  document.execCommand("copy"); // deprecated, and the only way without https
  document.removeEventListener("copy", answer);
  return done;
}
