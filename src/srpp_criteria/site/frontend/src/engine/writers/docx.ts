// SPDX-License-Identifier: Apache-2.0
// A document as a Word file: the twin of documents/docx.py. Styles, numbering and settings come from a template file that
// Python has made for the edition; here its body, header, footer, links, counted lists and title are written.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { columnShares, roundHalfEven, SHORT_TABLE } from "../columns";
import type { Block, Document, FieldLine, Flow, Heading, Notice, NoticeKind, NumberedClause, Table } from "../document";
import { firstCharacters, oneLine } from "../printable";
import { answerRoom, contents, grouped, placeOfHeading, places, type Listed } from "../reading-order";
import { InlineWriter } from "./docx-inlines";
import { CLAUSE_INDENT, escape, paragraph, plain, run, TEXT_WIDTH, w, xml, type Element } from "./docx-xml";

const CLAUSES = 1;
const BULLETS = 2;
const COUNTED = 3;
const LIST_STEP = 397;
const DEEPEST_LIST = 8;
const LONGEST_TITLE = 255;
const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
const BOX: Record<NoticeKind, { fill: string; bar: string }> = {
  status: { fill: "FFF7E0", bar: "D99A00" },
  warning: { fill: "FDECEA", bar: "B3261E" },
  note: { fill: "EEF2F4", bar: "1F4E5F" },
};
const CONTENT_TYPES = "[Content_Types].xml";
/** The earliest moment a zip entry can bear, so that the same text gives the same bytes. */
const ZIP_EPOCH = "1980-01-01T00:00:00";

/** The document as a Word file; `template` is the edition's `word_template`. */
export function toDocx(document: Document, template: Uint8Array): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(template)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const part = (name: string): string => {
    const found = parts[name];
    if (found === undefined) throw new Error(`the Word template has no ${name}`);
    return found;
  };
  const numbering = part("word/numbering.xml");
  const relations = new Relations(part("word/_rels/document.xml.rels"));
  const writer = new Writer(document, relations, (numbering.match(/<w:num /g) ?? []).length);
  const body = onNewPages([...writer.front(), ...writer.blocks(document.blocks)]).map(xml).join("");
  parts["word/document.xml"] = between(part("word/document.xml"), "<w:body>", "<w:sectPr", body);
  parts["word/numbering.xml"] = between(numbering, null, "</w:numbering>", writer.counts.map(xml).join(""));
  parts["word/_rels/document.xml.rels"] = relations.xml();
  for (const [name, content] of [["header", writer.top()], ["footer", writer.bottom()]] as const) {
    const file = Object.keys(parts).find((each) => new RegExp(`^word/${name}\\d*\\.xml$`).test(each));
    if (file === undefined) throw new Error(`the Word template has no ${name}`);
    parts[file] = refilled(part(file), xml(content));
  }
  const title = escape(firstCharacters(oneLine(document.title), LONGEST_TITLE));
  parts["docProps/core.xml"] = part("docProps/core.xml").replace(/<dc:title\s*\/>|<dc:title>[^<]*<\/dc:title>/, () => `<dc:title>${title}</dc:title>`);
  return sealed(parts);
}

class Writer {
  readonly counts: Element[] = [];
  private readonly inline: InlineWriter;
  private readonly listed: Listed[];
  private headingsMet = 0;

  constructor(
    private readonly document: Document,
    relations: Relations,
    private readonly countsBefore: number,
  ) {
    this.inline = new InlineWriter((address) => relations.hyperlink(address), places(document));
    this.listed = contents(document);
  }

  // --- around the text

  top(): Element {
    return paragraph("Header", [run(oneLine(this.document.title)), w("r", {}, w("tab")), run(oneLine(this.document.locale))]);
  }

  bottom(): Element {
    const [before, rest] = partition(oneLine(this.document.labels.page), "{n}");
    const [middle, after] = partition(rest, "{total}");
    return paragraph("Footer", [
      run(before),
      w("fldSimple", { instr: " PAGE " }, run("1")),
      run(middle),
      w("fldSimple", { instr: " NUMPAGES " }, run("1")),
      run(after),
    ]);
  }

