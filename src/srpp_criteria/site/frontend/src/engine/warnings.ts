// SPDX-License-Identifier: Apache-2.0
// What a buyer should look at again before a tender goes out: the twin of edition/warnings.py. A warning stops nothing.
import type { Filled } from "./fill";
import type { FillableItem, Frame, Other } from "./fillable";
import { plainInlines } from "./plain";

/** In the order in which they are told. */
const KINDS = ["unsecured", "requires", "form-missing", "conflict", "twice", "stricter", "deprecated", "deadlines", "open-blank", "mandatory"] as const;

export type WarningKind = (typeof KINDS)[number];

export interface TenderWarning {
  kind: WarningKind;
  /** Ids of the items it is about, the one to change first. */
  items: string[];
  /** What is missing or meant: ids of other items, or the name of a parameter for an open blank. */
  names: string[];
}

/**
 * Everything to look at again, kind by kind.
 *
 * `taken` stands in the order of the tender (see `bySection`); `today` is the day for which the law is asked.
 */
export function warningsOf(taken: readonly Filled[], frame: Frame, today: string): TenderWarning[] {
  const once = new Map(taken.map((filled) => [filled.item.id, filled]));
  const found = [
    ...[...once.values()].flatMap(({ item }) => brokenChains(item, once)),
    ...clashes([...once.values()].map(({ item }) => item)),
    ...[...once.keys()].filter((id) => taken.filter(({ item }) => item.id === id).length > 1).map((id) => warning("twice", [id])),
    ...[...once.values()].flatMap(({ item }) => replaced(item)),
    ...daysApart([...once.values()]),
    ...[...once.values()].flatMap(({ item, blanks }) => blanks.map(({ name }) => warning("open-blank", [item.id], [name]))),
    ...leftOutByLaw(once, frame, today),
  ];
  return KINDS.flatMap((kind) => found.filter((each) => each.kind === kind));
}

/** A warning as a sentence, from the interface words of the edition; `called` names an item or the value of an open blank. */
export function sentenceOf(
  { kind, items, names }: TenderWarning,
  words: Readonly<Record<string, string>>,
  called: (name: string, item?: string) => string,
): string {
  const titles = items.map((item) => called(item));
  const named = names.map((name) => called(name, kind === "open-blank" ? items[0] : undefined));
  const told: Record<string, string> = {
    item: titles[0] ?? "",
    other: titles.at(-1) ?? "",
    items: titles.join(", "),
    names: named.join(", "),
  };
  return (words[`warning-${kind}`] ?? kind).replace(/\{([a-z]+)\}/g, (whole, name: string) => told[name] ?? whole);
}

/** Names for `sentenceOf`: titles of items, labels of values, and an id where this edition has no title. */
export function namesIn(taken: readonly Filled[], frame: Frame): (name: string, item?: string) => string {
  const titles = new Map<string, string>(frame.mandatory.map(({ id, title }) => [id, title]));
  for (const { item } of taken) {
    titles.set(item.id, item.title);
    for (const other of othersOf(item)) if (other.title !== null) titles.set(other.id, other.title);
  }
  return (name, item) => {
    if (item === undefined) return titles.get(name) ?? name;
    const parameters = taken.find((filled) => filled.item.id === item)?.item.parameters ?? [];
    return parameters.find((parameter) => parameter.name === name)?.label ?? name;
  };
}

function othersOf({ related, indicators, evidence, superseded_by }: FillableItem): Other[] {
  const named = [...evidence.map(({ form }) => form), ...indicators.map(({ sheet }) => sheet), superseded_by];
  return [...Object.values(related).flat(), ...named.filter((each) => each !== null)];
}

function warning(kind: WarningKind, items: string[], names: string[] = []): TenderWarning {
  return { kind, items, names };
}

function brokenChains(item: FillableItem, taken: ReadonlyMap<string, Filled>): TenderWarning[] {
  const { secured_by, requires } = item.related;
  const found: TenderWarning[] = [];
  if (secured_by.length > 0 && !secured_by.some(({ id }) => taken.has(id))) {
    found.push(warning("unsecured", [item.id], secured_by.map(({ id }) => id)));
  }
  for (const { id } of requires) if (!taken.has(id)) found.push(warning("requires", [item.id], [id]));
  const forms = [...item.evidence.map(({ form }) => form), ...item.indicators.map(({ sheet }) => sheet)];
  for (const id of new Set(forms.flatMap((form) => (form === null ? [] : [form.id])))) {
    if (!taken.has(id) && !requires.some((required) => required.id === id)) found.push(warning("form-missing", [item.id], [id]));
  }
  return found;
}

function clashes(items: readonly FillableItem[]): TenderWarning[] {
  return pairs(items).flatMap(([one, other]) => {
    const found: TenderWarning[] = [];
    if (names(one.related.conflicts_with, other) || names(other.related.conflicts_with, one)) {
      found.push(warning("conflict", [one.id, other.id]));
    }
    if (names(one.related.stricter_than, other)) found.push(warning("stricter", [one.id, other.id]));
    if (names(other.related.stricter_than, one)) found.push(warning("stricter", [other.id, one.id]));
    return found;
  });
}

function names(others: readonly Other[], item: FillableItem): boolean {
  return others.some(({ id }) => id === item.id);
}

/** An item on its way out, with its successor; a check sees to it that there is one (SRPP604). */
function replaced({ id, status, superseded_by }: FillableItem): TenderWarning[] {
  return status === "deprecated" && superseded_by ? [warning("deprecated", [id], [superseded_by.id])] : [];
}

/** Sheets that items want in one rhythm and from one person, but on no day in common. */
function daysApart(taken: readonly Filled[]): TenderWarning[] {
  const reports = new Map<string, { sheet: string; wanted: Map<string, Set<string>> }>();
  for (const filled of taken) {
    const { id, indicators } = filled.item;
    for (const { rhythm, reported_by, due, sheet } of indicators) {
      if (sheet === null || rhythm === "per-event") continue;
      const key = [sheet.id, rhythm, reported_by].join("\n");
      const report = reports.get(key) ?? { sheet: sheet.id, wanted: new Map<string, Set<string>>() };
      report.wanted.set(id, (report.wanted.get(id) ?? new Set()).add(dayOf(plainInlines(filled.words(due)))));
      reports.set(key, report);
    }
  }
  return [...reports.values()].flatMap(({ sheet, wanted }) => {
    const apart = pairs([...wanted]).filter(([[, one], [, other]]) => ![...one].some((day) => other.has(day)));
    const items = [...wanted.keys()].filter((id) => apart.some(([[one], [other]]) => id === one || id === other));
    return items.length > 0 ? [warning("deadlines", items, [sheet])] : [];
  });
}

/** What tells one deadline from another: its figures with the word after each; without figures, its words. */
function dayOf(deadline: string): string {
  const figures = [...deadline.matchAll(/([0-9]+)\s+(\p{L}+)/gu)].map(([, number = "", word = ""]) => `${number} ${word.toLowerCase()}`);
  return figures.length > 0 ? figures.sort().join("\n") : deadline;
}

function leftOutByLaw(taken: ReadonlyMap<string, Filled>, frame: Frame, today: string): TenderWarning[] {
  const sectors = new Set([...taken.values()].flatMap(({ item }) => item.sectors));
  return frame.mandatory
    .filter(({ valid_from, valid_to }) => (valid_from ?? today) <= today && today <= (valid_to ?? today))
    .filter((each) => !taken.has(each.id) && each.sectors.some((sector) => sectors.has(sector)))
    .map(({ id }) => warning("mandatory", [id]));
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]));
}
