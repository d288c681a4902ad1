# SPDX-License-Identifier: Apache-2.0
"""The group of all commands, and the one place where an error becomes a line on stderr and an exit code.

Exit codes: 0 done; 1 findings in content; 2 wrong use (unknown item, bad value, bad option).
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from srpp_criteria._version import __version__
from srpp_criteria.diagnostics import counted
from srpp_criteria.errors import InvalidLibrary, InvalidTenderFile, SrppError

FINDINGS = 1
WRONG_USE = 2

COMMANDS = {
    "list": "List the items of an edition.",
    "search": "Find items by words.",
    "show": "Show one item, filled in.",
    "tender": "Write a tender with the chosen items.",
    "explain": "Say where a value came from.",
    "diff": "Show what differs between two texts.",
    "verify": "Say which texts stand in a draft.",
    "outdated": "Say what changed since a tender file.",
    "editions": "List editions and what each lacks.",
    "check": "Check the content of a checkout.",
    "changes": "Say what a checkout changes in the texts.",
    "check-overlay": "Check an organisation's own overlays.",
    "new": "Write the skeleton of an item.",
    "preview": "Write the page of one item, also of a draft.",
    "fmt": "Bring YAML files into the form of the library.",
    "bump": "Give an item its next version.",
    "from-form": "Make a draft of a filled issue form.",
    "schema": "Write the JSON Schemas.",
    "site": "Write the pages of the site.",
    "release": "Add new texts to the register of published texts.",
    "build": "Compile the editions for the wheel.",
    "completion": "Print the completion script for a shell.",
}
"""Every command, in the order of the help, with its first line; the module of a command has its name."""


class _Commands(click.Group):
    """Knows the commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"srpp_criteria.cli.{cmd_name.replace('-', '_')}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], list(COMMANDS), n=1)
            hint = f"did you mean {near[0]}?" if near else "srpp --help lists the commands"
            raise click.UsageError(f'there is no command "{args[0]}" ({hint})')
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="srpp")
def srpp() -> None:
    """Criteria and contract clauses for socially responsible public procurement."""


def main() -> NoReturn:
    """Run the command line; never ends in a traceback for bad content or wrong use."""
    try:
        sys.exit(srpp.main(standalone_mode=False, prog_name="srpp") or 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as wrong:
        _say(wrong.format_message())
        sys.exit(WRONG_USE)
    except (InvalidLibrary, InvalidTenderFile) as invalid:
        for diagnostic in invalid.diagnostics:
            click.echo(str(diagnostic), err=True)
        _say(f"{counted(len(invalid.diagnostics), 'finding')}, nothing was written")
        sys.exit(FINDINGS)
    except SrppError as wrong:
        _say(str(wrong))
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as trouble:
        _say(f"{trouble.strerror or trouble}: {trouble.filename}" if trouble.filename else str(trouble))
        sys.exit(WRONG_USE)


def _say(text: str) -> None:
    click.echo(f"srpp: {' '.join(text.split())}", err=True)
