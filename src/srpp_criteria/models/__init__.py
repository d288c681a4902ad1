# SPDX-License-Identifier: Apache-2.0
"""Models say what a thing is: Pydantic, frozen, closed; no file, clock, formatting or translation inside."""
