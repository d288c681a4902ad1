# SPDX-License-Identifier: Apache-2.0
"""One item as blocks of a document: text, then the tables that make the promise checkable."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from srpp_criteria.documents.columns import fits_the_page
from srpp_criteria.documents.document import (
    Block,
    FieldLine,
    Heading,
    Inlines,
    ListBlock,
    Notice,
    NoticeKind,
    NumberedClause,
    Paragraph,
    Stamp,
    Table,
)
from srpp_criteria.documents.inlines import Break, Emphasis, Field, Flow, Inline, Strong, Text
from srpp_criteria.edition.locale import Locale
from srpp_criteria.models.item import (
    Clause,
    Criterion,
    ExpertMeeting,
    FieldType,
    Form,
    FormField,
    MarketDialogue,
    MonitoringSheet,
    SiteVisit,
)
from srpp_criteria.wording import format_date, format_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from srpp_criteria.documents.item_reading import ItemReading
    from srpp_criteria.edition.entry import EditionData, Entry
    from srpp_criteria.models.monitoring import Indicator
    from srpp_criteria.models.scoring import Scoring

DEEPEST = 4

_ENTRIES = 3
"""Empty entries to begin with in a table that somebody fills in."""


class ItemBlocks:
    """Turns one item into blocks below a heading of the given level, its templates as `reading` reads them."""

    def __init__(self, entry: Entry, reading: ItemReading, data: EditionData, *, level: int, stamp: bool) -> None:
        self._entry = entry
        self._reading = reading
        self._item = entry.item
        self._data = data
        self._words = data.words
        self._level = level
        self._stamp = stamp
        self._cldr = Locale.parse(data.locale).cldr

    def all(self) -> list[Block]:
        """Heading, notice of a legal duty, text, what belongs to the kind, evidence, legal basis, stamp."""
        return [
            Heading(self._level, self._entry.title, anchor=self._entry.id),
            *self._duty(),
            *self._parts(),
            *self.of_kind(),
            *self._evidence(),
            *self._legal_basis(),
            *([Stamp(self._entry.stamp)] if self._stamp else []),
        ]

    def _duty(self) -> list[Block]:
        duty = self._entry.mandatory
        if duty is None:
            return []
        since = ""
        if duty.valid_from is not None:
            since = f" {self._words['required-since'].replace('{date}', format_date(duty.valid_from, self._cldr))}"
        unverified = "" if duty.seen else f" ({self._words['unverified']})"
        text = Paragraph((Strong((Text(self._label("required-by-law")),)), Text(f"{duty.scope}{since}{unverified}")))
        return [Notice(NoticeKind.NOTE, (text,))]

    def _parts(self) -> list[Block]:
        blocks: list[Block] = []
        for part in self._item.text:
            flow = self._reading.flow(part.text)
            if part.title:
                flow = (Paragraph((Strong((Text(part.title),)),)), *flow)
            blocks += self._reading.part(part, NumberedClause(self._level + 1, flow))
        return blocks

    def of_kind(self) -> list[Block]:
        """What belongs to the kind of the item: scoring, monitoring and remedies, fields, questions, checks, agenda."""
        item = self._item
        if isinstance(item, Criterion):
            return self._scoring(item.scoring) if item.scoring else []
        if isinstance(item, Clause):
            return self._clause(item)
        if isinstance(item, Form):
            return self._form(item)
        if isinstance(item, MonitoringSheet):
            return self._sheet(item)
        if isinstance(item, MarketDialogue):
            rows = [(self._cell(q.question), self._cell(q.why), self._cell(q.good_answer)) for q in item.questions]
            return [self._table(("question", "question-why", "question-good-answer"), rows, (4, 3, 3))]
        if isinstance(item, SiteVisit):
            return self._visit(item)
        return self._meeting(item)

    def _clause(self, item: Clause) -> list[Block]:
        blocks: list[Block] = []
        if item.flow_down is not None:
            applies = self._words["flow-down-applies-to"].replace("{who}", item.flow_down.applies_to.rstrip("."))
            who = Paragraph((Emphasis((Text(applies),)),))
            blocks += [self._title("flow-down"), who, *self._numbered([item.flow_down.duty])]
        blocks += [self._title("buyer-duties"), *self._numbered(duty.duty for duty in item.buyer_duties)]
        blocks += [self._title("monitoring"), self._indicators(item.monitoring)]
        blocks.append(self._title("remedies"))
        if item.remedies.specific:
            blocks += self._numbered([item.remedies.specific])
        ladder = self._entry.ladder
        if ladder is not None:
            for step in ladder.steps:
                heading = Paragraph((Strong((Text(step.title),)),))
                blocks.append(NumberedClause(self._level + 1, (heading, *self._reading.flow(step.text))))
            for name, rule in (("remedies-skip", ladder.skip_rule), ("remedies-cap", ladder.cap_rule)):
                heading = Paragraph((Strong((Text(self._words[name]),)),))
                blocks.append(NumberedClause(self._level + 1, (heading, *self._reading.flow(rule))))
        return blocks

    def _scoring(self, scoring: Scoring) -> list[Block]:
        method = self._data.scoring_methods[scoring.method]
        best = self._label("scoring-best")
        blocks: list[Block] = [
            self._title("scoring"),
            Paragraph((Strong((Text(self._label("scoring-method")),)), Text(method.title))),
            Paragraph((Strong((Text(best),)), *self._reading.value(scoring.weight))),
            *self._reading.flow(scoring.rule),
        ]
        if scoring.anchors:
            rows = [((Text(str(anchor.mark)),), self._cell(anchor.means)) for anchor in scoring.anchors]
            blocks.append(self._table(("scoring-mark", "scoring-means"), rows, (1, 7)))
        if scoring.examples:
            cases = [
                (self._cell(example.case), (Text(format_decimal(Decimal(str(example.points)), self._cldr)),))
                for example in scoring.examples
            ]
            title = self._words["scoring-examples"]
            table = self._table(("scoring-example", "scoring-points"), cases, (6, 1), caption=title)
            blocks += self._reading.examples(scoring, table)
        return blocks

    def _form(self, item: Form) -> list[Block]:
        blocks: list[Block] = [self._filled_by("form-filled-by", item.filled_by.value)]
        for section in item.sections:
            blocks.append(Heading(min(self._level + 1, DEEPEST), section.title, numbered=False))
            if section.repeat:
                blocks.append(self._columns(section.fields))
                continue
            blocks += [self._field_line(field) for field in section.fields]
        return blocks

    def _field_line(self, field: FormField) -> FieldLine:
        options: tuple[tuple[str, str], ...] = ()
        if field.type is FieldType.YES_NO:
            options = (("yes", self._words["yes"]), ("no", self._words["no"]))
        elif field.type is FieldType.CHOICE:
            options = tuple((str(number), option) for number, option in enumerate(field.options, 1))
        name = f"{self._entry.id}.{field.id}"
        prompt = f"[{self._words[f'field-type-{field.type.value}']}]"
        optional = "" if field.required else f" ({self._words['field-optional']})"
        return FieldLine(
            f"{field.label}{optional}",
            Field(name, prompt, blank=True, label=field.label, options=options),
            "; ".join((*field.options, *((field.help,) if field.help else ()))),
        )

    def _columns(self, fields: Sequence[FormField]) -> Block:
        """A table to be filled row by row: the header, and three empty rows to begin with.

        A table with more columns than the page has room for is turned: a row for each field, a column for each entry.
        """
        header = tuple(_named(field) for field in fields)
        empty = tuple((Text(""),) for _ in fields)
        upright = Table(header, (empty,) * _ENTRIES)
        if fits_the_page(upright):
            return upright
        numbers = tuple((Text(str(number)),) for number in range(1, _ENTRIES + 1))
        rows = tuple(
            ((*name, *((Break(), Text(field.help)) if field.help else ())), *((Text(""),) for _ in numbers))
            for name, field in zip(header, fields, strict=True)
        )
        return Table(((Text(self._words["field"]),), *numbers), rows, widths=(3, *(2 for _ in numbers)))

    def _sheet(self, item: MonitoringSheet) -> list[Block]:
        columns = [
            (
                (Text(column.label),),
                (Text(self._words[f"field-type-{column.type.value}"]),),
                _entered(column),
            )
            for column in item.columns
        ]
        return [
            self._filled_by("sheet-kept-by", item.kept_by.value),
            self._filled_by("sheet-checked-by", item.checked_by.value),
            self._indicators(item.indicators),
            Table(
                ((Text(self._words["field"]),), (Text(self._words["field-type"]),), (Text(self._words["field-help"]),)),
                tuple(columns),
                caption=self._words["sheet-columns"],
                widths=(3, 2, 5),
            ),
        ]

    def _visit(self, item: SiteVisit) -> list[Block]:
        checks = []
        for check in item.checks:
            cell = self._cell(check.check)
            if check.critical:
                cell = (*cell, Text(" "), Strong((Text(f"({self._words['visit-critical']})"),)))
            checks.append((cell, (Text(self._words[f"method-{check.method.value}"]),), (Text(""),)))
        scale = [
            (
                (Strong((Text(self._words[f"visit-grade-{finding.id.value}"]),)),),
                self._cell(finding.means),
                self._cell(finding.follow_up),
            )
            for finding in item.findings
        ]
        return [
            self._table(("visit-check", "visit-method", "visit-finding"), checks, (6, 1.5, 2.5)),
            self._table(
                ("visit-grade", "visit-means", "visit-follow-up"),
                scale,
                (1.5, 4, 4.5),
                caption=self._words["visit-scale"],
            ),
        ]

    def _meeting(self, item: ExpertMeeting) -> list[Block]:
        rows = [
            (
                self._cell(point.point),
                self._cell(point.material),
                self._cell(point.decision),
                (Text(str(point.minutes)),),
            )
            for point in item.agenda
        ]
        return [
            self._title("agenda"),
            self._table(("agenda-point", "agenda-material", "agenda-decision", "agenda-minutes"), rows, (3, 3, 3, 1)),
        ]

    def _indicators(self, indicators: Iterable[Indicator]) -> Block:
        rows = [
            (
                self._cell(indicator.indicator),
                self._cell(indicator.unit),
                self._cell(indicator.target),
                (Text(self._words[f"rhythm-{indicator.rhythm.value}"]), Break(), *self._cell(indicator.due)),
                (
                    Text(self._words[f"role-{indicator.reported_by.value}"]),
                    Break(),
                    Text(self._words[f"role-{indicator.checked_by.value}"]),
                ),
            )
            for indicator in indicators
        ]
        header = tuple(
            (Text(f"{self._words[first]}{' / ' + self._words[second] if second else ''}"),)
            for first, second in (
                ("monitoring-indicator", ""),
                ("monitoring-unit", ""),
                ("monitoring-target", ""),
                ("monitoring-rhythm", "monitoring-due"),
                ("monitoring-reported-by", "monitoring-checked-by"),
            )
        )
        return Table(header, tuple(rows), widths=(3, 1.2, 2.3, 2.3, 1.8))

    def _evidence(self) -> list[Block]:
        if not self._item.evidence:
            return []
        rows = []
        for proof in self._item.evidence:
            what = self._cell(proof.what)
            if proof.standards:
                names = ", ".join(dict.fromkeys(self._data.standards.get(key, key) for key in proof.standards))
                what = (*what, Break(), Text(self._words["evidence-accepted"].replace("{names}", names)))
            rows.append(
                (
                    what,
                    (Text(self._words[f"evidence-stage-{proof.stage.value}"]),),
                    (Text(self._words[f"role-{proof.given_by.value}"]),),
                    (Text(self._label(f"role-{proof.checked_by.value}")), *self._cell(proof.how_checked)),
                )
            )
        header = ("evidence-what", "evidence-when", "evidence-given-by", "evidence-checked-by")
        return [self._title("evidence"), self._table(header, rows, (4, 1.3, 1.4, 3.6))]

    def _legal_basis(self) -> list[Block]:
        shown = [
            place + ("" if citation.seen else f" ({self._words['unverified']})")
            for citation in self._entry.citations
            for place in citation.places
        ]
        return [Paragraph((Strong((Text(self._label("legal-basis")),)), Text("; ".join(dict.fromkeys(shown)))))]

    def _filled_by(self, key: str, role: str) -> Block:
        return Paragraph((Text(self._words[key].replace("{who}", self._words[f"role-{role}"])),))

    def _label(self, key: str) -> str:
        return self._words["labelled"].replace("{label}", self._words[key])

    def _title(self, key: str) -> Block:
        return Heading(min(self._level + 1, DEEPEST), self._words[key], numbered=False)

    def _table(
        self, header: Sequence[str], rows: Sequence[tuple[Inlines, ...]], widths: Sequence[float], caption: str = ""
    ) -> Table:
        titles = tuple((Text(self._words[name]),) for name in header)
        return Table(titles, tuple(rows), caption=caption, widths=tuple(widths))

    def _numbered(self, templates: Iterable[str]) -> list[Block]:
        return [NumberedClause(self._level + 1, self._reading.flow(template)) for template in templates]

    def _cell(self, template: str) -> Inlines:
        """A template in a table cell: one paragraph after the other, list items behind dashes."""
        inlines: list[Inline] = []
        for block in _paragraphs(self._reading.flow(template)):
            if inlines:
                inlines.append(Break())
            inlines += block
        return tuple(inlines)


def _entered(field: FormField) -> Inlines:
    """What may be entered: the options of a choice, then the help."""
    lines = [line for line in ("; ".join(field.options), field.help) if line]
    return (Text(lines[0]), *(part for line in lines[1:] for part in (Break(), Text(line)))) if lines else (Text(""),)


def _named(field: FormField) -> Inlines:
    """A field as the head of its cells; whoever fills them in sees the options of a choice."""
    return (Text(field.label), Text(f" ({'; '.join(field.options)})")) if field.options else (Text(field.label),)


def _paragraphs(blocks: Iterable[Flow]) -> Iterable[Inlines]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.inlines
        elif isinstance(block, ListBlock):
            for number, item in enumerate(block.items, block.start):
                bullet = f"{number}. " if block.ordered else "– "
                for position, inner in enumerate(_paragraphs(item)):
                    yield ((Text(bullet), *inner) if position == 0 else inner)
