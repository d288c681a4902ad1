# SPDX-License-Identifier: Apache-2.0
"""A pattern is right if it reads well for every value its parameters allow."""

from __future__ import annotations

import pytest

from srpp_criteria.wording import FAULT_TITLES, Takes, TakesNumber, TakesOption, TakesText, WordingFault, check_message

TIERS = TakesNumber(minimum=1, maximum=5)
HOURS = TakesNumber(minimum=0, maximum=40, decimals=True)
PARAMETERS: dict[str, Takes] = {
    "max_tiers": TIERS,
    "hours": HOURS,
    "how": TakesOption(("paper", "web")),
    "audited": TakesOption(("true", "false")),
    "place": TakesText(),
}


def faults(pattern: str, locale: str = "en") -> list[WordingFault]:
    """Everything that is wrong with a text."""
    return list(check_message(pattern, locale=locale, parameters=PARAMETERS, citations={"cite_procurement"}))


@pytest.mark.parametrize(
    ("locale", "pattern"),
    [
        ("en", "The contractor's staff."),
        ("en", "{place} and {max_tiers} and {how}, see {cite_procurement}"),
        ("en", "{max_tiers, plural, one {# tier} other {# tiers}}"),
        ("en", "{max_tiers, plural, =1 {one tier} other {# tiers}}"),
        ("lt", "{max_tiers, plural, one {#} few {#} other {#}}"),
        ("pl", "{hours, plural, one {#} few {#} many {#} other {#}}"),
        ("pl", "{max_tiers, plural, one {#} few {#} many {#} other {#}}"),
        ("en", "{how, select, paper {a} web {b} other {}}"),
        ("en", "{how, select, paper {a} other {b}}"),
        ("en", "{audited, select, true {audited} other {{place}}}"),
    ],
)
def test_good_patterns_have_no_fault(locale: str, pattern: str) -> None:
    """What reads well for every value passes."""
    assert faults(pattern, locale) == []


@pytest.mark.parametrize(
    ("code", "locale", "pattern", "says", "hint", "offset"),
    [
        ("SRPP140", "en", "a {n, number}", 'placeholder kind "number" is not allowed', "write {n}", 6),
        ("SRPP141", "en", "{max_tier}", "placeholder max_tier is not declared as a parameter", '"max_tiers"', 0),
        (
            "SRPP141",
            "en",
            "zzz {zzz}",
            "placeholder zzz is not declared as a parameter",
            "known: audited, hours, how",
            4,
        ),
        ("SRPP141", "en", "{cite_procurment}", "names no law", '"cite_procurement"', 0),
        ("SRPP142", "en", "{place, plural, other {x}}", "plural on place, which is not a number", "select", 0),
        ("SRPP142", "en", "{how, plural, other {x}}", "plural on how, which is not a number", "select", 0),
        ("SRPP143", "en", "{max_tiers, select, other {x}}", "select on max_tiers", "use plural", 0),
        ("SRPP143", "en", "{place, select, other {x}}", "select on place", "declare it as a choice", 0),
        ("SRPP144", "en", "{max_tiers, plural, other {# tiers}}", '"one", which "en" needs for 1', "add one", 0),
        ("SRPP144", "lt", "{max_tiers, plural, one {#} other {#}}", '"few", which "lt" needs for 2, 3, 4', "few", 0),
        ("SRPP144", "lt", "{hours, plural, =1 {#} few {#} many {#} other {#}}", '"one"', "add one", 0),
        ("SRPP145", "en", "{max_tiers, plural, one {#} oher {#} other {#}}", '"oher" is not', '"other"', 28),
        ("SRPP145", "en", "{max_tiers, plural, one {#} few {#} other {#}}", 'no plural form "few"', "one, other", 28),
        ("SRPP146", "en", "{how, select, papr {a} other {b}}", 'how has no option "papr"', '"paper"', 14),
        ("SRPP147", "en", "{how, select, paper {a} other { }}", "select on how has no words for web", "add web", 0),
        ("SRPP148", "en", "{cite_procurement, select, other {x}}", "names a law", "write {cite_procurement}", 0),
        ("SRPP149", "en", "{max_tiers, plural, =0 {none} one {#} other {#}}", "=0 of max_tiers", "at least 1", 20),
    ],
)
def test_each_fault_says_what_is_wrong_and_the_way_out(
    code: str, locale: str, pattern: str, says: str, hint: str, offset: int
) -> None:
    """One fault, one code, in words a lawyer understands."""
    (fault,) = faults(pattern, locale)
    assert (fault.code, fault.offset) == (code, offset)
    assert says in fault.says
    assert hint in fault.hint


def test_an_exact_number_replaces_a_form_only_if_the_form_has_no_other_number() -> None:
    """In Lithuanian 1 and 21 share a form; up to 5 the exact branch =1 serves for all of it."""
    pattern = "{n, plural, =1 {#} few {#} other {#}}"

    def missing(maximum: int) -> list[str]:
        parameters = {"n": TakesNumber(1, maximum)}
        return [fault.says for fault in check_message(pattern, locale="lt", parameters=parameters)]

    assert missing(5) == []
    assert missing(30) == ['plural on n has no form "one", which "lt" needs for 21']


def test_all_faults_are_told_at_once() -> None:
    """Nobody mends one mistake to meet the next."""
    pattern = "{plce} {how, select, a {x} other {}} {max_tiers, plural, other {#}}"
    assert [fault.code for fault in faults(pattern)] == ["SRPP141", "SRPP144", "SRPP146", "SRPP147"]


def test_citations_may_be_left_to_the_caller() -> None:
    """Without a list of citations any name that begins with cite_ is taken as declared."""
    assert list(check_message("{cite_anything}", locale="en", parameters={})) == []


def test_every_code_is_documented() -> None:
    """The table covers the whole family, and no code is given out that is not in it."""
    assert set(FAULT_TITLES) == {f"SRPP{number}" for number in range(140, 160)}
