// SPDX-License-Identifier: Apache-2.0
// Inlines as Word runs; fields as content controls: the twin of documents/docx_inlines.py.
import type { Field, Inline, OpenBlank } from "../document";
import { firstCharacters, lengthOf, oneLine, webAddress } from "../printable";
import { onPaper } from "../reading-order";
import { run, w, type Element } from "./docx-xml";
import { sha256 } from "./sha256";

/** Word takes no longer title or tag of a content control. */
const LONGEST_NAME = 64;

/** The `w:tag` by which a program finds the field again: its name, or a shortened one that stays unique. */
export function controlTag(name: string): string {
  const line = oneLine(name);
  if (lengthOf(line) <= LONGEST_NAME) return line;
  return `${firstCharacters(line, LONGEST_NAME - 9)}~${sha256(line).slice(0, 8)}`;
}

interface Stress {
  strong?: boolean;
  emphasis?: boolean;
  style?: string;
}

/** Writes inlines and counts what Word wants to be unique in a file: control ids and bookmarks. */
export class InlineWriter {
  private readonly placed = new Set<string>();
  private controls = 0;

  constructor(
    /** Makes a relationship for a web address and returns its id. */
    private readonly address: (address: string) => string,
    private readonly places: ReadonlyMap<string, string>,
  ) {}

  /** The children of a paragraph for these inlines. */
  write(inlines: readonly Inline[], stress: Stress = {}): Element[] {
    return inlines.flatMap((inline): Element[] => {
      switch (inline.kind) {
        case "text":
          return [run(inline.text, look(stress))];
        case "break":
          return [w("r", {}, w("br"))];
        case "emphasis":
          return this.write(inline.inlines, { ...stress, emphasis: true });
        case "strong":
          return this.write(inline.inlines, { ...stress, strong: true });
        case "link":
          return this.link(inline.target, inline.inlines, stress);
        case "field":
          return this.atBlank(inline, this.control(inline, "PlaceholderText", look(stress)));
      }
    });
  }

  /** The label of an open blank, leading to its place in the text if it has one. */
  jumpToBlank(blank: OpenBlank): Element {
    const place = this.places.get(blank.field);
    const words = run(oneLine(blank.label), look({ style: place === undefined ? "" : "Hyperlink" }));
    return place === undefined ? words : w("hyperlink", { anchor: place, history: 1 }, words);
  }

  /** The control, inside the bookmark of this open blank where it is met for the first time. */
  atBlank(field: Field, control: Element): Element[] {
    const place = field.blank ? this.places.get(field.name) : undefined;
    return place === undefined || this.placed.has(place) ? [control] : this.at(place, control);
  }

  /** The elements inside a bookmark of this name; each name once. */
  at(place: string, ...elements: Element[]): Element[] {
    this.placed.add(place);
    const id = this.placed.size;
    return [w("bookmarkStart", { id, name: place }), ...elements, w("bookmarkEnd", { id })];
  }

  /** A content control: plain text, or a drop-down list for a choice. */
  control(field: Field, blankStyle: string, properties: Element | null = null): Element {
    this.controls += 1;
    return w(
      "sdt",
      {},
      w(
        "sdtPr",
        {},
        w("alias", { val: firstCharacters(oneLine(field.label || field.name), LONGEST_NAME) }),
        w("tag", { val: controlTag(field.name) }),
        w("id", { val: this.controls }),
        field.blank ? w("showingPlcHdr") : null,
        field.options.length > 0 ? choice(field) : freeText(field),
      ),
      w("sdtContent", {}, run(onPaper(field), field.blank ? look({ style: blankStyle }) : properties)),
    );
  }

  private link(url: string, inner: readonly Inline[], { strong, emphasis }: Stress): Element[] {
    const stress = { strong: strong ?? false, emphasis: emphasis ?? false };
    const target = url.trim();
    const place = this.places.get(target);
    const address = webAddress(target);
    if (place === undefined && address === null) return this.write(inner, stress);
    const attributes: Record<string, string | number> =
      place === undefined ? { history: 1, "r:id": this.address(address ?? "") } : { anchor: place, history: 1 };
    return [w("hyperlink", attributes, ...this.write(inner, { ...stress, style: "Hyperlink" }))];
  }
}

function freeText(field: Field): Element {
  // LibreOffice 7 turns a plain-text control into an input field and drops its look: a blank would lose its marking.
  return field.blank ? w("richText") : w("text", { multiLine: 1 });
}

function choice(field: Field): Element {
  const list = w("dropDownList");
  const keys = new Set<string>();
  const labels = new Set<string>();
  for (const option of field.options) {
    const key = oneLine(option.key) || oneLine(option.label);
    const label = oneLine(option.label) || key;
    // Word refuses a list in which an entry stands twice.
    if (key === "" || keys.has(key) || labels.has(label)) continue;
    list.children.push(w("listItem", { displayText: label, value: key }));
    keys.add(key);
    labels.add(label);
    if (!field.blank && (field.shown === key || field.shown === label)) list.attributes["lastValue"] = key;
  }
  return list;
}

function look({ style = "", strong = false, emphasis = false }: Stress): Element | null {
  if (style === "" && !strong && !emphasis) return null;
  return w(
    "rPr",
    {},
    style === "" ? null : w("rStyle", { val: style }),
    ...(strong ? [w("b"), w("bCs")] : []),
    ...(emphasis ? [w("i"), w("iCs")] : []),
  );
}
