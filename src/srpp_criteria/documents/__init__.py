# SPDX-License-Identifier: Apache-2.0
"""Finished documents: one tree, many thin writers.

`document` says what a document is; `docx`, `odt`, `markdown`, `html` and `plain` write it; `read_back` reads the words
of a written file. Each writer is imported only where it is used, so that a text for the terminal does not load a Word
library.
"""
