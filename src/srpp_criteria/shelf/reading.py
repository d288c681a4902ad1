# SPDX-License-Identifier: Apache-2.0
"""Read a checkout: every file once, all trouble collected, nothing decided yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter

from srpp_criteria.diagnostics import Diagnostic, Place
from srpp_criteria.models.item import Item
from srpp_criteria.models.market import Market
from srpp_criteria.models.overlay import Overlay
from srpp_criteria.models.pack import Pack
from srpp_criteria.shelf.catalogue import Catalogue, Translation
from srpp_criteria.shelf.registers import REGISTER_MODELS, Registers
from srpp_criteria.shelf.releases import read_register
from srpp_criteria.shelf.shelf import Shelf
from srpp_criteria.shelf.validation import validated
from srpp_criteria.source import po_files, read_po, read_yaml, uncollected, yaml_files
from srpp_criteria.source.files import name_in
from srpp_criteria.source.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from srpp_criteria.models.base import Model
    from srpp_criteria.shelf.register import Register
    from srpp_criteria.shelf.shelved import Shelved

T = TypeVar("T")

ITEM: TypeAdapter[Item] = TypeAdapter(Item)
PACK: TypeAdapter[Pack] = TypeAdapter(Pack)
MARKET: TypeAdapter[Market] = TypeAdapter(Market)
OVERLAY: TypeAdapter[Overlay] = TypeAdapter(Overlay)

REGISTERS: dict[str, TypeAdapter[Model]] = {name: TypeAdapter(model) for name, model in REGISTER_MODELS.items()}
"""Made once: an adapter builds its validator at first use, and that takes longer than reading a register."""

NOT_ITEMS = ("registers", "packs", "published")
"""Folders of criteria/ that hold no items."""


def read_shelf(root: Path) -> Shelf:
    """Read `criteria/` and `locales/` below a root. Never raises for content: see `Shelf.diagnostics`."""
    with uncollected():
        return _Reading(root).shelf()


def read_overlays(folder: Path) -> tuple[dict[str, Shelved[Overlay]], list[Diagnostic]]:
    """The overlays of an organisation, from any folder; the file's name is the item's."""
    reading = _Reading(folder)
    if not folder.is_dir():
        reading.complain(Place(folder.name), "SRPP101", f"there is no folder {folder.name}", "check its name")
    found = {
        path.stem: overlay
        for path, overlay in reading.each(folder, OVERLAY)
        if reading.named(path, overlay, overlay.value.item)
    }
    return found, reading.diagnostics


class _Reading:
    """One pass over the files; diagnostics gather on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.diagnostics: list[Diagnostic] = []

    def shelf(self) -> Shelf:
        items = self._items()
        registers = self._registers()
        packs = {
            path.stem: pack
            for path, pack in self.each(self.root / "criteria" / "packs", PACK)
            if self.named(path, pack, pack.value.id)
        }
        markets, overlays = self._markets()
        catalogues = self._catalogues()
        register = self._published()
        return Shelf(
            root=self.root,
            items=dict(sorted(items.items())),
            packs=packs,
            registers=registers,
            markets=markets,
            overlays=overlays,
            catalogues=catalogues,
            register=register,
            diagnostics=tuple(sorted(self.diagnostics, key=lambda d: (d.place, d.code))),
        )

    def each(self, folder: Path, shape: TypeAdapter[T]) -> Iterator[tuple[Path, Shelved[T]]]:
        """Every readable YAML file below a folder as a model."""
        if not folder.is_dir():
            return
        for path in self._files(folder):
            file = read_yaml(path, root=self.root)
            self.diagnostics.extend(file.diagnostics)
            value, complaints = validated(file, shape)
            self.diagnostics.extend(complaints)
            if value is not None:
                yield path, value

    def named(self, path: Path, shelved: Shelved[T], name: str) -> bool:
        """Whether a file is called like the thing in it; a file that is not is reported and left out."""
        if path.stem == name:
            return True
        field = "item" if hasattr(shelved.value, "item") else "id"
        self.complain(
            shelved.place((field,)),
            "SRPP126",
            f'{field} "{name}" is not the name of the file',
            f"rename the file to {name}.yml",
        )
        return False

    def _files(self, folder: Path) -> Iterator[Path]:
        found = yaml_files(self.root, folder.relative_to(self.root).as_posix())
        self.diagnostics.extend(found.diagnostics)
        return iter(found)

    def _stray(self, folder: Path, hint: str) -> None:
        """Report content that lies where only folders are read, so that no work is lost in silence."""
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix in {".yml", ".yaml", ".po"} and not path.is_dir():
                place = Place(name_in(self.root, path))
                self.complain(place, Refusal.STRAY_NAME, "a file that lies here is not read", hint)

    def complain(self, place: Place, code: str, says: str, hint: str = "") -> None:
        self.diagnostics.append(Diagnostic(place, code, says, hint))

    def _items(self) -> dict[str, Shelved[Item]]:
        items: dict[str, Shelved[Item]] = {}
        criteria = self.root / "criteria"
        if not criteria.is_dir():
            self.complain(
                Place("criteria"), "SRPP101", "there is no folder criteria", "run srpp in a checkout of the library"
            )
            return items
        self._stray(criteria, "put it into the folder of its sector")
        for folder in sorted(criteria.iterdir()):
            if not folder.is_dir() or folder.name in NOT_ITEMS or folder.name.startswith("."):
                continue
            for path, item in self.each(folder, ITEM):
                if not self.named(path, item, item.value.id):
                    continue
                first = items.get(item.value.id)
                if first is not None:
                    self.complain(
                        item.place(("id",)), "SRPP127", f'id "{item.value.id}" is already that of {first.file}'
                    )
                    continue
                items[item.value.id] = item
        return items

    def _registers(self) -> Registers:
        files: dict[str, Shelved[Model]] = {}
        folder = self.root / "criteria" / "registers"
        if folder.is_dir():
            for path in self._files(folder):
                model = REGISTERS.get(path.stem)
                file = read_yaml(path, root=self.root)
                self.diagnostics.extend(file.diagnostics)
                if model is None:
                    known = ", ".join(sorted(REGISTER_MODELS))
                    self.complain(
                        file.places.value(()), "SRPP128", f'there is no register "{path.stem}"', f"registers: {known}"
                    )
                    continue
                value, complaints = validated(file, model)
                self.diagnostics.extend(complaints)
                if value is not None:
                    files[path.stem] = value
        return Registers(files)

    def _markets(self) -> tuple[dict[str, Shelved[Market]], dict[tuple[str, str], Shelved[Overlay]]]:
        markets: dict[str, Shelved[Market]] = {}
        overlays: dict[tuple[str, str], Shelved[Overlay]] = {}
        folder = self.root / "locales" / "markets"
        self._stray(folder, "put it into the folder of its market")
        for country in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not country.is_dir():
                continue
            files = list(self._files(country))
            if files and not any(path.name == "market.yml" for path in files):
                says = f"there is no market sheet for {country.name}, so nothing that is decided here holds"
                self.complain(
                    Place(f"{name_in(self.root, country)}/market.yml"),
                    Refusal.UNREADABLE,
                    says,
                    "write it, or rename the folder",
                )
            for path in files:
                file = read_yaml(path, root=self.root)
                self.diagnostics.extend(file.diagnostics)
                if path.name == "market.yml":
                    market, complaints = validated(file, MARKET)
                    if market is not None:
                        markets[country.name] = market
                        self._locales(market)
                        if market.value.market != country.name:
                            self.complain(
                                market.place(("market",)),
                                "SRPP126",
                                f'market "{market.value.market}" is not the name of the folder',
                            )
                else:
                    overlay, complaints = validated(file, OVERLAY)
                    if overlay is not None and self.named(path, overlay, overlay.value.item):
                        overlays[country.name, path.stem] = overlay
                self.diagnostics.extend(complaints)
        return markets, overlays

    def _locales(self, market: Shelved[Market]) -> None:
        """Report locales that another market, or nobody, would have to publish."""
        code, seen = market.value.market, set()
        for position, locale in enumerate(market.value.locales):
            place = market.place(("locales", position))
            if locale.partition("-")[2] != code:
                hint = f"write a language and {code}, such as {locale.partition('-')[0]}-{code}"
                self.complain(place, "SRPP130", f'locale "{locale}" is not one of market {code}', hint)
            if locale in seen:
                self.complain(place, "SRPP130", f'locale "{locale}" stands here twice', "keep one of the two")
            seen.add(locale)

    def _catalogues(self) -> dict[str, Catalogue]:
        catalogues = {}
        folder = self.root / "locales" / "languages"
        self._stray(folder, "put it into LC_MESSAGES in the folder of its language")
        for language in sorted(folder.iterdir()) if folder.is_dir() else ():
            entries: dict[tuple[str, str], Translation] = {}
            if not language.is_dir():
                continue
            found = po_files(self.root, language.relative_to(self.root).as_posix())
            self.diagnostics.extend(found.diagnostics)
            for path in found:
                file = read_po(path, root=self.root)
                self.diagnostics.extend(file.diagnostics)
                for key, entry in file.entries.items():
                    if entry.text and not entry.fuzzy:
                        if key in entries:
                            says = f"this entry stands here and in {entries[key].place}"
                            self.complain(Place(file.file, entry.line), Refusal.DUPLICATE, says, "keep one of the two")
                        entries[key] = Translation(entry.text, Place(file.file, entry.line))
            catalogues[language.name] = Catalogue(language.name, entries)
        return catalogues

    def _published(self) -> Register:
        register, diagnostics = read_register(self.root / "criteria" / "published", self.root)
        self.diagnostics += diagnostics
        return register
