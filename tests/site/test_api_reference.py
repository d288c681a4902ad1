# SPDX-License-Identifier: Apache-2.0
"""The reference of the Python package is its docstrings, whole and nothing else."""

from __future__ import annotations

from tests.site.wholes import faults, html_of, whole

import srpp_criteria
from srpp_criteria.site.api_reference import PATH, api_pages, public_names


def test_every_public_name_is_there_with_its_meaning() -> None:
    """In alphabetical order; the version is a number, not a name to look up."""
    names = public_names()

    assert [one.name for one in names] == sorted(set(srpp_criteria.__all__) - {"__version__"})
    assert all(one.says for one in names)


def test_members_come_with_signature_errors_and_examples() -> None:
    """What a caller has to know of `Entry.fill` and `Library.load`."""
    members = {member.name: member for one in public_names() for member in one.members}

    assert members["Entry.fill"].signature == "Entry.fill(**values: Given) -> Filled"
    assert [one.name for one in members["Entry.fill"].raises] == ["InvalidValue"]
    assert members["Entry.fill"].examples[0].startswith(">>> from srpp_criteria import Library")
    assert [one.name for one in members["Library.load"].parameters] == ["path"]
    assert members["Edition.select"].signature.splitlines()[1].strip() == "*,"
    assert members["Edition.locale"].signature == "Edition.locale: str"


def test_fields_of_models_say_what_they_mean() -> None:
    """Their words are those of the schema."""
    missing = next(one for one in public_names() if one.name == "Missing")

    assert missing.kind == "model"
    assert {one.name: one.says for one in missing.fields}["item"] == "Id of the item."


def test_the_page_is_made_once_and_in_english() -> None:
    """Whatever the edition, there is one package."""
    pages = [page for site in whole().sites.values() for page in api_pages(site)]

    assert [page.path for page in pages] == [PATH]
    html = html_of(pages[0].markdown)
    assert faults(html) == []
    for name in ("Edition", "Entry", "UnknownItem"):
        assert f'id="{name.lower()}"' in html
    assert "&gt;&gt;&gt;" in html
    assert "{{" not in html
