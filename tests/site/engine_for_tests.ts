// SPDX-License-Identifier: Apache-2.0
// The engine as the tests reach it: everything under one name, JSON in and out.
import Big from "big.js";
import { strFromU8, unzipSync } from "fflate";
import { bySection, itemDocument, tenderDocument } from "../../src/srpp_criteria/site/frontend/src/engine/compose";
import { fill } from "../../src/srpp_criteria/site/frontend/src/engine/fill";
import * as figures from "../../src/srpp_criteria/site/frontend/src/engine/figures";
import { cleanValue, oneLine, printable, webAddress } from "../../src/srpp_criteria/site/frontend/src/engine/printable";
import { points, ScoringError } from "../../src/srpp_criteria/site/frontend/src/engine/scoring";
import { readTenderFile, sentenceOfTrouble, writeTenderFile } from "../../src/srpp_criteria/site/frontend/src/engine/tender-file";
import { asTyped, readTyped } from "../../src/srpp_criteria/site/frontend/src/engine/typed";
import { checkValue, errorSentence } from "../../src/srpp_criteria/site/frontend/src/engine/values";
import { namesIn, sentenceOf, warningsOf } from "../../src/srpp_criteria/site/frontend/src/engine/warnings";
import { toDocx } from "../../src/srpp_criteria/site/frontend/src/engine/writers/docx";
import { controlTag } from "../../src/srpp_criteria/site/frontend/src/engine/writers/docx-inlines";
import { toHtmlFragment } from "../../src/srpp_criteria/site/frontend/src/engine/writers/html";
import { toMarkdown } from "../../src/srpp_criteria/site/frontend/src/engine/writers/markdown";
import { textOfBlocks, toText } from "../../src/srpp_criteria/site/frontend/src/engine/writers/text";

// Set once for an edition, so that they do not travel with every call.
let frame, items, template;

function edition(given) {
  ({ frame, items } = given);
  template = Uint8Array.from(atob(given.template), (each) => each.charCodeAt(0));
}

/** One item with values, in every form that is text. */
function item([id, given]) {
  const filled = fill(items[id], given, frame);
  const document = itemDocument(filled, frame);
  return {
    parts: filled.parts.map(({ id, title, text }) => [id, title, text]),
    blanks: filled.blanks.map(({ name }) => name),
    problems: filled.problems.map(({ name, error }) => [name, error.kind]),
    markdown: toMarkdown(document),
    text: toText(document),
    html: toHtmlFragment(document.blocks),
    bare: textOfBlocks(document.blocks, frame.labels.labelled),
  };
}

function tenderOf({ title, taken, left }) {
  const filled = taken.map(([id, given, reason]) => ({ filled: fill(items[id], given, frame), reason: reason ?? undefined }));
  return { title, taken: filled, left };
}

/** The parts of the Word file of a tender, or of its only item if it has no title. */
function word(given) {
  const tender = tenderOf(given);
  const document = given.title === null ? itemDocument(tender.taken[0].filled, frame) : tenderDocument(tender, frame, given);
  return Object.fromEntries(Object.entries(unzipSync(toDocx(document, template))).map(([name, content]) => [name, strFromU8(content)]));
}

function markdownOfTender(given) {
  return toMarkdown(tenderDocument(tenderOf(given), frame, given));
}

function warnings({ taken, items, frame, today, words }) {
  const filled = taken.map(([id, given]) => ({ filled: fill(items[id], given, frame) }));
  const inOrder = [...bySection(filled, frame).values()].flat().map((one) => one.filled);
  const found = warningsOf(inOrder, frame, today);
  const called = namesIn(inOrder, frame);
  return found.map((warning) => ({ ...warning, sentence: sentenceOf(warning, words, called) }));
}

function shown({ locale, numbers, money, days }) {
  return {
    decimal: numbers.map((each) => figures.formatDecimal(new Big(each), locale)),
    percentage: numbers.map((each) => figures.formatPercentage(new Big(each), locale)),
    money: money.map(([amount, currency]) => figures.formatMoney(new Big(amount), currency, locale)),
    days: days.map((day) => figures.formatDate(day, locale)),
  };
}

const supports = (locale) => Intl.NumberFormat.supportedLocalesOf(locale).length > 0;

/** Points, or null where the method refuses. */
function score([method, numbers]) {
  try {
    return points(method, numbers).toFixed(2);
  } catch (error) {
    if (error instanceof ScoringError) return null;
    throw error;
  }
}

const typed = ([parameter, text, locale]) => readTyped(parameter, text, locale);
const typedAgain = ([parameter, value, locale]) => readTyped(parameter, asTyped(parameter, value, locale), locale);
const checked = ([parameter, raw, locale]) => checkValue(parameter, raw, locale);
const onPaper = (text) => [printable(text), oneLine(text), cleanValue(text), webAddress(text), controlTag(text)];

Object.assign(globalThis, {
  engine: {
    edition, item, word, markdownOfTender, warnings, shown, supports, score, typed, typedAgain, checked, onPaper,
    errorSentence, writeTenderFile, readTenderFile, sentenceOfTrouble,
  },
});