  /** Title, status, what is still open, contents. */
  front(): Element[] {
    const { title, notice, open_blanks, labels } = this.document;
    const elements = [plain("Title", title)];
    if (notice) {
      elements.push(...this.notice({ kind: "notice", notice: "status", blocks: [{ kind: "paragraph", inlines: [{ kind: "text", text: notice }] }] }));
    }
    if (open_blanks.length > 0) {
      elements.push(plain("SRPPFrontHeading", labels.open_blanks), plain("Normal", labels.open_blanks_note));
      const rows = open_blanks.map((blank) => [[this.inline.jumpToBlank(blank)], [run(oneLine(blank.where))]]);
      const header = [[run(oneLine(labels.blank))], [run(oneLine(labels.where))]];
      elements.push(...this.grid(header, rows, [0.5, 0.5], labels.open_blanks));
    }
    if (this.listed.length > 0) elements.push(plain("SRPPFrontHeading", labels.contents), ...this.contents());
    if (open_blanks.length > 0 || this.listed.length > 0) elements.push(pageBreak());
    return elements;
  }

  /** A table of contents without page numbers (`\n`): right as it stands, without asking Word to update it. */
  private contents(): Element[] {
    return this.listed.map(({ heading, number, place }, at) => {
      const code: Element = { name: "instrText", attributes: {}, children: [` TOC \\o "1-${this.document.contents_depth}" \\n \\h `] };
      const begin = at === 0 ? [fieldMark("begin"), w("r", {}, code), fieldMark("separate")] : [];
      const end = at === this.listed.length - 1 ? [fieldMark("end")] : [];
      const count = number === "" ? [] : [run(number), w("r", {}, w("tab"))];
      const link = w("hyperlink", { anchor: place, history: 1 }, ...count, run(oneLine(heading.text)));
      return paragraph(`TOC${heading.level}`, [...begin, link, ...end]);
    });
  }

  // --- the text

  /** The children of the body for these blocks; form lines that follow each other share one table. */
  blocks(blocks: readonly Block[]): Element[] {
    return grouped(blocks).flatMap((block) => (Array.isArray(block) ? this.form(block) : this.block(block)));
  }

  private block(block: Exclude<Block, FieldLine>): Element[] {
    switch (block.kind) {
      case "heading":
        return [this.heading(block)];
      case "clause":
        return this.clause(block);
      case "paragraph":
      case "list":
        return this.flow([block], "Normal");
      case "table":
        return this.table(block);
      case "notice":
        return this.notice(block);
      case "stamp":
        return [plain("SRPPStamp", block.text)];
      case "page-break":
        return [pageBreak()];
    }
  }

  private heading(heading: Heading): Element {
    this.headingsMet += 1;
    const words = this.inline.at(placeOfHeading(this.headingsMet), run(oneLine(heading.text)));
    // numId 0 is Word's way to say: this style counts, this paragraph does not.
    const uncounted = [w("numPr", {}, w("ilvl", { val: 0 }), w("numId", { val: 0 })), w("ind", { left: 0, firstLine: 0 })];
    return paragraph(`Heading${heading.level}`, words, heading.numbered ? [] : uncounted);
  }

  private clause(clause: NumberedClause): Element[] {
    const number = w("numPr", {}, w("ilvl", { val: clause.level - 1 }), w("numId", { val: CLAUSES }));
    const [first, ...others] = clause.blocks;
    const led = first?.kind === "paragraph";
    const rest = led ? others : clause.blocks;
    // A title, or words that lead to a list, do not stay behind on the page before.
    const place = led && rest.length > 0 ? [w("keepNext"), number] : [number];
    const words = led ? this.inline.write(first.inlines) : [];
    return [paragraph("SRPPClause", words, place), ...this.flow(rest, "SRPPClauseText", CLAUSE_INDENT)];
  }

  private flow(blocks: readonly Flow[], style: string, indent = 0, depth = 0): Element[] {
    return blocks.flatMap((block, at) => {
      if (block.kind === "list") return this.list(block, indent, Math.min(depth, DEEPEST_LIST));
      const place = blocks[at + 1]?.kind === "list" ? [w("keepNext")] : [];
      return [paragraph(style, this.inline.write(block.inlines), place)];
    });
  }

