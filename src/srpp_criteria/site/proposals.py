# SPDX-License-Identifier: Apache-2.0
"""Links to the forms by which a reader proposes something, filled in as far as the page knows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from srpp_criteria.edition.entry import Entry


def correct_a_text(repository: str, entry: Entry) -> str:
    """The form "correct a text" for one entry; empty if there is no repository to write to.

    The names of the fields are those of `.github/ISSUE_TEMPLATE/correct-a-text.yml`.
    """
    return _form(repository, "correct-a-text.yml", title=f"{entry.id}: ", stamp=entry.stamp)


def adapt_to_a_market(repository: str, entry: Entry) -> str:
    """The form "adapt a text to a country" for one entry; empty if there is no repository to write to."""
    return _form(
        repository,
        "national-adaptation.yml",
        title=f"{entry.id}: ",
        stamp=entry.stamp,
        market=entry.locale.partition("-")[2],
        language=entry.locale.partition("-")[0],
    )


def tell_what_happened(repository: str, entry: Entry) -> str:
    """The form "tell what happened" for one entry; empty if there is no repository to write to."""
    return _form(
        repository,
        "field-experience.yml",
        title=f"{entry.id}: ",
        stamp=entry.stamp,
        market=entry.locale.partition("-")[2],
    )


def propose_an_item(repository: str, *, sector: str = "", topic: str = "", kind: str = "") -> str:
    """The form "propose an item"; empty if there is no repository to write to.

    >>> propose_an_item("https://example.org/x/", sector="food", kind="clause")
    'https://example.org/x/issues/new?template=propose-an-item.yml&sector=food&kind=clause'
    """
    return _form(repository, "propose-an-item.yml", sector=sector, topic=topic, kind=kind)


def _form(repository: str, template: str, **fields: str) -> str:
    if not repository:
        return ""
    given = {name: value for name, value in fields.items() if value}
    return f"{repository.rstrip('/')}/issues/new?{urlencode({'template': template, **given})}"
