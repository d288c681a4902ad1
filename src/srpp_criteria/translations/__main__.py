# SPDX-License-Identifier: Apache-2.0
"""`make translations`: extract, update, compile, print coverage."""

from __future__ import annotations

import sys

from srpp_criteria import shipped
from srpp_criteria.translations.update import compiled, updated_catalogues


def main() -> int:
    """Bring every catalogue up to the English text; 1 if one of them has faults and was left alone."""
    root = shipped.checkout()
    faults = 0
    for coverage, diagnostics in updated_catalogues(root):
        for diagnostic in diagnostics:
            print(diagnostic, file=sys.stderr)
            faults += 1
        if not diagnostics:
            share = 100 * coverage.translated // coverage.total if coverage.total else 100
            print(
                f"{coverage.language:6} {coverage.domain:14} {coverage.translated:5} of {coverage.total:5}"
                f" ({share} %), {coverage.fuzzy} fuzzy"
            )
    for path in compiled(root):
        print(path)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
