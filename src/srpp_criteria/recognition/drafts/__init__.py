# SPDX-License-Identifier: Apache-2.0
"""Reads drafts of strangers: Word, LibreOffice, text, Markdown, HTML."""
