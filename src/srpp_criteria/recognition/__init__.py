# SPDX-License-Identifier: Apache-2.0
"""Find the library's texts in somebody's draft: which text, which version, exact or altered."""
