// SPDX-License-Identifier: Apache-2.0
// Read a tender file, which anybody may have written: the twin of shelf/tender_file.py and of the strict YAML of source/.
// Nothing is guessed: no tags, no anchors and aliases, no second document, no field that the model does not know.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type ParsedNode } from "yaml";
import { FORBIDDEN_IN_FILES } from "./printable";
import type { TenderFile, TenderItem } from "./tender-file";
import type { Given } from "./values";

const MOST_BYTES = 256 * 1024;
const DEEPEST = 20;
const MOST_DIGITS = 15;
const MOST_FAULTS = 50;

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PARAMETER = /^[a-z][a-z0-9_]*$/;
const VERSION = /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$/;
const LOCALE = /^[a-z]{2,3}(-[A-Z]{2}(-[A-Z0-9]{1,3})?)?$/;
const CPV = /^[0-9]{8}-[0-9]$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(\.[0-9]+)?$/;

export type FaultKind =
  | "too-large"
  | "not-yaml"
  | "forbidden-character"
  | "alias"
  | "tag"
  | "duplicate"
  | "too-deep"
  | "unknown-field"
  | "missing-field"
  | "wrong-value"
  | "newer-format";

/** What is wrong and where; `words` fill the placeholders of the sentence `file-error-<kind>`. */
export interface Fault {
  kind: FaultKind;
  line: number;
  /** Such as `items[2].parameters.max_tiers`. */
  place: string;
  words: Record<string, string>;
}

export type Read = { file: TenderFile } | { errors: Fault[] };

/** The selection in a file; or every fault at once. */
export function readTenderFile(content: string): Read {
  if (new TextEncoder().encode(content).length > MOST_BYTES) {
    return { errors: [fault("too-large", 1, "", { maximum: String(MOST_BYTES / 1024) })] };
  }
  const reader = new Reader(content.replace(/^\ufeff/, ""));
  const file = reader.file();
  return file === null || reader.faults.length > 0 ? { errors: reader.faults.slice(0, MOST_FAULTS) } : { file };
}

/** The sentence of a fault, from the interface words of the edition. */
export function faultSentence(each: Fault, words: Readonly<Record<string, string>>): string {
  const told: Record<string, string> = { ...each.words, line: String(each.line), place: each.place };
  return (words[`file-error-${each.kind}`] ?? each.kind).replace(/\{([a-z_]+)\}/g, (whole, name: string) => told[name] ?? whole);
}

function fault(kind: FaultKind, line: number, place: string, words: Record<string, string> = {}): Fault {
  return { kind, line, place, words };
}

type Data = Given | null | Data[] | Map<string, Data>;

/** A kind of text: what it looks like, how long it may be, and an example for the person who got it wrong. */
interface Shape {
  pattern: RegExp;
  most: number;
  expected: string;
}

const SHAPES = {
  title: { pattern: /^[^\n]+$/, most: 400, expected: "one line" },
  reason: { pattern: /[^]/, most: 4000, expected: "a text" },
  item: { pattern: KEBAB, most: 80, expected: "construction-subcontracting-tier-limit" },
  version: { pattern: VERSION, most: 40, expected: "1.0.0" },
  locale: { pattern: LOCALE, most: 20, expected: "nb-NO" },
  created: { pattern: DAY, most: 10, expected: "2026-11-22" },
  cpv: { pattern: CPV, most: 10, expected: "45000000-7" },
  decision: { pattern: /^(taken|left)$/, most: 5, expected: "taken, left" },
} satisfies Record<string, Shape>;

/** As in models/tender_file.py. */
const LAST_REVISION = 999_999;

class Reader {
  readonly faults: Fault[] = [];
  private readonly lines = new LineCounter();
  private readonly lineOf = new Map<string, number>();

  constructor(private readonly content: string) {}

