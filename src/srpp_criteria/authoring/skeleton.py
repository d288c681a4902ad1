# SPDX-License-Identifier: Apache-2.0
"""`srpp new`: a complete, commented item in which only the thinking is left to do."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any, Final, get_args

from srpp_criteria.authoring.blocks import laid_out
from srpp_criteria.authoring.checkout import item_files
from srpp_criteria.authoring.commented_yaml import commented
from srpp_criteria.authoring.layout import layout_of
from srpp_criteria.authoring.replacing import create_file
from srpp_criteria.authoring.starts import OF_KIND
from srpp_criteria.errors import SrppError
from srpp_criteria.models.item import Clause, Item, Stage
from srpp_criteria.shelf.reading import NOT_ITEMS, read_shelf

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from srpp_criteria.models.base import Model
    from srpp_criteria.shelf.shelf import Shelf

KINDS: Final[dict[str, type[Model]]] = {
    str(model.model_fields["kind"].default): model for model in get_args(get_args(Item)[0])
}
"""The model of each kind of item."""

STAGES: Final = tuple(stage.value for stage in Stage)

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADER: Final = """# yaml-language-server: $schema=../../schemas/item.schema.json
# SPDX-License-Identifier: CC0-1.0
# Replace every TODO, delete these comments, then: srpp preview {item}
"""


class UnfitItem(SrppError):
    """A new item that cannot be written: its id, sector or stage does not fit."""


def new_item(
    root: Path, kind: str, item: str, *, sector: str | None = None, stage: str | None = None, day: dt.date
) -> Path:
    """Write the skeleton of an item into the folder of its sector; the path of the file.

    Raises:
        UnfitItem: the id is taken or has the wrong form, or there is no such sector.
    """
    folder = _folder(root, item, sector)
    if kind not in KINDS:
        raise UnfitItem(f'there is no kind "{kind}"', f"kinds: {', '.join(KINDS)}")
    if (kind == "criterion") != (stage is not None):
        raise UnfitItem(
            "a criterion has a stage, other kinds have none", f"write --stage with one of: {', '.join(STAGES)}"
        )
    shelf = read_shelf(root)
    text = skeleton(shelf, kind, item, folder=folder, stage=stage, day=day)
    path = root / "criteria" / folder / f"{item}.yml"
    try:
        create_file(path, text.encode("utf-8"))
    except FileExistsError:
        raise UnfitItem(f'there is an item "{item}" already', "choose another id") from None
    return path


def skeleton(shelf: Shelf, kind: str, item: str, *, folder: str, stage: str | None, day: dt.date) -> str:
    """The text of a new item."""
    return written(beginning(shelf, kind, item, folder=folder, stage=stage, day=day))


def beginning(shelf: Shelf, kind: str, item: str, *, folder: str, stage: str | None, day: dt.date) -> dict[str, Any]:
    """What a new item says before its author has changed a word."""
    data = {**_common(shelf, kind, item, folder, stage, day), **copy.deepcopy(_of_kind(kind, stage))}
    if kind == "clause":
        data["remedies"] = {"ladder": next(iter(shelf.registers.ladders), "todo")}
    if stage == "award":
        data["related"] = {"secured_by": _clauses(shelf, folder)}
    return data


def written(data: dict[str, Any]) -> str:
    """An item as a file in which every field is explained."""
    layout = layout_of(data)
    text = commented(KINDS[data["kind"]], data, order=layout.keys)
    return _HEADER.format(item=data["id"]) + laid_out(text, layout)


def _folder(root: Path, item: str, sector: str | None) -> str:
    if not _ID.fullmatch(item) or not 3 <= len(item) <= 80:  # noqa: PLR2004  # as models.names has it
        raise UnfitItem(
            f"{_shown(item)} is no id", "3 to 80 small letters, digits and single hyphens, such as food-clause-fair-pay"
        )
    folders = sorted(
        folder.name
        for folder in (root / "criteria").iterdir()
        if folder.is_dir() and folder.name not in NOT_ITEMS and not folder.name.startswith(".")
    )
    wanted = sector if sector is not None else item.split("-", maxsplit=1)[0]
    if wanted not in folders:
        raise UnfitItem(f"there is no sector {_shown(wanted)}", f"write --sector with one of: {', '.join(folders)}")
    if any(path.stem == item for path in item_files(root)):
        raise UnfitItem(f'there is an item "{item}" already', "choose another id")
    return wanted


def _shown(words: str) -> str:
    return ascii(words[:60])


def _of_kind(kind: str, stage: str | None) -> dict[str, Any]:
    return OF_KIND["award" if stage == "award" else kind]


def _common(shelf: Shelf, kind: str, item: str, folder: str, stage: str | None, day: dt.date) -> dict[str, Any]:
    registers = shelf.registers
    sectors = sorted({sector for other in shelf.items.values() for sector in other.value.sectors})
    return {
        "id": item,
        "kind": kind,
        **({} if stage is None else {"stage": stage}),
        "version": "1.0.0",
        "status": "draft",
        "sectors": sectors or ["todo"] if folder == "shared" else [folder],
        "topics": list(registers.topics)[:1] or ["todo"],
        "level": "core",
        "title": "TODO Name of the item",
        "intent": "TODO Whom does it protect, and how? Two sentences.",
        "parameters": {},
        "evidence": [],
        "guidance": {
            "use_when": "TODO Contracts for which it is a good choice.",
            "avoid_when": "TODO Contracts for which it does harm or is unlawful.",
            "proportionality": [{"band": band, "do": "TODO What to do in this band."} for band in registers.bands],
            "watch_outs": ["TODO A mistake that happened to somebody else."],
            "market_readiness": {
                "grade": "medium",
                "says": "TODO What is known about the market.",
                "as_of": day.isoformat(),
            },
            "legal_risk": {"grade": "medium", "says": "TODO On which ground it can be attacked, and what helps."},
        },
        "legal_basis": [_law(shelf)],
        "related": {},
        "codes": {"cpv": _cpv(shelf, folder)},
        "sources": [{"key": "a-source", "title": "TODO Title, publisher, year", "seen": None}],
        "changelog": [{"version": "1.0.0", "date": day.isoformat(), "change": "first", "says": "First text."}],
    }


def _law(shelf: Shelf) -> str:
    articles = shelf.registers.articles
    return "eu-2014-24-art-70" if "eu-2014-24-art-70" in articles else next(iter(articles), "todo")


def _cpv(shelf: Shelf, folder: str) -> list[str]:
    """The codes of the items beside it: the author narrows them down."""
    beside = [item.value for item in shelf.items.values() if f"/{folder}/" in item.file]
    codes = [code for item in beside for code in item.codes.cpv]
    return [max(set(codes), key=codes.count)] if codes else ["00000000-0"]


def _clauses(shelf: Shelf, folder: str) -> list[str]:
    found = [name for name, item in shelf.items.items() if isinstance(item.value, Clause)]
    return ([name for name in found if name.startswith(f"{folder}-")] or found)[:1]
