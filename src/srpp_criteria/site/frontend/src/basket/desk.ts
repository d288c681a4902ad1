// SPDX-License-Identifier: Apache-2.0
// The page of the basket: one state (the basket), one way to change it, and views that follow.
import type { Frame } from "../engine/fillable.ts";
import { h, refill } from "../page/dom.ts";
import { say } from "../page/words.ts";
import { adviceOn } from "./advice.ts";
import { listOf } from "./list.ts";
import { logOf } from "./log.ts";
import { openingOf } from "./opening.ts";
import { overviewOf } from "./overview.ts";
import { moved, selectionOf } from "./selection.ts";
import { statusOf } from "./status.ts";
import { empty, load, onChange, put, remove, save, withValue, type Basket, type BasketItem } from "./store.ts";
import { takeAwayOf } from "./take-away.ts";
import type { Texts } from "./texts.ts";
import { lead } from "./way.ts";

/** An edition and the address of its basket. */
export interface EditionLink {
  locale: string;
  name: string;
  href: string;
}

/** Today where the reader is, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Build the page into its place and keep it true to the basket. */
export async function showDesk(place: HTMLElement, frame: Frame, texts: Texts, editions: EditionLink[]): Promise<void> {
  const { locale } = frame;
  let basket = empty(locale);
  let selection = selectionOf(basket, texts, frame);
  let writing = false;

  const titleOf = () => basket.title.trim() || (frame.words["tender-title"] ?? "");
  const status = statusOf(frame, focusHome);
  const list = listOf(frame, {
    change: (item) => keep(put(basket, item)),
    move: (id, step) => keep(moved(basket, id, step, selection)),
    remove: takeOut,
    spread(name, value, others, field) {
      const before = basket;
      keep(others.reduce((now, { chosen }) => put(now, withValue(chosen, name, value)), basket));
      status.offer(say(frame, "ui-basket-spread-done", { count: others.length }), field.element, () => {
        keep(before);
        field.focus();
      });
    },
  });
  const overview = overviewOf(frame, { add, remove: takeOut, forget });
  const takeAway = takeAwayOf(frame, today, {
    selection: () => selection,
    title: titleOf,
    tell: (words) => status.tell(words),
    saved: (created) => keep({ ...basket, created }),
  });
  const log = logOf(frame);
  const opening = openingOf(frame, (opened, name) => {
    const before = basket;
    void show(opened).then(() => {
      const words = say(frame, "ui-basket-opened", { name });
      title.focus();
      if (before.items.length === 0) status.tell(words);
      else status.offer(words, title, () => void show(before).then(() => title.focus()));
    });
  });
  const title = h("input", {
    id: "basket-title",
    class: "srpp-input",
    type: "text",
    maxlength: 200,
    autocomplete: "off",
    placeholder: frame.words["tender-title"],
    oninput: () => keep({ ...basket, title: title.value }),
  });
  const cpv = h("p", { class: "srpp-head__cpv" });
  // On a narrow window that part stands far below; by keyboard it is far away on every window.
  const toTake = h("a", { class: "srpp-to-take", href: "#basket-take", onclick: lead }, say(frame, "ui-basket-take"));
  const elsewhere = h("div", { class: "srpp-elsewhere", hidden: true });
  const head = h("div", { class: "srpp-head" }, h("label", { for: "basket-title" }, say(frame, "ui-basket-title")), title, cpv, toTake);
  const unread = h("div", { class: "srpp-unread", role: "alert", hidden: true });
  const clear = h("button", { type: "button", class: "srpp-link", onclick: clearAll }, say(frame, "ui-basket-clear"));
  const aside = h("aside", { class: "srpp-aside", "aria-label": say(frame, "ui-basket-take") }, takeAway.element);
  const main = h("div", { class: "srpp-main" }, elsewhere, head, unread, overview.element, list.element, log.element);
  const nothingSays = h("p", { class: "srpp-nothing__says", tabindex: -1 }, say(frame, "ui-basket-empty"));
  const nothing = h("div", { class: "srpp-nothing" }, ...emptyWords());
  refill(place, nothing, h("div", { class: "srpp-desk" }, main, aside), status.live, status.element);

  function emptyWords(): HTMLElement[] {
    return [
      nothingSays,
      h("p", {}, say(frame, "ui-basket-empty-how")),
      h(
        "p",
        { class: "srpp-nothing__ways" },
        h("a", { class: "md-button md-button--primary", href: "../catalogue/" }, say(frame, "ui-basket-to-catalogue")),
        h("a", { class: "md-button", href: "../packs/" }, say(frame, "ui-basket-to-packs")),
      ),
    ];
  }

  function home(): HTMLElement {
    if (basket.items.length === 0) return nothingSays;
    return overview.element.hidden ? title : overview.heading;
  }

  /** A place for the focus when what had it is gone. */
  function focusHome(): void {
    home().focus();
  }

  /** Another basket, or the same after a change: keep it in the browser and show it. */
  function keep(next: Basket): void {
    basket = next;
    writing = true;
    const kept = save(basket);
    writing = false;
    if (!kept) status.tell(say(frame, "ui-basket-not-kept"));
    update();
  }

  /** A basket whose texts may not be here yet. */
  async function show(next: Basket): Promise<void> {
    await fetchFor(next);
    keep(next);
  }

  async function fetchFor(next: Basket): Promise<void> {
    const reached = await texts.fetch(next.items.map((one) => one.item));
    unread.hidden = reached;
    if (!reached) {
      refill(
        unread,
        h("p", {}, say(frame, "ui-basket-not-reached")),
        h("button", { type: "button", class: "md-button", onclick: () => void again() }, say(frame, "ui-basket-again")),
      );
    }
  }

  /** The basket as the browser keeps it, when the page opens or another window has changed it. */
  async function again(): Promise<void> {
    await fetchFor(load(locale));
    basket = load(locale);
    if (basket.items.length === 0) basket = { ...basket, locale };
    update();
  }

  function update(): void {
    selection = selectionOf(basket, texts, frame);
    const isEmpty = basket.items.length === 0;
    nothing.hidden = !isEmpty;
    main.parentElement?.toggleAttribute("hidden", isEmpty);
    const home = isEmpty ? nothing : aside;
    if (opening.element.parentElement !== home) home.append(opening.element);
    if (!isEmpty) aside.append(clear);
    if (title.value !== basket.title) title.value = basket.title;
    refill(cpv, basket.cpv.length > 0 ? `CPV: ${basket.cpv.join(", ")}` : null);
    cpv.hidden = basket.cpv.length === 0;
    tellElsewhere();
    overview.update(selection, adviceOn(selection, frame, today()));
    list.update(selection);
    takeAway.update(selection);
    log.update(selection, titleOf(), today());
  }

  /** The basket was filled in another edition: its texts are shown as this one reads them. */
  function tellElsewhere(): void {
    elsewhere.hidden = basket.locale === locale;
    if (elsewhere.hidden || elsewhere.dataset["locale"] === basket.locale) return;
    elsewhere.dataset["locale"] = basket.locale;
    const there = editions.find((one) => one.locale === basket.locale);
    const here = frame.locale_name;
    refill(
      elsewhere,
      h("p", {}, say(frame, "ui-basket-elsewhere", { edition: there?.name ?? basket.locale, here })),
      there ? h("a", { class: "md-button", href: there.href }, say(frame, "ui-basket-go-there", { edition: there.name })) : null,
      h("button", { type: "button", class: "md-button", onclick: () => (keep({ ...basket, locale }), title.focus()) }, say(frame, "ui-basket-stay-here", { here })),
    );
  }

  function takeOut(id: string): void {
    const before = basket;
    const name = texts.get(id)?.title ?? id;
    const next = list.beside(id);
    keep(remove(basket, id));
    const near = (next === null ? null : list.lead(next)) ?? home();
    near.focus();
    status.offer(say(frame, "ui-basket-removed", { title: name }), near.closest("h3") ?? near, () => {
      keep(before);
      focusHome();
      list.focus(id);
    });
  }

  function forget(id: string, name: string): void {
    const chosen = basket.items.find((one) => one.item === id);
    if (chosen) keep(put(basket, withValue(chosen, name, undefined)));
    list.focus(id);
  }

  /** False if the text did not arrive. */
  async function add(id: string): Promise<boolean> {
    await texts.fetch([id]);
    const item = texts.get(id);
    if (item === null) {
      status.tell(say(frame, "ui-basket-not-reached"));
      return false;
    }
    const there = basket.items.find((one) => one.item === id);
    const added: BasketItem = there ?? { item: id, version: item.version, revision: item.revision, decision: "taken", reason: "", parameters: {} };
    keep(put(basket, { ...added, decision: "taken" }));
    status.tell(say(frame, "ui-basket-added", { title: item.title }));
    return true;
  }

  function clearAll(): void {
    const before = basket;
    keep(empty(locale));
    nothingSays.focus();
    status.offer(say(frame, "ui-basket-cleared"), nothingSays, () => {
      keep(before);
      title.focus();
    });
  }

  onChange(() => {
    if (!writing) void again();
  });
  await again();
  place.dataset["srppReady"] = "";
}