  file(): TenderFile | null {
    const forbidden = FORBIDDEN_IN_FILES.exec(this.content.replaceAll("\r\n", "\n"));
    if (forbidden !== null) this.refuseCharacter(forbidden[0], this.content.slice(0, forbidden.index).split("\n").length, "");
    const documents = parseAllDocuments(this.content, {
      version: "1.2",
      schema: "failsafe",
      lineCounter: this.lines,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      strict: true,
    });
    if (!Array.isArray(documents)) return this.refuse("not-yaml", 1, "");
    const [document, second] = documents;
    for (const error of documents.flatMap((each) => each.errors)) this.refuse("not-yaml", this.lines.linePos(error.pos[0]).line, "");
    if (second !== undefined) return this.refuse("not-yaml", this.lineAt(second.contents), "");
    if (document === undefined || this.faults.length > 0) return this.faults.length > 0 ? null : this.refuse("not-yaml", 1, "");
    const data = this.data(document.contents, "", 1);
    return this.faults.length > 0 ? null : this.tender(data);
  }

  // --- from YAML to plain data

  private data(node: ParsedNode | null, place: string, depth: number): Data {
    if (node === null) return null;
    const line = this.lineAt(node);
    this.lineOf.set(place, line);
    if (isAlias(node) || ("anchor" in node && node.anchor !== undefined)) return this.refuse("alias", line, place);
    if (node.tag !== undefined) return this.refuse("tag", line, place); // the library notes only tags that are written
    if (depth > DEEPEST) return this.refuse("too-deep", line, place);
    if (isSeq(node)) return node.items.map((item, at) => this.data(item as ParsedNode, `${place}[${at}]`, depth + 1));
    if (isMap(node)) {
      const map = new Map<string, Data>();
      for (const { key, value } of node.items) {
        if (!isScalar(key) || typeof key.value !== "string") {
          this.refuse("wrong-value", line, place, { expected: "name: value" });
          continue;
        }
        this.data(key as ParsedNode, `${place} `, depth);
        const inner = place === "" ? key.value : `${place}.${key.value}`;
        if (map.has(key.value)) this.refuse("duplicate", this.lineAt(key as ParsedNode), inner);
        map.set(key.value, this.data(value as ParsedNode | null, inner, depth + 1));
        if (value === null) this.lineOf.set(inner, this.lineAt(key as ParsedNode));
      }
      return map;
    }
    const written = String(node.value ?? "");
    const forbidden = FORBIDDEN_IN_FILES.exec(written);
    if (forbidden !== null) this.refuseCharacter(forbidden[0], line, place);
    return node.type === "PLAIN" ? plainValue(written) : written;
  }

  private lineAt(node: ParsedNode | null | undefined): number {
    return node?.range ? this.lines.linePos(node.range[0]).line : 1;
  }

  private refuse(kind: FaultKind, line: number, place: string, words: Record<string, string> = {}): null {
    this.faults.push(fault(kind, line, place, words));
    return null;
  }

  private refuseCharacter(character: string, line: number, place: string): void {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    this.refuse("forbidden-character", line, place, { character: `U+${code}` });
  }

  // --- from plain data to the model

  private tender(data: Data): TenderFile | null {
    const fields = this.fields(data, "", ["srpp", "title", "locale", "created", "cpv", "items"]);
    if (fields === null) return null;
    const format = fields.get("srpp");
    if (format !== 1) this.wrongFormat(format);
    const title = this.text(fields, "title", "", true);
    const locale = this.text(fields, "locale", "", true);
    const created = this.day(fields);
    const cpv = this.list(fields, "cpv").map((code, at) => this.shaped(code, `cpv[${at}]`, SHAPES.cpv));
    const items = this.list(fields, "items").map((item, at) => this.item(item, `items[${at}]`));
    if (fields.has("items") && items.length === 0 && Array.isArray(fields.get("items"))) this.wrongValue("items", "- item: …");
    if (!fields.has("items")) this.missing("items", "");
    if (this.faults.length > 0 || title === undefined || locale === undefined) return null;
    return {
      title,
      locale,
      created: created ?? null,
      cpv: cpv.filter((code) => code !== undefined),
      items: items.filter((item) => item !== null),
    };
  }

