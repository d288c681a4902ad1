// SPDX-License-Identifier: Apache-2.0
// The way from a list to the place it speaks of, also when that place is folded away.

/** Open what hides an element, bring it into view and put the focus there. */
export function leadTo(id: string): void {
  const place = document.getElementById(id);
  if (place === null) return;
  for (let around = place.closest("details"); around; around = around.parentElement?.closest("details") ?? null) around.open = true;
  const target = place instanceof HTMLInputElement && place.type === "radio" ? checkedOf(place) : place;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
}

/** Follow a link inside the page; for `onclick`. */
export function lead(event: Event): void {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  leadTo(decodeURIComponent(link.hash.slice(1)));
}

const checkedOf = (first: HTMLInputElement): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first;
