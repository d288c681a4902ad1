# SPDX-License-Identifier: Apache-2.0
"""The shelf: everything that was read from a checkout, as it lies in its files."""
