"""The program: its commands, each loaded only when it is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Annotated, Any, ClassVar

import typer
from typer.core import TyperGroup
from typer.main import get_command

from variants.cli.errors import standard_output
from variants.cli.exit_codes import ExitCode
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


@dataclass(frozen=True, slots=True)
class Command:
    """One command, or a group of them.

    Attributes:
        module: The module in ``cli.commands``; it has ``HELP``.
        short_help: One line for the list of commands.
        function: The function in the module; by default it has the module's name.
        commands: The commands of a group, by name.
    """

    module: str
    short_help: str
    function: str = ""
    commands: Mapping[str, Command] = field(default_factory=dict)


_LOG = {
    "show": Command("log_show", "Show all that was decided on a place, and how it stands.", "show"),
    "comment": Command("log_comment", "Say something about a place.", "comment"),
    "withdraw": Command(
        "log_withdraw", "Put decisions, rules or comments out of force.", "withdraw"
    ),
    "erase": Command("log_erase", "Take the words of an event out of the log for good.", "erase"),
    "check": Command(
        "log_check", "Check that the log is whole and agrees with the texts.", "check"
    ),
    "seal": Command("log_seal", "Fix the state of the log under a name.", "seal"),
    "export": Command(
        "log_export", "Write the decisions as a table, JSON or annotations.", "export"
    ),
    "import": Command("log_import", "Record the decisions in a filled-in table.", "import_sheet"),
    "pull": Command("log_pull", "Bring to the files what a server has.", "pull"),
    "push": Command("log_push", "Bring to a server what the files have.", "push"),
}
_RULES = {
    "add": Command("rules_add", "Make a house rule, or change one.", "add"),
    "apply": Command("rules_apply", "Record decisions for all places of a rule.", "apply"),
}
COMMANDS = {
    "compare": Command("compare", "Show where other renderings differ from the seed."),
    "align": Command("align", "Show which sentences belong together."),
    "measures": Command("measures", "Measure agreement and variation."),
    "report": Command("report", "Write reports: a web page and other formats."),
    "decide": Command("decide", "Record an editor's decision on a place."),
    "status": Command("status", "Show what is decided, open and contested."),
    "text": Command("text", "Write the text with the decisions applied."),
    "init": Command("init", "Make an edition of given files."),
    "log": Command("log", "Show, check and export the log.", commands=_LOG),
    "rules": Command("rules", "House rules: make and apply.", commands=_RULES),
}
"""All commands, in the order of the help."""


class _Commands(MutableMapping[str, Any]):
    """The commands of a group by name, each imported when it is looked up.

    Typer's own class of commands is private, so the values have no type here.
    """

    def __init__(self, table: Mapping[str, Command]) -> None:
        self._table = table
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - see the class
        if name not in self._loaded:
            self._loaded[name] = _load(name, self._table[name])
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:  # noqa: ANN401
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


class _Group(TyperGroup):
    """A group whose help names its commands without importing them."""

    table: ClassVar[Mapping[str, Command]] = COMMANDS

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - Typer's own
        super().__init__(**{**settings, "commands": {}})
        self.commands = _Commands(self.table)

    def format_commands(self, _ctx: object, formatter: Any) -> None:  # noqa: ANN401
        """Write the table's names and lines."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, each.short_help) for name, each in self.table.items()])


def _load(name: str, command: Command) -> Any:  # noqa: ANN401 - Typer's class is private
    """Import a command and make Typer's object of it."""
    module = import_module(f"variants.cli.commands.{command.module}")
    function = getattr(module, command.function or command.module)
    one = _typer(command.commands)
    if command.commands:
        one.callback(invoke_without_command=True, help=module.HELP)(function)
    else:
        one.command(name, help=module.HELP)(function)
    loaded = get_command(one)
    loaded.name = name
    return loaded


def _typer(commands: Mapping[str, Command]) -> typer.Typer:
    """Return an empty program with the commands of a table."""
    # Without markup Typer leaves rich out, which would double the time that ``--help`` takes.
    group = type("_Group", (_Group,), {"table": commands})
    return typer.Typer(
        cls=group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=commands is COMMANDS,
    )


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


app = _typer(COMMANDS)
app.callback(invoke_without_command=True, help=_HELP)(_start)