  private list(block: Flow & { kind: "list" }, indent: number, depth: number): Element[] {
    const style = block.ordered ? "ListNumber" : "ListBullet";
    const left = indent + LIST_STEP * (depth + 1);
    const numId = block.ordered ? this.newCount(block.start, depth) : BULLETS;
    const marker = w("numPr", {}, w("ilvl", { val: depth }), w("numId", { val: numId }));
    const nothing: Flow[] = [{ kind: "paragraph", inlines: [] }];
    return block.items.flatMap((item) =>
      (item.length > 0 ? item : nothing).flatMap((part, at) => {
        if (part.kind === "list") return this.list(part, indent, Math.min(depth + 1, DEEPEST_LIST));
        const place = at === 0 ? [marker, w("ind", { left, hanging: LIST_STEP })] : [w("ind", { left })];
        return [paragraph(at === 0 ? style : "ListContinue", this.inline.write(part.inlines), place)];
      }),
    );
  }

  /** A `w:num` of its own for a counted list, so that it does not count on where the last one ended. */
  private newCount(start: number, depth: number): number {
    const numId = this.countsBefore + this.counts.length + 1;
    const restart = w("lvlOverride", { ilvl: depth }, w("startOverride", { val: start }));
    this.counts.push(w("num", { numId }, w("abstractNumId", { val: COUNTED }), restart));
    return numId;
  }

  // --- tables

  private table(table: Table): Element[] {
    const caption = table.caption ? [plain("Caption", table.caption)] : [];
    const header = table.header.map((cell) => this.inline.write(cell));
    const rows = table.rows.map((row) => row.map((cell) => this.inline.write(cell)));
    return [...caption, ...this.grid(header, rows, columnShares(table), table.caption)];
  }

  private grid(header: Element[][], rows: Element[][][], shares: readonly number[], caption: string): Element[] {
    const widths = widthsOf(shares);
    const look = w("tblLook", { val: "0620", firstRow: 1, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 1, noVBand: 1 });
    const table = frame("SRPPTable", widths, look, caption);
    table.children.push(row(header, widths, { header: true }));
    rows.forEach((cells, at) => table.children.push(row(cells, widths, { stays: at + 1 < rows.length && rows.length <= SHORT_TABLE })));
    return [table, paragraph("SRPPGap", [])];
  }

  private form(lines: readonly FieldLine[]): Element[] {
    const widths = widthsOf([0.36, 0.64]);
    const table = frame("SRPPForm", widths, plainLook(), "");
    lines.forEach((line, at) => {
      const field = answerRoom(line);
      const answer = this.inline.atBlank(field, this.inline.control(field, "SRPPAnswer"));
      const stays = at + 1 < lines.length && lines.length <= SHORT_TABLE;
      const cells = row([[run(oneLine(line.label))], answer], widths, { stays });
      const first = cells.children[1]; // children[0] holds the row's properties
      if (line.help && typeof first === "object") first.children.push(plain("SRPPHelp", line.help));
      table.children.push(cells);
    });
    return [table, paragraph("SRPPGap", [])];
  }

  private notice(notice: Notice): Element[] {
    const { fill, bar } = BOX[notice.notice];
    const table = frame("SRPPBox", [TEXT_WIDTH], plainLook(), "");
    const written = this.flow(notice.blocks, "SRPPNotice");
    const content = written.length > 0 ? written : [paragraph("SRPPNotice", [])];
    const borders = w("tcBorders", {}, w("left", { val: "single", sz: 24, space: 0, color: bar }));
    const shade = w("shd", { val: "clear", color: "auto", fill });
    const properties = w("tcPr", {}, w("tcW", { w: TEXT_WIDTH, type: "dxa" }), borders, shade);
    table.children.push(w("tr", {}, w("trPr", {}, w("cantSplit")), w("tc", {}, properties, ...content)));
    return [table, paragraph("SRPPGap", [])];
  }
}

function frame(style: string, widths: readonly number[], look: Element, caption: string): Element {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const properties = w(
    "tblPr",
    {},
    w("tblStyle", { val: style }),
    w("tblW", { w: total, type: "dxa" }),
    w("tblLayout", { type: "fixed" }),
    look,
    caption ? w("tblCaption", { val: oneLine(caption) }) : null,
  );
  return w("tbl", {}, properties, w("tblGrid", {}, ...widths.map((width) => w("gridCol", { w: width }))));
}

