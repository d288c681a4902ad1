# SPDX-License-Identifier: Apache-2.0
"""The page of an item in an edition: its text ready to be filled in and taken away, then what a buyer should know."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup

from srpp_criteria.documents.document import Heading
from srpp_criteria.documents.html import blocks_html
from srpp_criteria.documents.item_blocks import ItemBlocks
from srpp_criteria.documents.item_reading import FilledReading
from srpp_criteria.edition.fill import show
from srpp_criteria.edition.tender import section_of
from srpp_criteria.models.item import Clause, Criterion
from srpp_criteria.models.names import ParameterName
from srpp_criteria.models.parameter import BooleanParameter, ChoiceParameter, PercentageParameter
from srpp_criteria.scoring import inputs_of
from srpp_criteria.site.beside import beside
from srpp_criteria.site.live_texts import LiveTexts
from srpp_criteria.site.national_changes import changes_of
from srpp_criteria.site.page import Page
from srpp_criteria.site.proposals import adapt_to_a_market, correct_a_text, tell_what_happened
from srpp_criteria.site.register_reading import market_name
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.score_words import shown_score
from srpp_criteria.site.standing import replacement_of, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srpp_criteria.documents.document import Block
    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.edition.fill import Filled
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.models.registers import Standard
    from srpp_criteria.models.scoring import Scoring
    from srpp_criteria.site.edition_site import EditionSite

_RELATIONS = ("secured_by", "requires", "conflicts_with", "stricter_than", "see_also")
_FACTORS = (Decimal("0.5"), Decimal("0.75"), Decimal(1))


def item_pages(site: EditionSite) -> Iterator[Page]:
    """One page for each entry of an edition."""
    for entry in site.edition:
        yield item_page(entry, site)


def item_page(entry: Entry, site: EditionSite) -> Page:
    """An item, ready to be filled in and copied, then all that a buyer should know before using it."""
    data, item, filled, market = site.edition.data, entry.item, entry.fill(), site.edition.market
    scoring = item.scoring if isinstance(item, Criterion) else None
    text = rendered(
        "item.md",
        locale=site.locale,
        words=site.words,
        entry=entry,
        item=item,
        filled=filled,
        texts=LiveTexts(filled, site.words),
        section=section_of(entry),
        status=item.status.value,
        changed=item.changelog[0].date,
        topics=data.topics,
        bands=data.bands,
        titles=site.titles,
        parameters=[_value(parameter, site) for parameter in entry.parameters.values()],
        scoring=scoring,
        method=data.scoring_methods[scoring.method] if scoring else None,
        examples=scoring.examples if scoring else (),
        offer_inputs=_offer_inputs(scoring, entry, site) if scoring else (),
        kind_blocks=_of_kind(filled, site),
        proofs=_proofs(entry, site),
        chain=site.chains.around(entry),
        related=_related(entry, site),
        citations=list({citation.text: citation for citation in entry.citations}.values()),
        propose=correct_a_text(site.whole.repository, entry),
        adapt=adapt_to_a_market(site.whole.repository, entry),
        tell=tell_what_happened(site.whole.repository, entry),
        changes=changes_of(entry, site),
        beside=beside(entry, site),
        standing=standing_of(entry, site),
        score=shown_score(entry, site),
        replacement=replacement_of(entry.id, site),
        market_name=market_name(market.market, site) if market is not None else "",
    )
    return Page(
        f"{site.locale}/{entry.id}.md",
        entry.title,
        text,
        site.locale,
        description=item.intent,
        scripts=("item",),
        feed=f"{site.locale}/{entry.id}/feed.xml" if site.whole.shelf.register.lines_of(entry.id, site.locale) else "",
    )


@dataclass(frozen=True, slots=True)
class _ShownValue:
    """A parameter in a row of the page."""

    label: str
    default: str
    limits: str
    basis: str
    basis_kind: str


def _value(parameter: Parameter, site: EditionSite) -> _ShownValue:
    words = site.words
    if isinstance(parameter, ChoiceParameter):
        limits = ", ".join(option.label for option in parameter.options)
    elif isinstance(parameter, BooleanParameter):
        limits = f"{words['yes']}, {words['no']}"
    else:
        low, high = getattr(parameter, "minimum", None), getattr(parameter, "maximum", None)
        shown = [show(parameter, bound, site.cldr) for bound in (low, high) if bound is not None]
        limits = " – ".join(shown)
    if parameter.locked:
        limits = words["page-locked"]
    if isinstance(parameter, BooleanParameter):
        default = words["yes"] if parameter.default else words["no"]
    else:
        default = "" if parameter.default is None else show(parameter, parameter.default, site.cldr)
    return _ShownValue(parameter.label, default, limits, parameter.basis.says, parameter.basis.kind.value)


@dataclass(frozen=True, slots=True)
class _OfferInput:
    """A figure of a bidder's offer that the calculator asks for."""

    name: str
    label: str
    value: Decimal
    unit: str = ""
    options: Sequence[Decimal] = ()


def _offer_inputs(scoring: Scoring, entry: Entry, site: EditionSite) -> list[_OfferInput]:
    """What the method needs beyond the weight and its settings, with the figures of an example to begin with."""
    # An offer is measured in what its ceiling is measured in.
    ceiling = entry.parameters.get(ParameterName(str(scoring.settings.get("ceiling", ""))))
    unit = "%" if isinstance(ceiling, PercentageParameter) else getattr(ceiling, "unit", None) or ""
    first = scoring.examples[len(scoring.examples) // 2].offer if scoring.examples else {}
    return [
        _OfferInput(
            name,
            site.words[f"site-offer-{name.replace('_', '-')}"],
            Decimal(str(first.get(name, 0))),
            unit if name == "offer" else "",
            _FACTORS if name == "factor" else (),
        )
        for name in inputs_of(scoring.method)
        if name != "weight" and name not in scoring.settings
    ]


def _of_kind(filled: Filled, site: EditionSite) -> Markup | None:
    """What forms, sheets, dialogues, visits and meetings hold beside their text; others have their own sections."""
    if isinstance(filled.entry.item, Criterion | Clause):
        return None
    reading = FilledReading(filled, site.words)
    blocks = ItemBlocks(filled.entry, reading, site.edition.data, level=2, stamp=False).of_kind()
    return Markup(blocks_html(_below(blocks)))  # noqa: S704  # the writer escapes


def _below(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with their headings one level below the page's sections."""
    for block in blocks:
        yield Heading(2, block.text, block.anchor, numbered=False) if isinstance(block, Heading) else block


def _proofs(entry: Entry, site: EditionSite) -> list[Standard]:
    """The standards and labels that the evidence of an entry accepts."""
    known = site.whole.shelf.registers.standards
    named = dict.fromkeys(key for proof in entry.item.evidence for key in proof.standards)
    return [known[key] for key in named if key in known]


@dataclass(frozen=True, slots=True)
class _Other:
    """A related item; without a title it is not in this edition."""

    id: str
    title: str


def _related(entry: Entry, site: EditionSite) -> list[tuple[str, list[_Other]]]:
    related = entry.item.related
    groups = ((name, getattr(related, name)) for name in _RELATIONS)
    return [
        (name.replace("_", "-"), [_Other(other, site.titles.get(other, "")) for other in others])
        for name, others in groups
        if others
    ]
