// SPDX-License-Identifier: Apache-2.0
// One parameter as a typed input: label, unit, limits, start value, help, error, reset. Basket and item page share it.
//
//   const field = parameterField({ item: item.id, parameter, frame, value: given[parameter.name], onChange });
//   place.append(field.element);
//
// `onChange(value, error)` comes at each keystroke. `value` is undefined where the start value applies (or, without one, where
// the blank stays open). With an error it is what was typed, as a string: hand it to `fill` all the same, which then
// leaves the blank open and names the problem; so nothing that was typed is lost, and nothing wrong gets into a text.
// The input has the id `fieldId(item, name)`, so that other places can lead to it.
import type { Frame, Parameter } from "../engine/fillable.ts";
import { show } from "../engine/figures.ts";
import { asTyped, readTyped } from "../engine/typed.ts";
import { checkValue, errorSentence, type FigureError } from "../engine/values.ts";
import { h, refill } from "./dom.ts";
import { say } from "./words.ts";

/** A value as a tender file keeps it. */
export type GivenValue = number | boolean | string | undefined;

export interface ParameterFieldOptions {
  /** Id of the item. */
  item: string;
  parameter: Parameter;
  frame: Frame;
  /** What the buyer gave before, if anything. */
  value: GivenValue;
  onChange(value: GivenValue, error: FigureError | null): void;
}

export interface ParameterField {
  element: HTMLElement;
  /** Show another value; does not call `onChange`. */
  set(value: GivenValue): void;
  value(): GivenValue;
  focus(): void;
}

/** Id of the input of a parameter. */
export const fieldId = (item: string, name: string): string => `value-${item}-${name}`;

const NUMBERS = new Set(["integer", "decimal", "percentage", "money", "duration"]);
/** From so many characters on a text gets several lines. */
const LONG = 120;
/** A start value of more characters is not repeated below its field. */
const SHORT = 40;

/** A parameter as an input; one that the law fixes is only shown. */
export function parameterField(options: ParameterFieldOptions): ParameterField {
  return options.parameter.locked ? lockedField(options) : openField(options);
}

function lockedField({ item, parameter, frame }: ParameterFieldOptions): ParameterField {
  const id = fieldId(item, parameter.name);
  const value = parameter.default ?? undefined;
  const unit = unitOf(parameter, frame);
  const element = h(
    "div",
    { class: "srpp-field srpp-field--locked", id, tabindex: -1 },
    h("span", { class: "srpp-field__label" }, parameter.label),
    h(
      "span",
      { class: "srpp-field__entry" },
      h("strong", {}, value === undefined ? "" : asShown(parameter, value, frame)),
      NUMBERS.has(parameter.type) && unit !== null && parameter.type !== "percentage" && parameter.type !== "money"
        ? h("span", { class: "srpp-field__unit" }, unit)
        : null,
      h("span", { class: "srpp-field__law" }, say(frame, "ui-field-locked")),
    ),
    parameter.help ? h("p", { class: "srpp-field__help" }, parameter.help) : null,
  );
  return { element, set: () => undefined, value: () => undefined, focus: () => element.focus() };
}

function openField({ item, parameter, frame, value: first, onChange }: ParameterFieldOptions): ParameterField {
  const id = fieldId(item, parameter.name);
  const start = parameter.default ?? undefined;
  const hints = limits(parameter, frame);
  const error = h("p", { class: "srpp-field__error", id: `${id}-error`, "aria-live": "polite" });
  const described = [parameter.help ? `${id}-help` : "", hints ? `${id}-limits` : "", `${id}-error`].filter(Boolean).join(" ");
  const entry = entryFor(id, parameter, frame, described);
  const reset = h(
    "button",
    { type: "button", class: "srpp-field__reset", hidden: true, "aria-label": `${say(frame, "ui-field-reset")}: ${parameter.label}`, onclick: toStart },
    say(frame, "ui-field-reset"),
  );
  const unit = unitOf(parameter, frame);
  const open = h("span", { class: "srpp-field__open", hidden: true }, say(frame, "ui-field-open"));
  const row = h(
    "div",
    { class: "srpp-field__entry" },
    entry.element,
    unit !== null ? h("span", { class: "srpp-field__unit", id: `${id}-unit` }, unit) : null,
    open,
    reset,
  );
  const help = parameter.help ? h("p", { class: "srpp-field__help", id: `${id}-help` }, parameter.help) : null;
  const hint = hints ? h("p", { class: "srpp-field__limits", id: `${id}-limits` }, hints) : null;
  const element = entry.group
    ? h("fieldset", { class: "srpp-field", "aria-describedby": described }, h("legend", { class: "srpp-field__label" }, parameter.label), help, row, hint, error)
    : h("div", { class: "srpp-field" }, h("label", { class: "srpp-field__label", for: id }, parameter.label), help, row, hint, error);

  let current: GivenValue;
  let trouble: FigureError | null = null;

  /** What is typed, as a value; the start value counts as nothing given. */
  function read(): void {
    const typed = entry.typed();
    const answer = readTyped(parameter, typed, frame.formats);
    trouble = answer.ok ? null : answer.error;
    if (!answer.ok) current = refused(typed);
    else current = answer.value === start ? undefined : answer.value;
  }

  /** What was typed, so that a file refuses it for the same reason: there a point never groups thousands. */
  function refused(typed: string): string {
    return checkValue(parameter, typed, frame.formats).ok ? typed.replaceAll(".", "") : typed;
  }

  function mark(withError: boolean): void {
    const shown = withError && trouble !== null;
    const says = shown && trouble ? errorSentence(trouble, frame.words) : "";
    // Only what is new: a screen reader would read the same words again at each keystroke.
    if (error.textContent !== says) refill(error, says);
    entry.invalid(shown);
    element.classList.toggle("srpp-field--wrong", shown);
    open.hidden = !(current === undefined && start === undefined);
    element.classList.toggle("srpp-field--open", !open.hidden);
    reset.hidden = start === undefined || current === undefined;
  }

  function set(value: GivenValue): void {
    const shown = value ?? start;
    entry.show(asTyped(parameter, shown, frame.formats));
    read();
    mark(true);
  }

  function toStart(): void {
    set(undefined);
    onChange(undefined, null);
    entry.focus();
  }

  entry.listen(
    () => {
      read();
      // An error shows up only when the reader has left the field, and goes as soon as it is mended.
      mark(error.textContent !== "");
      onChange(current, trouble);
    },
    () => {
      if (entry.typed().trim() === "" && start !== undefined) set(undefined);
      else mark(true);
    },
  );
  set(first);
  return { element, set, value: () => current, focus: () => entry.focus() };
}

