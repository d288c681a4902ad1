# SPDX-License-Identifier: Apache-2.0
"""Each check has one failing example here; the example is a change to the real library.

A case names the file, what is replaced by what, and the place and sentence that the drafter gets.
"""

from __future__ import annotations

import inspect
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.checkout import version_in
from tests.checks.test_examples import NOT_SHOWN, SHOWN

from srpp_criteria.checks import check_shelf
from srpp_criteria.checks.registry import registered
from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    from srpp_criteria.diagnostics import Diagnostic

TIERS = "criteria/construction/construction-subcontracting-tier-limit.yml"
AWARD = "criteria/food/food-fair-trade-coffee-share.yml"
CASH = "criteria/construction/construction-clause-bank-payment-no-cash.yml"
PACK = "criteria/packs/building-renovation.yml"
MARKET = "locales/markets/XX/market.yml"
OVERLAY = "locales/markets/XX/construction-subcontracting-tier-limit.yml"


NOW = version_in(Path(__file__).parents[2] / TIERS)

A_MARKET = """\
market: XX
name: {nb: Prøveland, en: Testland}
status: draft
locales: [nb-XX]
currency: EUR
union: eea
checked: 2026-11-22
acts:
  - {key: xx-act, title: {nb: Lov, en: Act}, short: {nb: loven, en: the Act}, seen: null}
provisions:
  - {key: xx-act-1, act: xx-act, cite: {nb: loven § 1, en: "the Act, section 1"}, seen: null}
transposition:
  - {eu: eu-2014-24-art-70, national: [xx-act-1]}
facts:
  - {key: xx-threshold, kind: threshold, label: {nb: Terskel, en: Threshold}, values: [{value: 1, seen: null}]}
sources:
  - {key: xx-source, title: A page, seen: null}
"""
AN_OVERLAY = f"""\
item: construction-subcontracting-tier-limit
reviewed_for: {NOW}
decision: adapt
reason: The law sets two tiers.
legal_basis: [xx-act-1]
parameters:
  max_tiers: {{default: 2, maximum: 2, locked: true, reason: The law says so.}}
text:
  - replace: what-counts
    languages: {{nb: Vareleverandører teller ikke., en: Suppliers of goods do not count.}}
mandatory: {{threshold: xx-threshold, scope: {{nb: Bygg, en: Works}}, seen: null}}
"""

TWO_EXAMPLES = """\
    - case: The bidder offers 67% of the coffee.
      offer: {offer: 67}
      points: 3.4
    - case: The bidder offers 80% of the coffee.
      offer: {offer: 80}
      points: 6
"""

