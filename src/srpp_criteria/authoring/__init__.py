# SPDX-License-Identifier: Apache-2.0
"""Help with writing an item: skeletons, versions, tidy files, filled issue forms."""
