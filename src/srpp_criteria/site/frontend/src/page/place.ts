// SPDX-License-Identifier: Apache-2.0
// Where this page stands in the site: the theme writes it into <meta name="srpp">.

const told = document.querySelector<HTMLMetaElement>('meta[name="srpp"]');

/** The root of the site, as an absolute address that ends in a slash. */
export const root = new URL(`${told?.dataset["base"] ?? "."}/`, location.href);

/** Tag of the edition in whose language the page is written, such as `nb-NO`. */
export const locale = told?.dataset["locale"] ?? "en";

/** The address of a file of the site. */
export const at = (path: string): string => new URL(path, root).href;

/** A JSON file of the site. */
export async function json<T>(path: string): Promise<T> {
  const answer = await fetch(at(path));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}
