# SPDX-License-Identifier: Apache-2.0
"""Translations: what is translated, and the gettext catalogues it is translated in."""
