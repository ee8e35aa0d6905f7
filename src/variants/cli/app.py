"""The program and its commands, a file each."""

from __future__ import annotations

from typing import Annotated

import typer

from variants.cli import (
    align,
    comment,
    compare,
    decide,
    exchange,
    init,
    log,
    measures,
    report,
    rules,
    sheet,
    status,
    text,
)
from variants.cli.exit_codes import ExitCode
from variants.cli.failures import standard_output
from variants.version import VERSION

_HELP = """Compare several renderings of one text, sentence by sentence and word by word.

\b
Name the files, the seed first:
  variants compare seed.txt yang.txt li.txt

\b
Or make an edition of them once, and then in its folder:
  variants init seed.txt yang.txt li.txt
  variants compare

Each command tells more of itself: variants compare --help
"""


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it with the option's value
    """Write the version and leave."""
    if wanted:
        with standard_output():
            print(f"variants {VERSION}")  # noqa: T201 - the answer
        raise typer.Exit


def _start(
    context: typer.Context,
    version: Annotated[  # noqa: FBT002, ARG001 - its callback does all there is to do
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> ExitCode:
    """Show the help where no command was named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
    return ExitCode.USAGE


# Without markup Typer leaves rich out, which would double the time that ``--help`` takes.
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, help=_HELP)
app.callback(invoke_without_command=True)(_start)
app.command(help=compare.HELP, short_help="Show where other renderings differ from the seed.")(
    compare.compare
)
app.command(help=align.HELP, short_help="Show which sentences belong together.")(align.align)
app.command(help=measures.HELP, short_help="Measure agreement and variation.")(measures.measures)
app.command(help=report.HELP, short_help="Write reports: a web page and other formats.")(
    report.report
)
app.command(help=decide.HELP, short_help="Record an editor's decision on a place.")(decide.decide)
app.command(help=status.HELP, short_help="Show what is decided, open and contested.")(status.status)
app.command(help=text.HELP, short_help="Write the text with the decisions applied.")(text.text)
_log = typer.Typer(rich_markup_mode=None)
_log.callback(invoke_without_command=True)(log.log)
_log.command(help=log.SHOW_HELP)(log.show)
_log.command(help=comment.HELP)(comment.comment)
_log.command(help=log.WITHDRAW_HELP)(log.withdraw)
_log.command(help=log.ERASE_HELP)(log.erase)
_log.command(help=log.CHECK_HELP)(log.check)
_log.command(help=log.SEAL_HELP)(log.seal)
_log.command(help=log.EXPORT_HELP)(log.export)
_log.command("import", help=sheet.HELP)(sheet.import_sheet)
_log.command(help=exchange.PULL_HELP)(exchange.pull)
_log.command(help=exchange.PUSH_HELP)(exchange.push)
app.add_typer(_log, name="log", help=log.HELP, short_help="Show, check and export the log.")
_rules = typer.Typer(rich_markup_mode=None)
_rules.callback(invoke_without_command=True)(rules.rules)
_rules.command(help=rules.ADD_HELP)(rules.add)
_rules.command(help=rules.APPLY_HELP)(rules.apply)
app.add_typer(_rules, name="rules", help=rules.HELP, short_help="House rules: make and apply.")
app.command(help=init.HELP, short_help="Make an edition of given files.")(init.init)
