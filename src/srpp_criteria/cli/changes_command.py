# SPDX-License-Identifier: Apache-2.0
"""`srpp changes`."""

from __future__ import annotations

import click


@click.command("changes")
@click.option(
    "--base",
    required=True,
    metavar="DIR|REF",
    help="The other side: a folder with a checkout, or a commit of this one.",
)
@click.option("--format", "form", type=click.Choice(["markdown", "html"]), default="markdown", show_default=True)
def command(base: str, form: str) -> None:
    """Say what this checkout changes in the texts, word by word.

    For each edition: texts that came, went or changed, the kind of change entered and the least that is needed; new
    findings, decisions of markets that become stale, and whether the register of published texts is untouched.
    """
    from srpp_criteria.authoring.checkout import checkout_here
    from srpp_criteria.publishing.base_checkout import UnknownBase, base_checkout
    from srpp_criteria.publishing.change_page import FORMATS
    from srpp_criteria.publishing.pull_request import change_report

    root = checkout_here()
    try:
        with base_checkout(base, root) as folder:
            click.echo(FORMATS[form](change_report(folder, root)), nl=False)
    except UnknownBase as wrong:
        raise click.UsageError(str(wrong)) from wrong
