# SPDX-License-Identifier: Apache-2.0
"""Two texts side by side: what differs, word by word, and how heavy the change is."""
