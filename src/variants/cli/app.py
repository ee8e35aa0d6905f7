"""The program and its commands, each imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.help_groups import GROUPS
from variants.cli.missing_values import require_values
from variants.cli.quick_values import with_quick_values
from variants.version import VERSION

if TYPE_CHECKING:
    from typer._click import (
        Context,
        HelpFormatter,
        Parameter,
    )  # Typer does not export these classes.

_HELP = """Compare several renderings of one text, sentence by sentence and word by word.

\b
Name the files, starting with the seed:
  variants seed.txt yang.txt li.txt

\b
Or see how a comparison looks:
  variants demo

\b
Or create an edition once, then work in its folder:
  variants init seed.txt yang.txt li.txt
  variants compare

Help on a command: variants compare --help
"""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or a group of commands.

    Attributes:
        module: Its module in ``cli.commands``, with the full help as ``HELP``.
        short_help: Its line in the list of commands: the first sentence of ``HELP``.
        function: Name of the function in the module (default: name of the module).
        commands: Commands of a group, by name.
    """

    module: str
    short_help: str
    function: str = ""
    commands: Mapping[str, Command] = field(default_factory=dict)


_LOG = {
    "show": Command(
        "log_show", "Show the decisions and verdicts on a place, and its state.", "show"
    ),
    "comment": Command("log_comment", "Add a comment to a place.", "comment"),
    "withdraw": Command(
        "log_withdraw", "Withdraw decisions, verdicts on the sense, rules or comments.", "withdraw"
    ),
    "rename": Command(
        "log_rename", "Record that a document or a witness has another name.", "rename"
    ),
    "erase": Command("log_erase", "Erase the content of an event from the log.", "erase"),
    "check": Command("log_check", "Check that the log is complete and matches the texts.", "check"),
    "seal": Command("log_seal", "Record the current state of the log under a name.", "seal"),
    "export": Command(
        "log_export", "Export the decisions as a table, JSON or annotations.", "export"
    ),
    "import": Command("log_import", "Record the decisions from a filled-in table.", "import_sheet"),
    "pull": Command("log_pull", "Copy new lines of the log from a server to the files.", "pull"),
    "push": Command("log_push", "Copy new lines of the log from the files to a server.", "push"),
}
_RULES = {
    "add": Command("rules_add", "Add a house rule, or replace the one with the same key.", "add"),
    "apply": Command(
        "rules_apply", "Record decisions for the undecided places of a rule.", "apply"
    ),
}
COMMANDS = {
    "compare": Command("compare", "Show where other renderings differ from the seed."),
    "brief": Command("brief", "Show what is likely to touch the sense, in sentences, on one page."),
    "align": Command("align", "Show which sentences of the seed and the others belong together."),
    "measures": Command(
        "measures", "Measure agreement, variation, and which versions go together."
    ),
    "report": Command("report", "Write a report: a web page or another format."),
    "decide": Command("decide", "Record an editor's decision on a place."),
    "status": Command("status", "Show how many places are decided, open or in conflict."),
    "text": Command("text", "Write the text with the decisions applied."),
    "read": Command("read", "Show how a file is read: its text, and where each part is from."),
    "init": Command("init", "Make an edition from files."),
    "demo": Command("demo", "Compare three texts that come with the program."),
    "add": Command("add", "Add witnesses, or a document, to an edition."),
    "log": Command("log", "Show the decision log.", commands=_LOG),
    "rules": Command("rules", "Show the house rules and their undecided places.", commands=_RULES),
}
"""All commands, in the order of the help."""


_HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


class GroupedCommand(TyperCommand):
    """A command whose help shows its options in groups."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return its arguments and options."""
        return with_quick_values(super().get_params(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments; an option without its value is an error."""
        if not ctx.resilient_parsing:
            require_values(ctx, self.get_params(ctx), args)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the arguments, the options of each group, and the other options."""
        groups: dict[str, list[tuple[str, str]]] = {name: [] for name in ("Arguments", *GROUPS)}
        others: list[tuple[str, str]] = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                is_argument = param.param_type_name == "argument"
                name = "Arguments" if is_argument else getattr(param, "rich_help_panel", None)
                groups.get(name or "", others).append(record)
        for name, records in (*groups.items(), ("Options", others)):
            if records:
                with formatter.section(name):
                    formatter.write_dl(records)


class LazyGroup(TyperGroup):
    """A group that imports a command only to run it, or to show or complete its options."""

    table: Mapping[str, Command]
    for_files: str = ""
    """Name of the command that is run if the first argument is a file."""

    def fill(self, table: Mapping[str, Command], for_files: str = "") -> None:
        """List the commands of a table; until one is resolved, it has only a name and a line."""
        self.table = table
        self.for_files = for_files
        for name, command in table.items():
            self.commands[name] = TyperCommand(name, short_help=command.short_help)

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Return its options."""
        return with_quick_values(super().get_params(ctx))

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, TyperCommand | TyperGroup | None, list[str]]:
        """Find the command that the first argument names, and import it."""
        if self.for_files and args and args[0] not in self.commands and _is_file(args[0]):
            args = [self.for_files, *args]
        name, _, rest = super().resolve_command(ctx, args)
        return name, _load(name, self.table[name]) if name else None, rest


def _is_file(argument: str) -> bool:
    """Return True if an argument is the name of a file, or looks like one that does not exist."""
    return argument == "-" or Path(argument).exists() or any(sign in argument for sign in "/.\\")


def _load(name: str, command: Command) -> TyperCommand | TyperGroup:
    """Import a command, or the group with its own table."""
    module = import_module(f"variants.cli.commands.{command.module}")
    function = getattr(module, command.function or command.module)
    if command.commands:
        return _group(name, function, module.HELP, command.commands)
    program = typer.Typer(rich_markup_mode=None, add_completion=False)
    program.command(name, help=module.HELP, cls=GroupedCommand, context_settings=_HELP_OPTIONS)(
        function
    )
    return cast("TyperCommand", get_command(program))


def _group(  # noqa: PLR0913 - all that Typer needs
    name: str,
    function: Callable[..., ExitCode],
    text: str,
    table: Mapping[str, Command],
    *,
    completion: bool = False,
    for_files: str = "",
) -> LazyGroup:
    """Return a group that runs a function of its own before any of its commands."""
    # Without markup Typer does not import rich, which would double the time of ``--help``.
    program = typer.Typer(cls=LazyGroup, rich_markup_mode=None, add_completion=completion)
    program.callback(invoke_without_command=True, help=text, context_settings=_HELP_OPTIONS)(
        function
    )
    group = cast("LazyGroup", get_command(program))
    group.name = name
    group.fill(table, for_files)
    return group


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it with the option's value
    """Write the version and exit."""
    if wanted:
        with standard_output():
            print(f"variants {VERSION}")  # noqa: T201 - the answer
        raise typer.Exit


def _start(
    context: typer.Context,
    version: Annotated[  # noqa: FBT002, ARG001 - its callback does everything
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> ExitCode:
    """Show the help if no command was given."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
    return ExitCode.USAGE


app = _group("variants", _start, _HELP, COMMANDS, completion=True, for_files="compare")
