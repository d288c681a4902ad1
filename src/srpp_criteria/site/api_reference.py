# SPDX-License-Identifier: Apache-2.0
"""The reference of the Python package, read from its docstrings: every public name, nothing written twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import srpp_criteria
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.page import Page
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    import griffe

    from srpp_criteria.site.edition_site import EditionSite

PATH = "reference/api.md"
_SPOKEN = ("__getitem__", "__iter__", "__len__", "__contains__")
"""Special methods that a caller writes as `edition[…]`, `for … in edition`."""

_WIDEST = 100
"""What a page shows without scrolling, in characters."""


@dataclass(frozen=True, slots=True)
class Named:
    """A field, a parameter, a result or an error: its name, its type, what it is."""

    name: str
    type: str
    says: str


@dataclass(frozen=True, slots=True)
class Documented:
    """One public name, or a member of one.

    Attributes:
        name: as a caller writes it.
        kind: class, exception, model, function, property or value.
        signature: how it is called; empty for what is not called.
        says: its docstring without the sections below.
        bases: the public names it is derived from.
    """

    name: str
    kind: str
    signature: str
    says: str
    bases: tuple[str, ...] = ()
    fields: tuple[Named, ...] = ()
    parameters: tuple[Named, ...] = ()
    returns: tuple[Named, ...] = ()
    raises: tuple[Named, ...] = ()
    examples: tuple[str, ...] = ()
    members: tuple[Documented, ...] = field(default=())

    @property
    def anchor(self) -> str:
        """The name as an address in the page."""
        return self.name.replace(".", "-").strip("_").lower()


def api_pages(site: EditionSite) -> Iterator[Page]:
    """The reference; it is in English and there once."""
    if site.locale == MASTER:
        names = public_names()
        markdown = rendered("api.md", locale=site.locale, words=site.words, names=names, spans=spans)
        yield Page(PATH, "Python API", markdown, MASTER, "Every public name of the Python package srpp_criteria.")


@lru_cache(maxsize=1)
def public_names() -> tuple[Documented, ...]:
    """What `srpp_criteria.__all__` promises, in alphabetical order, read from the source without running it."""
    import griffe

    def read(module: str) -> griffe.Object:
        # Only the modules in which the names live: reading the whole package takes half a second of every build.
        file = Path(srpp_criteria.__file__).parents[1].joinpath(*module.split(".")).with_suffix(".py")
        return griffe.visit(
            module,
            filepath=file,
            code=file.read_text(encoding="utf-8"),
            docstring_parser=griffe.Parser.google,
            docstring_options={"warnings": False},
        )

    names = sorted(name for name in srpp_criteria.__all__ if name != "__version__")
    homes = {name: getattr(srpp_criteria, name).__module__ for name in names}
    modules = {home: read(home) for home in set(homes.values())}
    return tuple(_documented(name, _resolved(modules[homes[name]][name])) for name in names)


def _resolved(found: griffe.Object | griffe.Alias) -> griffe.Object:
    return cast("griffe.Alias", found).final_target if found.is_alias else cast("griffe.Object", found)


def _documented(name: str, found: griffe.Object) -> Documented:
    sections = _Sections(found)
    fields: list[Named] = []
    members: list[Documented] = []
    for member_name, member in found.members.items() if found.is_class else ():
        if member.is_alias or (member_name.startswith("_") and member_name not in _SPOKEN):
            continue
        if member.is_attribute and "property" not in member.labels:
            says = sections.attributes.pop(member_name, "") or _text(member) or _described(found, member_name)
            named = Named(member_name, _type(found, cast("griffe.Attribute", member)), says)
            if named.type or named.says:
                fields.append(named)
        else:
            members.append(_documented(f"{name}.{member_name}", _resolved(member)))
    fields += [Named(left, "", says) for left, says in sections.attributes.items()]
    return Documented(
        name,
        _kind(found),
        _signature(name, found),
        sections.text,
        tuple(str(base) for base in getattr(found, "bases", ())),
        tuple(fields),
        tuple(sections.parameters),
        tuple(sections.returns),
        tuple(sections.raises),
        tuple(sections.examples),
        tuple(members),
    )


class _Sections:
    """The docstring of an object, taken apart."""

    def __init__(self, found: griffe.Object) -> None:
        self.text = ""
        self.parameters: list[Named] = []
        self.returns: list[Named] = []
        self.raises: list[Named] = []
        self.examples: list[str] = []
        self.attributes: dict[str, str] = {}
        for section in found.docstring.parsed if found.docstring is not None else ():
            match section.kind.value:
                case "text":
                    self.text += f"{section.value}\n\n"
                case "parameters":
                    self.parameters += [_named(one) for one in section.value]
                case "returns" | "yields":
                    self.returns += [_named(one) for one in section.value]
                case "raises":
                    self.raises += [Named(str(one.annotation), "", one.description) for one in section.value]
                case "attributes":
                    self.attributes |= {one.name: one.description for one in section.value}
                case "examples":
                    self.examples += [text for _, text in section.value]
        # An example in the middle of the text stands in a block of its own, or Markdown takes >>> for a quotation.
        self.text, more = _without_examples(self.text.strip())
        self.examples += more


def _without_examples(text: str) -> tuple[str, list[str]]:
    kept: list[str] = []
    examples: list[str] = []
    for block in text.split("\n\n"):
        (examples if block.startswith(">>>") else kept).append(block)
    return "\n\n".join(kept), examples


def _named(one: griffe.DocstringNamedElement) -> Named:
    return Named(one.name, str(one.annotation or ""), one.description)


def _text(member: griffe.Object | griffe.Alias) -> str:
    return member.docstring.value if member.docstring is not None else ""


def _described(found: griffe.Object, name: str) -> str:
    """What the model says of a field: the words of its `Field`."""
    from importlib import import_module

    described = getattr(import_module(found.module.path), found.name, None)
    fields = getattr(described, "model_fields", {})
    return (fields[name].description or "") if name in fields else ""


def _type(found: griffe.Object, member: griffe.Attribute) -> str:
    """The type of an attribute; one that is set from a parameter of `__init__` has the parameter's."""
    if member.annotation is not None:
        return str(member.annotation)
    init = cast("griffe.Function | None", found.members.get("__init__"))
    given = {one.name: one.annotation for one in init.parameters} if init is not None else {}
    return str(given.get(str(member.value)) or "")


