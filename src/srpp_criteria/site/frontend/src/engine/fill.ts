// SPDX-License-Identifier: Apache-2.0
// Fill the figures of a purchase into an item: the twin of edition/fill.py, wording/sentence.py and documents/item_reading.py.
import Big from "big.js";
import type { Block, Field, Flow, Inline } from "./document";
import type { FillableItem, Frame, OpenBlock, OpenFlow, OpenInline, Parameter } from "./fillable";
import { show } from "./figures";
import { plainText } from "./plain";
import { cleanValue } from "./printable";
import { exampleHolds } from "./scoring";
import { checkValue, same, shownLimits, type FigureError, type Given } from "./values";

export type { Given } from "./values";

/** Values by parameter name, as in a tender file. */
export type Values = Readonly<Record<string, Given>>;

export interface Value {
  /** As the reader sees it; for a blank the prompt. */
  shown: string;
  /** For a plural; null if the value is not a number. */
  number: Big | null;
  /** For a select and for conditional parts; null if the value is not a choice. */
  key: string | null;
  blank: boolean;
}

export interface FilledPart {
  id: string;
  title: string | null;
  blocks: Flow[];
  /** The words alone. */
  text: string;
}

export interface Problem {
  name: string;
  error: FigureError;
}

/** Headings of items in a tender; `blocks` of a fillable item are made for it. */
const WRITTEN_LEVEL = 2;

/** An item with the figures of one purchase. */
export class Filled {
  readonly values: ReadonlyMap<string, Value>;
  /** Values that do not fit; such a value is not in the text, its place is an open blank. */
  readonly problems: readonly Problem[];

  constructor(
    readonly item: FillableItem,
    readonly given: Values,
    readonly frame: Frame,
  ) {
    const values = new Map<string, Value>();
    const problems: Problem[] = Object.keys(given)
      .filter((name) => !item.parameters.some((parameter) => parameter.name === name))
      .map((name) => ({ name, error: { kind: "no-such-value", words: { name } } }));
    for (const parameter of item.parameters) {
      const read = valueOf(parameter, given, frame.formats);
      values.set(parameter.name, read.value);
      if (read.error !== null) problems.push({ name: parameter.name, error: read.error });
    }
    this.values = values;
    this.problems = problems;
  }

  /** Parameters that somebody still has to fill in. */
  get blanks(): { name: string; label: string }[] {
    return this.item.parameters.filter((one) => this.values.get(one.name)?.blank).map(({ name, label }) => ({ name, label }));
  }

  /** The parts of the text that apply with these values. */
  get parts(): FilledPart[] {
    const parts: FilledPart[] = [];
    for (const block of this.item.blocks) {
      if (block.kind !== "clause" || block.part === undefined || !this.holds(block.part.when)) continue;
      const { id, title } = block.part;
      const blocks = this.flow(title === null ? block.blocks : block.blocks.slice(1));
      parts.push({ id, title, blocks, text: plainText(blocks) });
    }
    return parts;
  }

  /** The item as blocks below a heading of this level (1 alone, 2 in a tender). */
  blocks(level: number, stamp: boolean): Block[] {
    return this.item.blocks.flatMap((block) => this.block(block, level - WRITTEN_LEVEL, stamp));
  }

  /** Words of the item with its figures, such as the day on which an indicator is due. */
  words(inlines: OpenInline[]): Inline[] {
    return new Writing(this).run(inlines);
  }

  /** Whether a conditional part is in the text. */
  holds(when: { parameter: string; equals: string } | null): boolean {
    return when === null || this.values.get(when.parameter)?.key === when.equals;
  }