interface Entry {
  element: HTMLElement;
  /** Several inputs under one legend, instead of one with a label. */
  group: boolean;
  typed(): string;
  show(typed: string): void;
  invalid(wrong: boolean): void;
  focus(): void;
  listen(typing: () => void, left: () => void): void;
}

function entryFor(id: string, parameter: Parameter, frame: Frame, described: string): Entry {
  if (parameter.type === "boolean") return radios(id, parameter);
  const common = { id, "aria-describedby": described, autocomplete: "off" };
  const input = inputFor(parameter, frame, common);
  return {
    element: input,
    group: false,
    typed: () => input.value,
    show: (typed) => (input.value = typed),
    invalid: (wrong) => (wrong ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid")),
    focus: () => input.focus(),
    listen: (typing, left) => {
      input.addEventListener("input", typing);
      input.addEventListener("change", left);
    },
  };
}

type Attributes = Record<string, string>;

function inputFor(parameter: Parameter, frame: Frame, common: Attributes): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  switch (parameter.type) {
    case "choice":
      return h(
        "select",
        { ...common, class: "srpp-input" },
        parameter.default === null ? h("option", { value: "" }, say(frame, "ui-field-choose")) : null,
        ...parameter.options.map((option) => h("option", { value: option.key }, option.label)),
      );
    case "date":
      return h("input", { ...common, class: "srpp-input srpp-input--date", type: "date", min: parameter.minimum, max: parameter.maximum });
    case "text":
      return (parameter.maximum_length ?? LONG) >= LONG
        ? h("textarea", { ...common, class: "srpp-input", rows: 2 })
        : h("input", { ...common, class: "srpp-input", type: "text" });
    case "integer":
    case "duration":
      return h("input", { ...common, class: "srpp-input srpp-input--number", type: "text", inputmode: "numeric" });
    default:
      return h("input", { ...common, class: "srpp-input srpp-input--number", type: "text", inputmode: "decimal" });
  }
}

function radios(id: string, parameter: Parameter): Entry {
  // The first of them carries the id: that is where a link to the field leads.
  const inputs = parameter.options.map((option, position) =>
    h("input", { type: "radio", name: id, value: option.key, id: position === 0 ? id : `${id}-${option.key}` }),
  );
  const element = h(
    "span",
    { class: "srpp-field__answers" },
    ...parameter.options.map((option, position) => h("label", { class: "srpp-field__answer" }, inputs[position], option.label)),
  );
  return {
    element,
    group: true,
    typed: () => inputs.find((input) => input.checked)?.value ?? "",
    show: (typed) => inputs.forEach((input) => (input.checked = input.value === typed)),
    invalid: (wrong) => inputs.forEach((input) => (wrong ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid"))),
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus(),
    listen: (typing, left) =>
      element.addEventListener("change", () => {
        typing();
        left();
      }),
  };
}

function unitOf(parameter: Parameter, frame: Frame): string | null {
  if (parameter.type === "percentage") return "%";
  if (parameter.type === "money") return parameter.currency;
  if (parameter.type === "duration") return say(frame, `ui-unit-${parameter.unit}`);
  return parameter.unit;
}

/** Limits and start value in one short line. */
function limits(parameter: Parameter, frame: Frame): string {
  const { minimum, maximum, maximum_length, default: start } = parameter;
  const said: string[] = [];
  const bound = (value: number | string) => asShown(parameter, value, frame);
  if (minimum !== null && maximum !== null) said.push(say(frame, "ui-field-between", { minimum: bound(minimum), maximum: bound(maximum) }));
  else if (minimum !== null) said.push(say(frame, "ui-field-at-least", { minimum: bound(minimum) }));
  else if (maximum !== null) said.push(say(frame, "ui-field-at-most", { maximum: bound(maximum) }));
  if (maximum_length !== null) said.push(say(frame, "ui-field-length", { maximum: maximum_length }));
  const startValue = start === null ? "" : asShown(parameter, start, frame);
  // A long one stands in the field already, and comes back by its reset button.
  if (startValue !== "" && startValue.length <= SHORT) said.push(say(frame, "ui-field-start", { value: startValue }));
  return said.join(" · ");
}

function asShown(parameter: Parameter, value: number | boolean | string, frame: Frame): string {
  const option = parameter.options.find((one) => one.key === String(value));
  return option?.label ?? show(parameter, value, frame.formats);
}
