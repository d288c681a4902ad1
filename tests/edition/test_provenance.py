# SPDX-License-Identifier: Apache-2.0
"""For every value of an edition one can ask which file and line it came from, and who put it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.checkout import EFFORT, as_yaml, decision_fields, ladder, national_law, parameter

from srpp_criteria import Library, UnknownField, UnknownItem
from srpp_criteria.models.words import words_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checkout import Checkout

    from srpp_criteria import Edition

ITEM = "criteria/food/fair-pay.yml"
LADDERS = "criteria/registers/remedy-ladders.yml"
CATALOGUE = "locales/languages/nb/LC_MESSAGES/all.po"
MARKET = "locales/markets/NO/market.yml"
DECISION = "locales/markets/NO/fair-pay.yml"


def _origin(edition: Edition, address: str) -> tuple[str, str, int]:
    """Layer, file and line of a value of the item fair-pay."""
    origin = edition.provenance("fair-pay").of(address)[1]
    return origin.layer, origin.place.file, origin.place.line


@pytest.fixture
def norway(checkout: Checkout) -> Checkout:
    """A clause that Norway adapts in every way it can."""
    checkout.register("remedy-ladders", entries=[ladder("standard"), ladder("strict", text="At once.")])
    checkout.clause(
        text={
            "obligation": {"title": "Pay on time", "text": "Pay within {days} days."},
            "documentation": {"title": "Slips", "text": "Show the slips."},
            "card": {"title": "Card", "text": "Carry a card."},
        },
        parameters={"days": parameter("duration", label="Days to pay", default=30)},
        remedies={"ladder": "standard", "figures": {"remedy_days": 7}},
    )
    checkout.market("NO", **national_law("NO", "no-foa-19-3", {"nb": "§ 19-3 anskaffelsesforskriften"}))
    checkout.translate("nb")
    checkout.decide(
        "NO",
        legal_basis=["no-foa-19-3"],
        parameters={"days": {"default": 14, "maximum": 20, "reason": "Custom."}},
        text=[
            {"replace": "obligation", "languages": {"nb": "Betal innen {days} dager.", "en": "Pay."}},
            {"replace": "card", "title": {"nb": "HMS-kort"}, "languages": {"nb": "Bær HMS-kort.", "en": "Card."}},
            {"after": "card", "id": "check", "title": {"nb": "Kontroll"}, "languages": {"nb": "Kortet leses."}},
        ],
        evidence=[
            {
                "id": "copy",
                "stage": "start",
                "what": {"nb": "Kopi av kortet."},
                "given_by": "contractor",
                "checked_by": "contract-manager",
                "how_checked": {"nb": "Les kopien."},
                "effort": EFFORT,
            }
        ],
        guidance={"watch_out": {"nb": "Husk kontroll."}},
    )
    return checkout


def test_untouched_values_come_from_the_file_of_the_item(norway: Checkout) -> None:
    """Codes, topics, limits nobody changed: the line of the master file."""
    edition = norway.edition("nb-NO")

    for address, words in {
        "kind": "kind: clause",
        "codes.cpv.1": "15000000-8",
        "parameters.days.unit": "unit: days",
        "remedies.ladder": "ladder: standard",
        "legal_basis.1": "eu-2014-24-art-70",
        "text.obligation.id": "id: obligation",
    }.items():
        assert _origin(edition, address) == ("base", ITEM, norway.line(ITEM, words)), address


def test_translated_words_come_from_the_line_of_the_catalogue(norway: Checkout) -> None:
    """The line of the English original in the catalogue, where the translator works."""
    edition = norway.edition("nb-NO")

    for address, english in {
        "title": 'msgid "Fair pay"',
        "text.documentation": 'msgid "Show the slips."',
        "text.documentation.title": 'msgid "Slips"',
        "text.obligation.title": 'msgid "Pay on time"',
        "parameters.days.label": 'msgid "Days to pay"',
        "guidance.watch_outs.1": 'msgid "Nobody checks."',
    }.items():
        assert _origin(edition, address) == ("translation", CATALOGUE, norway.line(CATALOGUE, english)), address


def test_what_the_market_changed_comes_from_its_decision(norway: Checkout) -> None:
    """Figures, words, headings, proofs, law and advice: the line of the overlay."""
    edition = norway.edition("nb-NO")

    for address, words in {
        "parameters.days.default": "default: 14",
        "parameters.days.maximum": "maximum: 20",
        "text.obligation": "nb: Betal innen",
        "text.card": "nb: Bær HMS-kort.",
        "text.card.title": "nb: HMS-kort",
        "text.check": "nb: Kortet leses.",
        "text.check.id": "id: check",
        "text.check.title": "nb: Kontroll",
        "evidence.copy": "id: copy",
        "evidence.copy.what": "nb: Kopi av kortet.",
        "legal_basis.2": "- no-foa-19-3",
        "guidance.watch_outs.2": "nb: Husk kontroll.",
    }.items():
        assert _origin(edition, address) == ("market NO", DECISION, norway.line(DECISION, words)), address


def test_a_remedy_comes_from_the_register_and_its_figure_from_the_item(norway: Checkout) -> None:
    """Who asks why the clause says seven days is led to the item, who asks for the limits to the register."""
    edition = norway.edition("en")

    assert _origin(edition, "ladder.key") == ("base", ITEM, norway.line(ITEM, "ladder: standard"))
    assert _origin(edition, "ladder.parameters.remedy_days.default") == (
        "base",
        ITEM,
        norway.line(ITEM, "remedy_days: 7"),
    )
    assert _origin(edition, "ladder.title") == ("register", LADDERS, norway.line(LADDERS, "title: Standard"))
    layer, file, line = _origin(edition, "ladder.parameters.remedy_days.maximum")
    assert (layer, file) == ("register", LADDERS)
    assert norway.line(LADDERS, "key: standard") < line < norway.line(LADDERS, "key: strict")


def test_the_words_of_a_remedy_come_from_the_catalogue(norway: Checkout) -> None:
    """The register is translated like everything else."""
    layer, file, line = _origin(norway.edition("nb-NO"), "ladder.title")

    assert (layer, file, line) == ("translation", CATALOGUE, norway.line(CATALOGUE, 'msgid "Standard"'))


def test_other_remedies_of_the_market_come_from_its_decision(norway: Checkout) -> None:
    """Ladder and figures that Norway chose; what belongs to the ladder itself from the register."""
    norway.decide("NO", remedies={"ladder": "strict", "figures": {"remedy_days": 2}, "reason": "Custom."})
    edition = norway.edition("nb-NO")

    for address, words in {
        "remedies.ladder": "ladder: strict",
        "ladder.key": "ladder: strict",
        "remedies.figures.remedy_days": "remedy_days: 2",
        "ladder.parameters.remedy_days.default": "remedy_days: 2",
    }.items():
        assert _origin(edition, address) == ("market NO", DECISION, norway.line(DECISION, words)), address
    layer, file, line = _origin(edition, "ladder.parameters.remedy_days.maximum")
    assert (layer, file) == ("register", LADDERS)
    assert line > norway.line(LADDERS, "key: strict")


def test_what_the_organisation_changed_comes_from_its_folder(norway: Checkout, tmp_path: Path) -> None:
    """The file is named as the organisation names it; no path of a machine is shown."""
    rule = decision_fields(
        "fair-pay",
        parameters={"days": {"default": 10, "reason": "City council."}},
        text=[{"before": "obligation", "id": "oslo", "languages": {"nb": "Oslomodellen gjelder.", "en": "Oslo."}}],
        remedies={"ladder": "strict", "figures": {"remedy_days": 3}, "reason": "City council."},
    )
    (tmp_path / "oslo").mkdir()
    (tmp_path / "oslo" / "fair-pay.yml").write_text(as_yaml(rule), encoding="utf-8")

    edition = norway.edition("nb-NO", overlay=tmp_path / "oslo")

    lines = as_yaml(rule).splitlines()
    for address, words in {
        "parameters.days.default": "    default: 10",
        "text.oslo": "    nb: Oslomodellen gjelder.",
        "text.oslo.id": "  id: oslo",
        "ladder.parameters.remedy_days.default": "    remedy_days: 3",
        "ladder.steps.hearing.text": "  ladder: strict",
    }.items():
        assert _origin(edition, address) == ("organisation oslo", "fair-pay.yml", lines.index(words) + 1), address
    assert _origin(edition, "parameters.days.maximum")[:2] == ("market NO", DECISION)
    assert _origin(edition, "version")[:2] == ("base", ITEM)


def test_a_released_text_that_was_kept_comes_from_the_register_of_published_texts(norway: Checkout) -> None:
    """The line of the release, not a line of a file that says something else today."""
    file = norway.release(norway.edition("nb-NO")["fair-pay"])
    norway.clause(version="2.0.0")

    edition = norway.edition("nb-NO")

    assert edition["fair-pay"].version == "1.0.0"
    for address in ("title", "text.check", "parameters.days.default", "ladder.parameters.remedy_days.default"):
        assert _origin(edition, address) == ("published", file, 1), address


@pytest.mark.parametrize("locale", ["en", "nb-NO"])
def test_every_address_has_an_origin_in_a_file_that_exists(norway: Checkout, locale: str) -> None:
    """No value without a line; the line exists in the file."""
    edition = norway.edition(locale)
    provenance = edition.provenance("fair-pay")

    assert len(provenance.addresses()) > 100
    for address in provenance.addresses():
        place = provenance.of(address)[1].place
        content = (norway.root / place.file).read_text(encoding="utf-8").splitlines()
        assert 1 <= place.line <= len(content), address
        assert 1 <= place.column <= len(content[place.line - 1]) + 1, address


def test_every_word_of_the_norwegian_edition_is_traced_to_norwegian_words(norway: Checkout) -> None:
    """Following the origin of a sentence one finds this sentence, not another one."""
    edition = norway.edition("nb-NO")
    entry, provenance = edition["fair-pay"], edition.provenance("fair-pay")
    assert entry.ladder is not None
    words = [*words_of(entry.item)]

    for found in words:
        place = provenance.of(found.address)[1].place
        lines = (norway.root / place.file).read_text(encoding="utf-8").splitlines()
        near = "\n".join(lines[place.line - 1 : place.line + 2])
        assert found.text.split("\n\n")[-1] in near, found.address


def test_the_real_library_is_traced_to_lines_that_say_the_same(repository: Path) -> None:
    """Every figure of every item in the master edition: the line of its file ends with the figure."""
    edition = Library.load(repository).edition("en")
    seen = 0

    for entry in edition:
        provenance = edition.provenance(entry.id)
        for name, figure in entry.item.parameters.items():
            value, origin = provenance.of(f"parameters.{name}.type")
            line = (repository / origin.place.file).read_text(encoding="utf-8").splitlines()[origin.place.line - 1]
            assert value == figure.type
            assert line[origin.place.column - 1 :].startswith(figure.type)
            seen += 1
    assert seen > 50


def test_an_address_that_does_not_exist_gets_near_ones(norway: Checkout) -> None:
    """The error helps to type it right."""
    provenance = norway.edition("en").provenance("fair-pay")

    with pytest.raises(UnknownField, match=r'"fair-pay" has no field "text.oligation" \(did you mean text.obligation'):
        provenance.of("text.oligation")
    with pytest.raises(UnknownItem, match='there is no item "fare-pay"'):
        norway.edition("en").provenance("fare-pay")