  private block(block: OpenBlock, shift: number, stamp: boolean): Block[] {
    switch (block.kind) {
      case "heading":
        return [{ ...block, level: block.level + shift }];
      case "clause":
        if (block.part !== undefined && !this.holds(block.part.when)) return [];
        return [{ kind: "clause", level: block.level + shift, blocks: this.flow(block.blocks) }];
      case "paragraph":
      case "list":
        return this.flow([block]);
      case "table": {
        const { scoring } = this.item;
        const number = (name: string): Big | null => this.values.get(name)?.number ?? null;
        const kept = block.rows.filter((_, row) => {
          const example = block.examples?.[row];
          return example === undefined || (scoring !== null && exampleHolds(scoring, example, number));
        });
        if (block.examples !== undefined && kept.length === 0) return [];
        const cells = (row: OpenInline[][]): Inline[][] => row.map((cell) => this.words(cell));
        const { caption, widths } = block;
        return [{ kind: "table", header: cells(block.header), rows: kept.map(cells), caption, widths }];
      }
      case "notice":
        return [{ kind: "notice", notice: block.notice, blocks: this.flow(block.blocks) }];
      case "stamp":
        return stamp ? [block] : [];
      case "field-line": {
        const { label, help, name, prompt, field_label, options } = block;
        const field: Field = { kind: "field", name, shown: prompt, blank: true, label: field_label, options };
        return [{ kind: "field-line", label, help, field }];
      }
    }
  }

  /** Paragraphs and lists of the item with its figures. */
  flow(blocks: OpenFlow[]): Flow[] {
    return blocks.flatMap((block): Flow[] => {
      if (block.kind === "list") {
        const { ordered, start, items } = block;
        return [{ kind: "list", ordered, start, items: items.map((item) => this.flow(item)) }];
      }
      const inlines = this.words(block.inlines);
      return inlines.length === 0 ? [] : [{ kind: "paragraph", inlines }];
    });
  }
}

/** Check the values, take defaults for the rest, and fill the item. */
export function fill(item: FillableItem, given: Values, frame: Frame): Filled {
  return new Filled(item, given, frame);
}

function valueOf(parameter: Parameter, given: Values, locale: string): { value: Value; error: FigureError | null } {
  const isGiven = Object.hasOwn(given, parameter.name);
  const raw = isGiven ? given[parameter.name] : parameter.default;
  if (raw === null || raw === undefined) return { value: blankOf(parameter), error: null };
  const read = checkValue(parameter, raw, locale);
  if (parameter.locked && parameter.default !== null && isGiven && !(read.ok && same(read.value, parameter.default))) {
    const value = show(parameter, parameter.default, locale);
    const error: FigureError = { kind: "locked", words: { ...shownLimits(parameter, locale), value } };
    return { value: filledValue(parameter, parameter.default, locale), error };
  }
  if (!read.ok) return { value: blankOf(parameter), error: read.error };
  return { value: filledValue(parameter, read.value, locale), error: null };
}

function blankOf(parameter: Parameter): Value {
  return { shown: cleanValue(`[${parameter.label}]`), number: null, key: null, blank: true };
}

function filledValue(parameter: Parameter, value: Given, locale: string): Value {
  const key = parameter.type === "boolean" || parameter.type === "choice" ? String(value) : null;
  const number = typeof value === "number" ? new Big(value) : null;
  return { shown: cleanValue(show(parameter, value, locale)), number, key, blank: false };
}

/** Words of one paragraph or cell. What a value chooses melts into the words around it, as if it were one sentence. */
class Writing {
  private readonly written: Inline[] = [];
  /** Texts that came out of a choice or stand next to one: their outer spaces are not the author's. */
  private readonly melted = new Set<Inline>();
  /** The last inline if it is words of a sentence, into which more words may melt. */
  private open: { kind: "text"; text: string } | null = null;
  private melting = false;

  constructor(private readonly filled: Filled) {}

  run(inlines: OpenInline[]): Inline[] {
    this.write(inlines, false);
    if (this.melting && this.open !== null) this.melted.add(this.open);
    return this.trimmed();
  }

