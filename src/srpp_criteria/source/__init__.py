# SPDX-License-Identifier: Apache-2.0
"""Bytes into plain data, with the line and column of every value.

Knows YAML and PO and nothing of procurement. Whatever comes in is hostile until shown otherwise: a bad file gives
diagnostics, never an exception and never half its data.

>>> source = parse_yaml(b"id: fair-wages\\nsectors: [food]\\n", file="criteria/food/fair-wages.yml")
>>> source.data
{'id': 'fair-wages', 'sectors': ['food']}
>>> print(source.places.value(("sectors", 0)))
criteria/food/fair-wages.yml:2:11
"""

from srpp_criteria.source.places import Places
from srpp_criteria.source.plain_data import Plain
from srpp_criteria.source.po_reader import PoEntry, PoFile, PoKey, parse_po, read_po
from srpp_criteria.source.refusals import Refusal
from srpp_criteria.source.soft_breaks import join_soft_breaks
from srpp_criteria.source.tree import FoundFiles, po_files, yaml_files
from srpp_criteria.source.uncollected import uncollected
from srpp_criteria.source.yaml_reader import SourceFile, parse_yaml, read_yaml

__all__ = [
    "FoundFiles",
    "Places",
    "Plain",
    "PoEntry",
    "PoFile",
    "PoKey",
    "Refusal",
    "SourceFile",
    "join_soft_breaks",
    "parse_po",
    "parse_yaml",
    "po_files",
    "read_po",
    "read_yaml",
    "uncollected",
    "yaml_files",
]
