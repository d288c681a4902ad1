# SPDX-License-Identifier: Apache-2.0
"""What a program may import from srpp_criteria is a short list, and all of it is documented."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import srpp_criteria

PUBLIC = {
    "Edition": "the library as one locale reads it",
    "Entry": "an item as an edition reads it",
    "Filled": "an entry with the figures of one purchase",
    "FilledPart": "a part of the filled text",
    "InvalidLibrary": "the files do not make a library",
    "InvalidTenderFile": "a tender file that cannot be read",
    "InvalidValue": "values that do not fit",
    "Library": "the front door",
    "Missing": "an item that an edition does not hold",
    "MissingExtra": "an optional part of the package is not installed",
    "NotComparable": "two texts that cannot be read in one language",
    "PublishedText": "a text that was released once",
    "Register": "every text that was ever released",
    "ReleaseRefused": "texts cannot be released now",
    "UnreadableDraft": "a draft cannot be read safely",
    "SrppError": "the root of all exceptions",
    "UnknownField": "no such field",
    "UnknownItem": "no such item",
    "UnknownLocale": "no such edition",
    "UnknownText": "no text of that name on record",
    "UnreadableRelease": "a released text does not fit the models of today",
}


def test_the_public_names_are_these_and_no_other() -> None:
    """Whoever adds one adds it here, to `__all__` and to the reference; whoever takes one away breaks a program."""
    assert set(srpp_criteria.__all__) == {*PUBLIC, "__version__"}
    assert list(srpp_criteria.__all__) == sorted(srpp_criteria.__all__)
    assert dir(srpp_criteria) == sorted(srpp_criteria.__all__)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_public_name_is_documented_with_everything_on_it(name: str) -> None:
    """Class, methods and properties: each has a sentence."""
    cls = getattr(srpp_criteria, name)

    assert inspect.getdoc(cls)
    silent = [
        member
        for member, value in vars(cls).items()
        if not member.startswith("_")
        and (inspect.isfunction(value) or isinstance(value, property | classmethod))
        and not inspect.getdoc(value)
    ]
    assert silent == []


def test_every_exception_says_what_is_wrong_and_the_way_out() -> None:
    """All exceptions of the package are one family, drawn as a tree at the top of errors.py."""
    from srpp_criteria import errors

    exceptions = {
        name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, Exception)
    }

    assert exceptions <= set(PUBLIC)
    for name in exceptions:
        assert issubclass(getattr(srpp_criteria, name), srpp_criteria.SrppError)
        assert name in (errors.__doc__ or "")


def test_a_name_that_does_not_exist_is_an_ordinary_error() -> None:
    """As for any module."""
    with pytest.raises(AttributeError, match="has no attribute 'Libary'"):
        srpp_criteria.Libary  # noqa: B018


def test_importing_the_package_loads_nothing_that_is_slow() -> None:
    """A program that only asks for the version does not pay for Pydantic, YAML or Babel."""
    slow = {"pydantic", "yaml", "babel", "icu4py", "markdown_it"}
    code = f"import sys, srpp_criteria; print(*{slow}.intersection(sys.modules))"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""