  private item(data: Data, place: string): TenderItem | null {
    const fields = this.fields(data, place, ["item", "version", "revision", "decision", "reason", "parameters"]);
    if (fields === null) return null;
    const item = this.text(fields, "item", place, true);
    const version = this.text(fields, "version", place);
    const revision = this.revision(fields, `${place}.revision`);
    const decision = this.text(fields, "decision", place) ?? "taken";
    const reason = this.text(fields, "reason", place);
    const parameters = this.parameters(fields, `${place}.parameters`);
    if (item === undefined) return null;
    return {
      item,
      version: version ?? null,
      revision,
      decision: decision === "left" ? "left" : "taken",
      reason: reason ?? null,
      parameters,
    };
  }

  private revision(fields: Map<string, Data>, place: string): number | null {
    const given = fields.get("revision") ?? null;
    if (given === null) return null;
    if (typeof given === "number" && Number.isInteger(given) && given >= 1 && given <= LAST_REVISION) return given;
    this.wrongValue(place, "1");
    return null;
  }

  private parameters(fields: Map<string, Data>, place: string): Record<string, Given> {
    const read: Record<string, Given> = {};
    const given = fields.get("parameters");
    if (given === undefined) return read;
    if (!(given instanceof Map)) {
      this.wrongValue(place, "name: value");
      return read;
    }
    for (const [name, value] of given) {
      if (!PARAMETER.test(name) || name.length > 60) this.refuse("unknown-field", this.line(`${place}.${name}`), `${place}.${name}`);
      else if (value === null || typeof value === "object") this.wrongValue(`${place}.${name}`, "12, 7.5, true, \"text\"");
      else read[name] = value;
    }
    return read;
  }

  private fields(data: Data, place: string, known: readonly string[]): Map<string, Data> | null {
    if (!(data instanceof Map)) {
      this.wrongValue(place, known.map((name) => `${name}: …`).join(", "));
      return null;
    }
    for (const name of data.keys()) {
      const inner = place === "" ? name : `${place}.${name}`;
      if (!known.includes(name)) this.refuse("unknown-field", this.line(inner), inner);
    }
    return data;
  }

  private list(fields: Map<string, Data>, name: string): Data[] {
    const data = fields.get(name);
    if (data === undefined) return [];
    if (Array.isArray(data)) return data;
    this.wrongValue(name, "[…]");
    return [];
  }

  /** A text field; a `null` counts as missing where the field may be missing. */
  private text(fields: Map<string, Data>, name: keyof typeof SHAPES, place: string, required = false): string | undefined {
    const inner = place === "" ? name : `${place}.${name}`;
    const data = fields.get(name);
    if (data === undefined || (data === null && !required && name !== "decision")) {
      if (required) this.missing(inner, place);
      return undefined;
    }
    return this.shaped(data, inner, SHAPES[name]);
  }

  private day(fields: Map<string, Data>): string | undefined {
    const day = this.text(fields, "created", "");
    if (day === undefined) return undefined;
    const read = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(read.getTime()) || !read.toISOString().startsWith(day)) this.wrongValue("created", SHAPES.created.expected);
    return day;
  }

  private shaped(data: Data, place: string, { pattern, most, expected }: Shape): string | undefined {
    if (typeof data === "string" && pattern.test(data) && Array.from(data).length <= most) return data;
    this.wrongValue(place, expected);
    return undefined;
  }

  private wrongFormat(format: Data | undefined): void {
    if (format === undefined) this.missing("srpp", "");
    else if (typeof format === "number" && format > 1) this.refuse("newer-format", this.line("srpp"), "srpp");
    else this.wrongValue("srpp", "1");
  }

  private missing(place: string, parent: string): void {
    this.refuse("missing-field", this.line(parent), place);
  }

  private wrongValue(place: string, expected: string): void {
    this.refuse("wrong-value", this.line(place), place === "" ? "srpp" : place, { expected });
  }

  private line(place: string): number {
    return this.lineOf.get(place) ?? 1;
  }
}

/** What an unquoted word means: as little as possible. */
function plainValue(word: string): Given | null {
  if (word === "true" || word === "false") return word === "true";
  if (word === "" || word === "null" || word === "~") return null;
  if (!NUMBER.test(word) || word.replace(/\D/g, "").length > MOST_DIGITS) return word;
  return Number(word);
}
