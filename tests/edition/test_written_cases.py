# SPDX-License-Identifier: Apache-2.0
"""The hard rules of editions, case by case as they are written in tests/cases/edition/."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import parameter
from tests.written_cases import written_cases

if TYPE_CHECKING:
    from tests.checkout import Checkout

Case = dict[str, Any]


@pytest.mark.parametrize("case", written_cases("edition/languages.yml"))
def test_no_clause_mixes_languages(checkout: Checkout, case: Case) -> None:
    """An item is in an edition in one language, or it is missing and the edition names what is not translated."""
    parts: dict[str, list[str]] = case["item"]
    language, _, country = case["locale"].partition("-")
    if country:
        checkout.market(country, locales=[case["locale"]])
        checkout.decide(country)
    checkout.item(text=dict.fromkeys(parts, "The words of last year."))
    written_in = {version.split()[0] for versions in parts.values() for version in versions}
    for catalogue in sorted({language, *written_in} - {"en"}):
        outdated = [part for part, versions in parts.items() if f"{catalogue} (outdated)" in versions]
        checkout.item(text={part: f"{'Old' if part in outdated else 'The'} words of {part}." for part in parts})
        written = {
            f"fair-pay:text.{part}": f"{catalogue}: {part}"
            for part, versions in parts.items()
            if any(version.split()[0] == catalogue for version in versions)
        }
        checkout.translate(
            catalogue,
            written,
            without=[f"fair-pay:text.{part}" for part in parts if f"fair-pay:text.{part}" not in written],
            fuzzy=[f"fair-pay:text.{part}" for part in parts if f"{catalogue} (fuzzy)" in parts[part]],
        )
    checkout.item(text={part: f"The words of {part}." for part in parts})

    edition = checkout.edition(case["locale"])

    if "missing" in case["expect"]:
        assert "fair-pay" not in edition
        assert edition.missing["fair-pay"].reason == "incomplete"
        assert list(edition.missing["fair-pay"].fields) == case["expect"]["missing"]
    else:
        shown = {part.id: part.text.partition(":")[0] for part in edition["fair-pay"].item.text}
        assert {part: "en" if text.startswith("The words") else text for part, text in shown.items()} == case["expect"][
            "words"
        ]


@pytest.mark.parametrize("case", written_cases("edition/changed-parts.yml"))
def test_a_market_changes_parts_of_a_text(checkout: Checkout, case: Case) -> None:
    """Parts are replaced, added and removed; what does not fit takes the item out and says why."""
    checkout.item(text=case["base"])
    checkout.market("NO")
    checkout.translate("nb", without=[f"fair-pay:{address}" for address in case.get("not_translated", [])])
    checkout.decide("NO", text=case["change"])

    edition = checkout.edition("nb-NO")

    expected = dict(case["expect"])
    if "missing" in expected:
        assert "fair-pay" not in edition
        assert edition.missing["fair-pay"].reason == expected["missing"]
        assert expected["says"] in edition.missing["fair-pay"].says
    else:
        shown = [(part.id, part.text) for part in edition["fair-pay"].item.text]
        assert shown == list(expected.items())


@pytest.mark.parametrize("case", written_cases("edition/stale-overlays.yml"))
def test_a_stale_overlay_keeps_the_last_released_text(checkout: Checkout, case: Case) -> None:
    """Readers get the last released text and are told why it is not the newest."""
    checkout.market("NO")
    for version in case["released"]:
        checkout.item(version=version, text={"obligation": f"The words of {version}."})
        checkout.translate("nb")
        checkout.decide("NO", reviewed_for=version)
        checkout.release(checkout.edition("nb-NO")["fair-pay"])
    checkout.item(version=case["base"], text={"obligation": f"The words of {case['base']}."})
    checkout.translate("nb")
    checkout.decide("NO", decision=case.get("decision", ""), reviewed_for=case["reviewed_for"])

    edition = checkout.edition("nb-NO")

    expected = case["expect"]
    if "missing" in expected:
        assert "fair-pay" not in edition
        assert edition.missing["fair-pay"].reason == expected["missing"]
        assert edition.missing["fair-pay"].says == expected["says"]
    else:
        entry = edition["fair-pay"]
        assert entry.version == expected["version"]
        assert entry.fill().text == f"nb: The words of {expected['version']}."
        assert entry.note == expected.get("note")
        assert "fair-pay" not in edition.missing


@pytest.mark.parametrize("case", written_cases("edition/citations.yml"))
def test_a_citation_is_national_where_the_article_was_transposed(checkout: Checkout, case: Case) -> None:
    """The same key is another citation in each market, and the text of the tender shows it."""
    name = f"cite_{case['cites'].replace('-', '_')}"
    checkout.item(text={"obligation": f"See {{{name}}}."}, legal_basis=[case["cites"]])
    checkout.market(
        "NO",
        acts=[{"key": "no-act", "title": {"nb": "Loven"}, "short": {"nb": "Loven"}, "seen": None}],
        provisions=[
            {"key": f"no-{number}", "act": "no-act", "cite": {"nb": cite}, "seen": "2026-11-22"}
            for number, cite in enumerate(case["law"].values())
        ],
        transposition=[{"eu": eu, "national": [f"no-{number}"]} for number, eu in enumerate(case["law"])],
    )
    checkout.decide("NO")
    checkout.translate(
        "nb",
        {
            "fair-pay:text.obligation": f"Se {{{name}}}.",
            "laws:eu-2014-24.short": "Direktiv 2014/24/EU",
            "interface:cite-article.text": "{act} artikkel {article}",
            "interface:cite-article-paragraph-point.text": "{act} artikkel {article} nr. {paragraph} bokstav {point}",
        },
    )

    edition = checkout.edition("nb-NO")

    if case["expect"] is None:
        assert edition.missing["fair-pay"].fields == (f"legal_basis.{case['cites']}",)
    else:
        (citation,) = edition["fair-pay"].citations
        assert citation.key == case["cites"]
        assert citation.text == case["expect"]
        assert edition["fair-pay"].fill().text == f"Se {case['expect']}."


@pytest.mark.parametrize("case", written_cases("edition/facts-by-day.yml"))
def test_a_dated_fact_holds_on_its_days(checkout: Checkout, case: Case) -> None:
    """First and last day are included; where nothing is known there is no figure."""
    checkout.market("NO", facts=[{"key": "no-wage", "kind": "wage", "label": {"nb": "Lønn"}, "values": case["values"]}])

    found = checkout.edition("nb-NO").fact("no-wage", on=dt.date.fromisoformat(case["on"]))

    assert (None if found is None else found.value) == case["expect"]


@pytest.mark.parametrize("case", written_cases("edition/cpv.yml"))
def test_an_item_serves_its_codes_and_what_is_below_them(checkout: Checkout, case: Case) -> None:
    """Who buys something finds the items for it and for everything around it."""
    checkout.item(codes={"cpv": [case["item"]]})

    found = checkout.edition("en").select(cpv=case["bought"])

    assert [entry.id for entry in found] == (["fair-pay"] if case["expect"] else [])


@pytest.mark.parametrize("case", written_cases("edition/changed-figures.yml"))
def test_a_market_changes_figures(checkout: Checkout, case: Case) -> None:
    """A market sets defaults and limits of its own; a change that does not hold together takes the item out."""
    kind, fields = case["base"]["type"], {k: v for k, v in case["base"].items() if k != "type"}
    checkout.item(text={"obligation": "At most {figure}."}, parameters={"figure": parameter(kind, **fields)})
    checkout.market("NO")
    checkout.translate("nb")
    checkout.decide("NO", parameters={case.get("names", "figure"): {**case["change"], "reason": "The law says so."}})

    edition = checkout.edition("nb-NO")

    expected = dict(case["expect"])
    if "missing" in expected:
        assert edition.missing["fair-pay"].reason == expected["missing"]
        assert expected["says"] in edition.missing["fair-pay"].says
    else:
        changed = edition["fair-pay"].parameters["figure"].model_dump(mode="json")
        assert {name: changed[name] for name in expected} == expected
