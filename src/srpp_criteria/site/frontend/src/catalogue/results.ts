// SPDX-License-Identifier: Apache-2.0
// The list of results: each with its facts, and the button that puts it into the basket.
import { load, put, remove, save } from "../basket/store.ts";
import { filled, h } from "../page/dom.ts";
import { locale } from "../page/place.ts";
import { marked } from "./excerpt.ts";
import type { Found } from "./pagefind.ts";
import type { State } from "./state.ts";

/** What the page tells the list about its language. */
export interface Names {
  words: Record<string, string>;
  /** The name of an answer of a filter. */
  of: (facet: string, key: string) => string;
  /** Called when the browser keeps nothing. */
  refused: () => void;
}

/** One result. */
export function resultOf(found: Found, state: State, names: Names): HTMLLIElement {
  const { meta } = found;
  const isPage = meta["kind"] === "page";
  const title = meta["title"] ?? "";
  const advice = state.band ? meta[`band-${state.band}`] : undefined;
  return h(
    "li",
    { class: "srpp-result" },
    h(
      "p",
      { class: "srpp-result__facts" },
      h("span", { class: "srpp-result__kind" }, isPage ? names.words["page"] : names.of("kind", meta["kind"] ?? "")),
      ...(isPage ? [] : factsOf(meta, names)),
    ),
    h("h3", { class: "srpp-result__title" }, h("a", { href: found.url }, title)),
    meta["intent"] ? h("p", { class: "srpp-result__intent" }, meta["intent"]) : null,
    state.words && showsMore(found) ? h("p", { class: "srpp-result__excerpt" }, "… ", ...marked(found.excerpt), " …") : null,
    advice ? h("p", { class: "srpp-result__advice" }, filled(names.words["in-this-size"] ?? "{do}", { do: advice })) : null,
    isPage ? null : basketButton(meta["id"] ?? "", meta["version"] ?? "", title, names),
  );
}

function factsOf(meta: Record<string, string>, names: Names): (HTMLElement | string)[] {
  const sectors = (meta["sectors"] ?? "").split(" ").filter(Boolean);
  const facts = [names.of("level", meta["level"] ?? ""), ...sectors.map((sector) => names.of("sector", sector))];
  const nodes: (HTMLElement | string)[] = facts.map((fact) => ` · ${fact}`);
  if (meta["status"] === "deprecated") nodes.push(" · ", h("span", { class: "srpp-replaced" }, names.words["replaced"] ?? ""));
  if (meta["mandatory"]) nodes.push(" · ", h("strong", {}, names.words["required"] ?? ""));
  return nodes;
}

/** An excerpt that only repeats title and intent is left out. */
function showsMore(found: Found): boolean {
  const words = found.excerpt.replace(/<\/?mark>/g, "").replace(/\s+/g, " ").trim();
  return !`${found.meta["title"]}. ${found.meta["intent"]}`.includes(words);
}

function basketButton(id: string, version: string, title: string, names: Names): HTMLButtonElement {
  const button = h("button", { type: "button", class: "srpp-result__basket", "data-basket-item": id });
  button.addEventListener("click", () => {
    const basket = load(locale);
    const next = isTaken(id)
      ? remove(basket, id)
      : put(basket, { item: id, version, revision: null, decision: "taken", reason: "", parameters: {} });
    if (!save(next)) names.refused();
    showState(button, id, title, names);
  });
  button.dataset["title"] = title;
  showState(button, id, title, names);
  return button;
}

/** Bring every button in line with the basket, which may have changed in another tab. */
export function showBasket(list: Element, names: Names): void {
  for (const button of list.querySelectorAll<HTMLButtonElement>("[data-basket-item]")) {
    showState(button, button.dataset["basketItem"] ?? "", button.dataset["title"] ?? "", names);
  }
}

const isTaken = (id: string): boolean =>
  load(locale).items.some((one) => one.item === id && one.decision === "taken");

function showState(button: HTMLButtonElement, id: string, title: string, names: Names): void {
  const inside = isTaken(id);
  const name = inside ? "basket-in" : "basket-put";
  button.classList.toggle("srpp-result__basket--in", inside);
  button.textContent = names.words[name] ?? "";
  button.setAttribute("aria-label", filled(names.words[`${name}-what`] ?? "{title}", { title }));
}
