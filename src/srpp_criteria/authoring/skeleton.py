# SPDX-License-Identifier: Apache-2.0
"""`srpp new`: a complete, commented item in which only the thinking is left to do."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
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
from srpp_criteria.wording.fault import did_you_mean

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from srpp_criteria.models.base import Model
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved

KINDS: Final[dict[str, type[Model]]] = {
    str(model.model_fields["kind"].default): model for model in get_args(get_args(Item)[0])
}
"""The model of each kind of item."""

STAGES: Final = tuple(stage.value for stage in Stage)

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADER: Final = """# yaml-language-server: $schema=../../schemas/item.schema.json
# SPDX-License-Identifier: CC0-1.0
#? Replace every TODO, then: srpp preview {item}
#? At the end, srpp fmt --final takes out every line of help that begins like this one.
"""

_EXAMPLES: Final = "TODO {fields} are examples: see that each one is right for this item."
_SECURED_BY: Final = (
    "TODO related.secured_by names a clause only as an example: name the one that makes this promise binding."
)


class UnfitItem(SrppError):
    """A new item that cannot be written: its id, sector or stage does not fit."""


@dataclass(frozen=True, slots=True)
class NewItem:
    """What is known of a new item before its author has written a word.

    Attributes:
        id: its name.
        kind: criterion, clause, form, …
        day: the day of its first version.
        stage: stage of a criterion; other kinds have none.
        topic: what it is about, if somebody has said so.
    """

    id: str
    kind: str
    day: dt.date
    stage: str | None = None
    topic: str | None = None


def new_item(root: Path, item: NewItem, *, sector: str | None = None) -> Path:
    """Write the skeleton of an item into the folder of its sector; the path of the file.

    Raises:
        UnfitItem: the id is taken or has the wrong form, or there is no such sector or topic.
    """
    folder = _folder(root, item.id, sector)
    if item.kind not in KINDS:
        raise UnfitItem(f'there is no kind "{item.kind}"', f"kinds: {', '.join(KINDS)}")
    if (item.kind == "criterion") != (item.stage is not None):
        raise UnfitItem(
            "a criterion has a stage, other kinds have none", f"write --stage with one of: {', '.join(STAGES)}"
        )
    shelf = read_shelf(root)
    topics = list(shelf.registers.topics)
    if item.topic is not None and item.topic not in topics:
        raise UnfitItem(f"there is no topic {_shown(item.topic)}", did_you_mean(item.topic, topics))
    path = root / "criteria" / folder / f"{item.id}.yml"
    try:
        create_file(path, skeleton(shelf, item, folder=folder).encode("utf-8"))
    except FileExistsError:
        raise UnfitItem(f'there is an item "{item.id}" already', "choose another id") from None
    return path


def skeleton(shelf: Shelf, item: NewItem, *, folder: str) -> str:
    """The text of a new item."""
    return written(beginning(shelf, item, folder=folder))


def beginning(shelf: Shelf, item: NewItem, *, folder: str) -> dict[str, Any]:
    """What a new item says before its author has changed a word.

    A value from a list cannot say TODO and be read by the program. It is an example, and a watch-out says so.
    """
    data = {**_common(shelf, item, folder), **copy.deepcopy(_of_kind(item))}
    examples = ["topics", "level", "codes.cpv", "legal_basis"]
    if item.kind == "clause":
        data["remedies"] = {"ladder": next(iter(shelf.registers.ladders), "todo")}
        examples.append("remedies.ladder")
    to_see = [_EXAMPLES.format(fields=f"{', '.join(examples[:-1])} and {examples[-1]}")]
    if item.stage == "award":
        data["related"] = {"secured_by": _clause(shelf, folder, item.topic)}
        to_see.append(_SECURED_BY)
    data["guidance"]["watch_outs"] += to_see
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
        way_out = f"write --sector with one of: {', '.join(folders)}"
        if _ID.fullmatch(wanted) and wanted not in NOT_ITEMS:
            way_out += f"; a new sector begins with its folder: mkdir criteria/{wanted}"
        raise UnfitItem(f"there is no sector {_shown(wanted)}", way_out)
    if any(path.stem == item for path in item_files(root)):
        raise UnfitItem(f'there is an item "{item}" already', "choose another id")
    return wanted


def _shown(words: str) -> str:
    return ascii(words[:60])


def _of_kind(item: NewItem) -> dict[str, Any]:
    return OF_KIND["award" if item.stage == "award" else item.kind]


def _common(shelf: Shelf, item: NewItem, folder: str) -> dict[str, Any]:
    registers = shelf.registers
    sectors = sorted({sector for other in shelf.items.values() for sector in other.value.sectors})
    return {
        "id": item.id,
        "kind": item.kind,
        **({} if item.stage is None else {"stage": item.stage}),
        "version": "1.0.0",
        "status": "draft",
        "sectors": sectors or ["todo"] if folder == "shared" else [folder],
        "topics": [item.topic] if item.topic is not None else list(registers.topics)[:1] or ["todo"],
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
                "as_of": item.day.isoformat(),
            },
            "legal_risk": {"grade": "medium", "says": "TODO On which ground it can be attacked, and what helps."},
        },
        "legal_basis": [_law(shelf)],
        "related": {},
        "codes": {"cpv": _cpv(shelf, folder)},
        "sources": [{"key": "a-source", "title": "TODO Title, publisher, year", "seen": None}],
        "changelog": [{"version": "1.0.0", "date": item.day.isoformat(), "change": "first", "says": "First text."}],
    }


def _law(shelf: Shelf) -> str:
    articles = shelf.registers.articles
    return "eu-2014-24-art-70" if "eu-2014-24-art-70" in articles else next(iter(articles), "todo")


def _cpv(shelf: Shelf, folder: str) -> list[str]:
    """The codes of the items beside it: the author narrows them down."""
    beside = [item.value for item in shelf.items.values() if f"/{folder}/" in item.file]
    codes = [code for item in beside for code in item.codes.cpv]
    return [max(set(codes), key=codes.count)] if codes else ["00000000-0"]


def _clause(shelf: Shelf, folder: str, topic: str | None) -> list[str]:
    """An example of the clause that secures a promise: of the same sector, and if there is one of the same topic."""
    found = [item for item in shelf.items.values() if isinstance(item.value, Clause)]

    def nearness(item: Shelved[Item]) -> tuple[bool, bool]:
        return folder in item.value.sectors or f"/{folder}/" in item.file, topic in item.value.topics

    return [max(found, key=nearness).value.id] if found else []