/** A row that never splits; one that `stays` is on the same page as the next. */
function row(cells: Element[][], widths: readonly number[], { header = false, stays = false }): Element {
  const keep = header || stays ? [w("keepNext")] : [];
  return w(
    "tr",
    {},
    w("trPr", {}, w("cantSplit"), header ? w("tblHeader") : null),
    ...cells.map((cell, at) => w("tc", {}, w("tcPr", {}, w("tcW", { w: widths[at] ?? 0, type: "dxa" })), paragraph("SRPPCell", cell, keep))),
  );
}

function widthsOf(shares: readonly number[]): number[] {
  const widths = shares.slice(0, -1).map((share) => roundHalfEven(TEXT_WIDTH * share));
  return [...widths, TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)];
}

function plainLook(): Element {
  return w("tblLook", { val: "0600", firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 1, noVBand: 1 });
}

function fieldMark(kind: string): Element {
  return w("r", {}, w("fldChar", { fldCharType: kind }));
}

function pageBreak(): Element {
  return paragraph("SRPPGap", [w("r", {}, w("br", { type: "page" }))]);
}

/** Let the paragraph after a page break start the page itself; a break of its own could leave an empty page. */
function onNewPages(elements: readonly Element[]): Element[] {
  const placed: Element[] = [];
  let breaks = false;
  for (const element of elements) {
    if (isPageBreak(element)) {
      breaks = true;
      continue;
    }
    const properties = child(element, "pPr");
    if (breaks && properties === null) placed.push(pageBreak()); // a table cannot start a page
    else if (breaks) properties?.children.splice(1, 0, w("pageBreakBefore")); // right after the style
    breaks = false;
    placed.push(element);
  }
  return placed;
}

function isPageBreak(element: Element): boolean {
  return element.children.some(
    (each) => typeof each === "object" && each.name === "r" && child(each, "br")?.attributes["type"] === "page",
  );
}

function child(element: Element, name: string): Element | null {
  const found = element.children.find((each) => typeof each === "object" && each.name === name);
  return typeof found === "object" ? found : null;
}

function partition(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

// --- the package

/** The relationships of the document; each address has one. */
class Relations {
  private readonly ids: Set<string>;
  private readonly made = new Map<string, string>();

  constructor(private readonly template: string) {
    this.ids = new Set([...template.matchAll(/ Id="([^"]+)"/g)].map((found) => found[1] ?? ""));
  }

  hyperlink(address: string): string {
    const known = this.made.get(address);
    if (known !== undefined) return known;
    let number = 1;
    while (this.ids.has(`rId${number}`)) number += 1;
    this.ids.add(`rId${number}`);
    this.made.set(address, `rId${number}`);
    return `rId${number}`;
  }

  xml(): string {
    const links = [...this.made].map(
      ([address, id]) => `<Relationship Id="${id}" Type="${HYPERLINK}" Target="${escape(address)}" TargetMode="External"/>`,
    );
    return between(this.template, null, "</Relationships>", links.join(""));
  }
}

/** The text with `content` in front of `end`, in place of what stands between `start` and it; without `start` nothing goes. */
function between(text: string, start: string | null, end: string, content: string): string {
  const stop = text.lastIndexOf(end);
  const from = start === null ? stop : text.indexOf(start) + start.length;
  if (stop < 0 || from < 0) throw new Error(`the Word template has no ${end}`);
  return text.slice(0, from) + content + text.slice(stop);
}

/** The root element of a part with other content. */
function refilled(part: string, content: string): string {
  const root = /<(w:(?:hdr|ftr))\b[^>]*?(\/?)>/.exec(part);
  if (root === null) throw new Error("the Word template has a header or footer that cannot be read");
  const opening = root[0].replace(/\/?>$/, ">");
  return `${part.slice(0, root.index)}${opening}${content}</${root[1]}>`;
}

/** The parts as one archive, the content types in front, the others by name, all with the same date. */
function sealed(parts: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(parts).sort((one, other) =>
    one === CONTENT_TYPES ? -1 : other === CONTENT_TYPES ? 1 : one < other ? -1 : 1,
  );
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8(parts[name] ?? "")])), { mtime: ZIP_EPOCH });
}
