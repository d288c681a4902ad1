# SPDX-License-Identifier: Apache-2.0
"""Editions: the library as one locale reads it."""
