// SPDX-License-Identifier: Apache-2.0
// What Material's own script expects to find: where its settings are kept. A classic script; it imports nothing, because it
// has to run before the page is drawn.

interface ThemeScope {
  __md_scope: URL;
  __md_hash: (text: string) => number;
  __md_get: (key: string, store?: Storage, scope?: URL) => unknown;
  __md_set: (key: string, value: unknown, store?: Storage, scope?: URL) => void;
}

const theme = globalThis as unknown as ThemeScope;
const base = document.currentScript?.getAttribute("data-base") ?? ".";
theme.__md_scope = new URL(base, location.href);
theme.__md_hash = (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);
theme.__md_get = (key, store = localStorage, scope = theme.__md_scope) => {
  try {
    return JSON.parse(store.getItem(`${scope.pathname}.${key}`) ?? "null");
  } catch {
    return null; // a browser that keeps nothing, or something that is not ours
  }
};
theme.__md_set = (key, value, store = localStorage, scope = theme.__md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the page works all the same.
  }
};
