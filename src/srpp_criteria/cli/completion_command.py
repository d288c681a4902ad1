# SPDX-License-Identifier: Apache-2.0
"""`srpp completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script for a SHELL; for bash: eval "$(srpp completion bash)"."""
    from srpp_criteria.cli.main import srpp

    script = get_completion_class(shell)
    if script is None:  # pragma: no cover - click knows these three
        raise click.UsageError(f"no completion for {shell}")
    click.echo(script(srpp, {}, "srpp", "_SRPP_COMPLETE").source())
