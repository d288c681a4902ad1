# SPDX-License-Identifier: Apache-2.0
"""Release texts: what is new, written once into the register, never changed."""