  private write(inlines: OpenInline[], chosen: boolean): void {
    for (const inline of inlines) {
      if (typeof inline === "string") {
        this.text(inline, chosen);
        continue;
      }
      switch (inline.kind) {
        case "plural":
        case "select":
          this.write(this.choice(inline), true);
          this.melting = true;
          break;
        case "value":
          this.close(this.field(inline.name));
          break;
        case "constant":
          this.close({ kind: "text", text: inline.text });
          break;
        case "break":
          if (this.melting && this.open !== null) this.melted.add(this.open);
          this.close({ kind: "break" });
          break;
        case "emphasis":
        case "strong":
          this.close({ kind: inline.kind, inlines: this.inner(inline.inlines) });
          break;
        case "link":
          this.close({ kind: "link", target: inline.target, inlines: this.inner(inline.inlines) });
          break;
      }
    }
  }

  private text(words: string, chosen: boolean): void {
    const melts = chosen || this.melting;
    if (melts && this.open !== null) {
      this.open.text += words;
    } else {
      this.open = { kind: "text", text: words };
      this.written.push(this.open);
    }
    if (melts) this.melted.add(this.open);
    this.melting = chosen;
  }

  private close(inline: Inline): void {
    this.written.push(inline);
    this.open = null;
    this.melting = false;
  }

  private inner(inlines: OpenInline[]): Inline[] {
    const inside = new Writing(this.filled);
    inside.write(inlines, false);
    return inside.written;
  }

  private choice(inline: { kind: "plural" | "select"; name: string; branches: Record<string, OpenInline[]> }): OpenInline[] {
    const value = this.filled.values.get(inline.name);
    const other = branch(inline.branches, "other") ?? [];
    if (inline.kind === "plural") {
      if (value === undefined || value.number === null) return other;
      const number = numberForPlural(value.number);
      return branch(inline.branches, `=${number}`) ?? branch(inline.branches, category(number, this.filled.frame.locale)) ?? other;
    }
    if (value === undefined || value.key === null) {
      const noWords = other.every((each) => typeof each === "string" && each.trim() === "");
      return noWords ? [{ kind: "value", name: inline.name }] : other;
    }
    return branch(inline.branches, value.key) ?? other;
  }

  private field(name: string): Inline {
    const parameter = this.filled.item.parameters.find((one) => one.name === name);
    const value = this.filled.values.get(name);
    if (parameter === undefined || value === undefined) return { kind: "text", text: "" };
    const { shown, blank } = value;
    const { label, options } = parameter;
    return { kind: "field", name: `${this.filled.item.id}.${name}`, shown, blank, label, options };
  }

  /** Markdown ignores spaces around a paragraph and around a line break. */
  private trimmed(): Inline[] {
    this.written.forEach((inline, at) => {
      if (inline.kind !== "text" || !this.melted.has(inline)) return;
      const before = this.written[at - 1]?.kind ?? "break";
      const behind = this.written[at + 1]?.kind ?? "break";
      if (before === "break") inline.text = inline.text.replace(/^[ \t\n]+/, "");
      if (behind === "break") inline.text = inline.text.replace(/[ \t\n]+$/, "");
    });
    return this.written.filter((inline) => inline.kind !== "text" || inline.text !== "" || !this.melted.has(inline));
  }
}

function branch(branches: Record<string, OpenInline[]>, key: string): OpenInline[] | undefined {
  return Object.hasOwn(branches, key) ? branches[key] : undefined;
}

/** All plural rules look at the last digits only; three decimals are as many as they see. */
function numberForPlural(number: Big): number {
  const [whole = "0", fraction = ""] = number.toFixed().split(".");
  return Number(fraction === "" ? whole : `${whole}.${fraction.slice(-3)}`);
}

const rules = new Map<string, Intl.PluralRules>();

function category(number: number, locale: string): string {
  let rule = rules.get(locale);
  if (rule === undefined) {
    rule = new Intl.PluralRules(locale);
    rules.set(locale, rule);
  }
  return rule.select(number);
}