# code: (file, old, new, words of the message)
CASES: dict[str, tuple[str, str, str, str]] = {
    "SRPP132": (
        TIERS,
        "without a request: {pre_approved_trades}",
        "without a request",
        '"pre_approved_trades" is not used',
    ),
    "SRPP133": (
        TIERS,
        "{parameter: agency_counts_as_tier, equals: true}",
        "{parameter: max_tiers, equals: true}",
        "integer",
    ),
    "SRPP134": (TIERS, "id: count-on-site", "id: decide-requests", "already the name"),
    "SRPP135": (TIERS, "source: no-dfo-tiers", "source: no-dfo", 'source "no-dfo" is not listed'),
    "SRPP136": (TIERS, "The Contractor replaces it", "By {cite_ilo_c138} the Contractor replaces it", "add ilo-c138"),
    "SRPP140": (TIERS, "at most {max_tiers, plural", "at most {max_tiers, choice", "choice"),
    "SRPP201": (TIERS, "see_also:", "conflicts_with: [no-such-item]\n  see_also:", 'no item "no-such-item"'),
    "SRPP202": (
        AWARD,
        "secured_by: [food-cl-fair-trade-delivery]",
        "secured_by: [food-form-fair-trade-offer]",
        "not a clause",
    ),
    "SRPP203": (AWARD, "secured_by: [food-cl-fair-trade-delivery]", "secured_by: []", "no secured_by"),
    "SRPP204": (TIERS, "ladder: labour-rights", "ladder: labour-right", 'no remedy ladder "labour-right"'),
    "SRPP205": (
        TIERS,
        "checked_by: contract-manager\n\n",
        "checked_by: contract-manager\n    sheet: no-sheet\n\n",
        "no-sheet",
    ),
    "SRPP206": (AWARD, "stage: award", "stage: selection", "not scored"),
    "SRPP207": (AWARD, "points: 0", "points: 1", "the method gives 0.00"),
    "SRPP209": (
        AWARD,
        TWO_EXAMPLES,
        "",
        "at least 3",
    ),
    "SRPP533": (
        MARKET,
        "transposition:",
        "ladder_parameters: {labour-rights: {remedy_no: {maximum: 1, reason: No.}}}\ntransposition:",
        "remedy_no",
    ),
    "SRPP208": (CASH, "stage: performance", "stage: tender", "no evidence during performance"),
    "SRPP220": (
        PACK,
        "item: construction-subcontracting-tier-limit",
        "item: construction-tier-limit",
        "construction-tier-limit",
    ),
    "SRPP221": (
        PACK,
        "item: construction-clause-apprentice-hours",
        "item: construction-visit-unannounced-labour",
        "not secured",
    ),
    "SRPP301": (TIERS, "replaces it at its own cost", "replaces it where possible", "where possible"),
    "SRPP137": (
        TIERS,
        "status: draft",
        "status: draft\nsunset: null\nwaivers: [{check: SRPP301, reason: TODO}]",
        "a to-do",
    ),
    "SRPP304": (TIERS, "replaces it at its own cost", "replaces it with one that holds SA8000", "or equivalent"),
    "SRPP305": (TIERS, "replaces it at its own cost", "applies its company policy", "beyond this contract"),
    "SRPP306": (TIERS, "replaces it at its own cost", "replaces it within 5 days", "does not say from when"),
    "SRPP307": (TIERS, "replaces it at its own cost.", "replaces it. Proof shall be stored.", "by whom"),
    "SRPP308": (
        TIERS,
        "checked_by: contract-manager\n    how_checked",
        "checked_by: bidder\n    how_checked",
        "no bidder",
    ),
    "SRPP302": (
        TIERS,
        "testing bodies and designers do not count",
        "testing bodies " + "and designers " * 90 + "do not count",
        "words",
    ),
    "SRPP303": (
        TIERS,
        "testing bodies and designers do not count",
        "testing bodies " + "and designers " * 200 + "do not count",
        "average",
    ),
    "SRPP401": (TIERS, "eu-2014-24-art-71,", "eu-2014-24-art-711,", 'no law "eu-2014-24-art-711"'),
    "SRPP402": (TIERS, "topics: [subcontracting,", "topics: [sub-contracting,", 'did you mean "subcontracting"'),
    "SRPP403": (AWARD, "standards: [", "standards: [label-nobody-knows, ", "label-nobody-knows"),
    "SRPP404": (TIERS, '"45000000-7"', '"45000000-8"', 'no CPV code "45000000-8"'),
    "SRPP405": (PACK, '"45', '"99', "no CPV code"),
    "SRPP521": (OVERLAY, "replace: what-counts", "replace: what-cunts", "not in the base text"),
    "SRPP522": (OVERLAY, "nb: Vareleverandører teller ikke., ", "", "missing in nb"),
    "SRPP523": (OVERLAY, "nb: Vareleverandører teller ikke.,", 'nb: "{antall} leveranser.",', "antall"),
    "SRPP524": (OVERLAY, "legal_basis: [xx-act-1]", "legal_basis: [xx-act-2]", 'no provision "xx-act-2"'),
    "SRPP530": (MARKET, "national: [xx-act-1]", "national: [xx-act-9]", 'no provision "xx-act-9"'),
    "SRPP531": (MARKET, "cite: {nb: loven § 1, ", "cite: {", "missing in nb"),
    "SRPP532": (MARKET, "transposition:", "ladders: {labour-rights: no-ladder}\ntransposition:", "no-ladder"),
    "SRPP534": (MARKET, "status: draft", "extends: YY\nstatus: draft", "XX extends YY (delete extends)"),
    "SRPP540": (OVERLAY, f"reviewed_for: {NOW}", "reviewed_for: 0.9.0", f"base is now {NOW}"),
    "SRPP602": (TIERS, f"\nversion: {NOW}", "\nversion: 9.0.0", f"newest entry is {NOW}"),
    "SRPP603": (TIERS, "change: first", "change: minor", "first version is marked first"),
    "SRPP604": (TIERS, "status: draft", "status: deprecated", "names its successor"),
}

MADE_TO_HAPPEN_ELSEWHERE = {code for code in NOT_SHOWN if code >= "SRPP605"}
"""What a release finds is tested with releases."""

FAMILIES = {"SRPP523": "SRPP141"}
"""A check that stands for all faults of wording reports the code of the fault."""

ALL_CHECKS = list(registered())


@pytest.fixture
def checkout(tmp_path: Path, repository: Path) -> Path:
    """The master content and a small market."""
    shutil.copytree(repository / "criteria", tmp_path / "criteria")
    (tmp_path / MARKET).parent.mkdir(parents=True)
    (tmp_path / MARKET).write_text(A_MARKET, encoding="utf-8")
    (tmp_path / OVERLAY).write_text(AN_OVERLAY, encoding="utf-8")
    return tmp_path