def _kind(found: griffe.Object) -> str:
    if found.is_class:
        bases = {str(base) for base in getattr(found, "bases", ())}
        if bases & {"Exception", "SrppError"} or found.name == "SrppError":
            return "exception"
        return "model" if "Model" in bases else "class"
    if found.is_attribute or "property" in found.labels:
        return "property"
    return "function"


def _signature(name: str, found: griffe.Object) -> str:
    """How it is called, one parameter a line where the line would be long."""
    if "property" in found.labels:
        value = getattr(found, "annotation", None) or getattr(found, "returns", None)
        return f"{name}: {value}" if value is not None else name
    if not found.is_function:
        return ""
    parameters: list[str] = []
    stars = False
    for one in found.parameters:  # type: ignore[attr-defined]  # a function has them
        if one.name in {"self", "cls"}:
            continue
        kind = one.kind.value if one.kind is not None else ""
        if kind == "keyword-only" and not stars:
            parameters.append("*")
            stars = True
        stars = stars or kind.startswith("variadic")
        before = {"variadic positional": "*", "variadic keyword": "**"}.get(kind, "")
        default = f" = {one.default}" if one.default is not None and not before else ""
        parameters.append(f"{before}{one.name}: {one.annotation}{default}")
    returns = f" -> {found.returns}" if found.returns is not None else ""  # type: ignore[attr-defined]  # the same
    line = f"{name}({', '.join(parameters)}){returns}"
    if len(line) <= _WIDEST:
        return line
    return "\n".join((f"{name}(", *(f"    {one}," for one in parameters), f"){returns}"))


def spans(text: str) -> list[list[tuple[bool, str]]]:
    """The paragraphs of a docstring, each as its pieces: whether it is code, and its characters.

    >>> spans("Get one from `Library.edition`.\\n\\nIt is frozen.")
    [[(False, 'Get one from '), (True, 'Library.edition'), (False, '.')], [(False, 'It is frozen.')]]
    """
    return [
        [(bool(number % 2), piece) for number, piece in enumerate(" ".join(paragraph.split()).split("`")) if piece]
        for paragraph in text.split("\n\n")
        if paragraph.strip()
    ]
