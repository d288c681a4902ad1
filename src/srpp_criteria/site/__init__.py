# SPDX-License-Identifier: Apache-2.0
"""The site: an edition into plain pages, and the thin plugin that hands them to MkDocs."""