def findings(checkout: Path) -> list[Diagnostic]:
    """What the checks say about the checkout."""
    return check_shelf(read_shelf(checkout))


def test_the_unchanged_example_has_no_findings(checkout: Path) -> None:
    """What the cases find comes from their change alone; Testland's language has no words for headings yet."""
    assert [d.code for d in findings(checkout)] == ["SRPP502"]


@pytest.mark.parametrize("code", list(CASES))
def test_each_check_finds_its_defect_at_its_file(checkout: Path, code: str) -> None:
    """The change is found under the check's own code, in the file that was changed, with the words that help."""
    name, old, new, says = CASES[code]
    file = checkout / name
    text = file.read_text(encoding="utf-8")
    assert old in text, f"the example of {code} no longer fits {name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")

    expected = FAMILIES.get(code, code)
    found = [d for d in findings(checkout) if d.code == expected]

    assert found, f"{code} found nothing"
    assert any(d.place.file == name and says in str(d) for d in found)
    assert all(d.place.line >= 1 and d.place.column >= 1 for d in found)


def test_an_overlay_for_an_item_that_does_not_exist_is_found(checkout: Path) -> None:
    """SRPP510: the work would be lost without a word."""
    target = (checkout / OVERLAY).with_name("construction-tier-limit.yml")
    target.write_text(
        AN_OVERLAY.replace("construction-subcontracting-tier-limit", "construction-tier-limit"), encoding="utf-8"
    )

    assert [d.code for d in findings(checkout) if d.place.file.endswith("construction-tier-limit.yml")] == ["SRPP510"]


def change(checkout: Path, name: str, old: str, new: str) -> None:
    """Replace words in one file."""
    text = (checkout / name).read_text(encoding="utf-8")
    assert old in text
    (checkout / name).write_text(text.replace(old, new), encoding="utf-8")


def adopt(checkout: Path, item: str) -> None:
    """Testland takes an item as it is."""
    reviewed = version_in(next(checkout.glob(f"criteria/*/{item}.yml")))
    overlay = f"item: {item}\nreviewed_for: {reviewed}\ndecision: adopt\nreason: It fits.\n"
    (checkout / OVERLAY).with_name(f"{item}.yml").write_text(overlay, encoding="utf-8")


def test_an_amount_in_a_foreign_currency_is_found(checkout: Path) -> None:
    """SRPP525: a market in kroner adopts an item with an amount in euros."""
    change(checkout, MARKET, "currency: EUR", "currency: NOK")
    adopt(checkout, "construction-exclusion-labour-law-breaches")

    assert "SRPP525" in {d.code for d in findings(checkout)}


def test_a_clause_that_sets_a_remedy_in_a_foreign_currency_is_found(checkout: Path) -> None:
    """SRPP526: the market counts the amount of the ladder in kroner, the clause sets five hundred euros."""
    kroner = "{default: 1200, minimum: 240, maximum: 6000, currency: NOK, reason: Kroner.}"
    amounts = f"ladder_parameters: {{labour-rights: {{remedy_person_amount: {kroner}}}}}\ntransposition:"
    change(checkout, MARKET, "currency: EUR", "currency: NOK")
    change(checkout, MARKET, "transposition:", amounts)
    adopt(checkout, "construction-clause-site-id-presence-register")

    assert "SRPP526" in {d.code for d in findings(checkout)}


def test_words_that_rest_on_another_value_than_the_start_value_are_found(checkout: Path) -> None:
    """SRPP207: the base text would print an example that its own values make untrue."""
    change(checkout, AWARD, "floor_share: 50}", "floor_share: 40}")

    found = [str(d) for d in findings(checkout) if d.code == "SRPP207"]

    assert len(found) == 1
    assert 'the words rest on 40 for "floor_share", which starts with 50' in found[0]


def test_every_check_has_a_failing_example_here() -> None:
    """A check that never failed in a test is a check nobody has seen working."""
    assert {check.code for check in ALL_CHECKS} <= {*CASES, *SHOWN, *MADE_TO_HAPPEN_ELSEWHERE}


def test_codes_and_names_are_used_once() -> None:
    """A code is never given twice."""
    assert len({check.code for check in ALL_CHECKS}) == len(ALL_CHECKS)
    assert len({check.name for check in ALL_CHECKS}) == len(ALL_CHECKS)


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.code)
def test_every_check_explains_why_it_matters_and_how_to_mend(check: object) -> None:
    """The docstring is the check's page."""
    text = inspect.getdoc(check.function) or ""  # type: ignore[attr-defined]

    assert re.search(r"^## Why it matters\n\S", text, re.MULTILINE)
    assert re.search(r"^## How to mend it\n\S", text, re.MULTILINE)
