# SPDX-License-Identifier: Apache-2.0
"""Which of Babel's locales speaks for a locale of the library."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale

ENGLISH_OF_EUROPE = "en_IE"
"""The formats for `en`, the master language: day before month, code before amount.

Plain `en` is American (March 5, 2026). `en_150` (English in Europe) has changed sides between releases of CLDR
("110,000 EUR", "EUR 110,000"), so Babel and a browser disagree; Ireland, where EU tenders are really written in
English, reads the same in both.
"""


@lru_cache(maxsize=256)
def babel_locale(locale: str) -> Locale:
    """Babel's locale for `nb_NO`, `de_AT`, `en`.

    Raises:
        ValueError: CLDR does not know the locale.
    """
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(ENGLISH_OF_EUROPE if locale == "en" else locale)
    except (UnknownLocaleError, ValueError, TypeError) as unknown:
        message = f'locale "{locale}" is unknown to CLDR'
        raise ValueError(message) from unknown
