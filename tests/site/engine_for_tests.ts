// SPDX-License-Identifier: Apache-2.0
// The engine as the tests reach it: everything under one name, bytes as lists of numbers or texts.
import { strFromU8, unzipSync } from "fflate";
import Big from "big.js";
import { itemDocument, tenderDocument } from "../../src/srpp_criteria/site/frontend/src/engine/compose";
import { fill } from "../../src/srpp_criteria/site/frontend/src/engine/fill";
import * as figures from "../../src/srpp_criteria/site/frontend/src/engine/figures";
import { points } from "../../src/srpp_criteria/site/frontend/src/engine/scoring";
import { asTyped, readTyped } from "../../src/srpp_criteria/site/frontend/src/engine/typed";
import { errorSentence } from "../../src/srpp_criteria/site/frontend/src/engine/values";
import { toDocx } from "../../src/srpp_criteria/site/frontend/src/engine/writers/docx";
import { controlTag } from "../../src/srpp_criteria/site/frontend/src/engine/writers/docx-inlines";
import { toHtmlFragment } from "../../src/srpp_criteria/site/frontend/src/engine/writers/html";
import { toMarkdown } from "../../src/srpp_criteria/site/frontend/src/engine/writers/markdown";
import { toText } from "../../src/srpp_criteria/site/frontend/src/engine/writers/text";
import { webAddress } from "../../src/srpp_criteria/site/frontend/src/engine/printable";

/** One item with values, in every form. */
function item({ item, given, frame }) {
  const filled = fill(item, given, frame);
  const document = itemDocument(filled, frame);
  return {
    parts: filled.parts.map(({ id, title, text }) => [id, title, text]),
    blanks: filled.blanks.map(({ name }) => name),
    problems: filled.problems.map(({ name, error }) => [name, error.kind]),
    markdown: toMarkdown(document),
    text: toText(document),
    html: toHtmlFragment(document.blocks),
  };
}

/** The parts of the Word file of a tender or of one item. */
function word({ title, taken, left, frame, template }) {
  const filled = taken.map(({ item, given, reason }) => ({ filled: fill(item, given, frame), reason: reason ?? undefined }));
  const document = title === null ? itemDocument(filled[0].filled, frame) : tenderDocument({ title, taken: filled, left }, frame);
  const bytes = toDocx(document, Uint8Array.from(atob(template), (each) => each.charCodeAt(0)));
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

function shown({ locale, numbers, money, days }) {
  return {
    decimal: numbers.map((each) => figures.formatDecimal(new Big(each), locale)),
    percentage: numbers.map((each) => figures.formatPercentage(new Big(each), locale)),
    money: money.map(([amount, currency]) => figures.formatMoney(new Big(amount), currency, locale)),
    days: days.map((day) => figures.formatDate(day, locale)),
  };
}

function score(cases) {
  return cases.map(([method, numbers]) => {
    try {
      return points(method, numbers).toFixed(2);
    } catch {
      return null;
    }
  });
}

Object.assign(globalThis, { engine: { item, word, shown, score, readTyped, asTyped, errorSentence, controlTag, webAddress } });
