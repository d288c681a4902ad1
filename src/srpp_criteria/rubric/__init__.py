# SPDX-License-Identifier: Apache-2.0
"""The published rubric: how far a text has come, computed from its data and open to everybody.

The rubric itself, with its limits and its words, is `rubric.RUBRIC`; docs/concepts/rubric.md is written from it.
"""
