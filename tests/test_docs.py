"""Commands, samples and links in the documentation work."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.project.editions import ROOT
from tests.readers.printed_pages import print_page

sys.path.append(str(ROOT / "benchmarks"))

from fork_server import AVAILABLE, write_script
from variants.aligners import ALIGNERS
from variants.cli.app import app
from variants.cli.exit_codes import ExitCode
from variants.readers.formats import readable
from variants.reports.formats import WRITERS
from variants.segmenters import SEGMENTERS
from variants.types.variant import Flag, Kind, VariantClass
from variants.words import LINKERS

_HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))
_PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "seeds" / "README.md",
    *sorted((ROOT / "tests" / "data").rglob("README.md")),
]
_WITH_NOTES = {
    *("read-word-and-pdf-files.md", "compare-files.md", "make-a-report.md"),
    *("compare-translations-in-segments.md", "classify-differences.md"),
}
"""Pages of which commands leave out or ignore something, as notes state."""
_SETUP = ("git clone http", "make ", "pipx ", "python3 -m pip ", "cd variants")
_ENVIRONMENT = {
    **os.environ,
    **{
        f"GIT_{role}_{field}": "kl@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for field in ("NAME", "EMAIL")
    },
}
"""Environment with an identity, without which git does not commit."""
_BLOCK = re.compile(
    r"^```(?:console\n(?P<console>.*?)|python\n(?P<python>.*?)"
    r"|xml\n<!-- (?P<file>[\w.]+) -->\n(?P<content>.*?)"
    r"|toml\n# variants\.toml\n(?P<settings>.*?))^```",
    re.MULTILINE | re.DOTALL,
)


def _commands(page: Path) -> list[str]:
    """Return the commands after "$ " in the console blocks of a page, without those for setup.

    Settings that the page shows for ``variants.toml`` become a command that appends them, a file
    in XML a command that writes it, and Python code a command that runs it.
    """
    commands = []
    for block in _BLOCK.finditer(page.read_text("utf-8")):
        if block["settings"]:
            commands.append(f"cat >> variants.toml <<'END'\n{block['settings']}END")
        if block["file"]:
            commands.append(f"cat > {block['file']} <<'END'\n{block['content']}END")
        if block["python"]:
            commands.append(f"python3 - <<'END'\n{block['python']}END")
        lines = (block["console"] or "").splitlines()
        commands += [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
    return [command for command in commands if not command.startswith(_SETUP)]


@pytest.fixture(scope="session")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a program "variants" that need not import its modules."""
    folder = tmp_path_factory.mktemp("bin")
    if AVAILABLE:
        write_script(folder)
    return folder


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(path, marks=[pytest.mark.system] if "$ git init" in path.read_text() else [])
        for path in (ROOT / "README.md", *_HOW_TO)
    ],
    ids=lambda path: path.name,
)
def test_the_commands_of_a_page_run_in_order(page: Path, tmp_path: Path, quick: Path) -> None:
    shutil.copy(ROOT / "seeds" / "telegram-302sh.txt", tmp_path / "seed.txt")
    for siglum, name in (("A", "second.txt"), ("C", "third.txt")):
        shutil.copy(ROOT / "variants" / "telegram-302sh" / f"{siglum}.txt", tmp_path / name)
    print_page(tmp_path / "new.pdf", (tmp_path / "third.txt").read_text("utf-8"))
    commands = _commands(page)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    if page.name != "README.md":  # Its commands are those that users have.
        path = f"{quick}{os.pathsep}{path}"

    done = subprocess.run(  # noqa: S603 - the commands are in our own documentation
        ["/bin/sh", "-e", "-c", "\n".join(commands)],
        cwd=tmp_path,
        env={**_ENVIRONMENT, "PATH": path, "XDG_CONFIG_HOME": str(tmp_path / "config")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert commands
    lines = [line for line in done.stderr.splitlines() if not line.startswith("written: ")]
    if page.name in _WITH_NOTES:
        lines = [line for line in lines if not line.startswith("note: ")]
    assert (done.returncode, lines) == (0, [])


def test_the_sample_in_the_readme_is_the_output_of_the_program() -> None:
    shown = subprocess.run(
        [
            sys.executable,
            "-m",
            "variants",
            "compare",
            "--plain",
            "--sentence",
            "10",
        ],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    block = re.search(r"^ 10  S.*?(?=\n\n)", shown, re.MULTILINE | re.DOTALL)

    assert block is not None
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "".join(f"    {line}\n" for line in block[0].splitlines()) in readme


def test_the_sample_of_a_mistake_is_the_output_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "variants.toml").write_text('title = "Letters"\n[setings]\n')

    failed = subprocess.run(
        [sys.executable, "-m", "variants", "compare"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    page = (ROOT / "docs" / "reference" / "variants-toml.md").read_text("utf-8")
    assert failed.returncode == ExitCode.USAGE
    assert page.endswith("".join(f"    {line}\n" for line in failed.stderr.splitlines()))


_NAMED = re.compile(r"`variants ([^`\n]+)`")


def _unknown_options(words: list[str]) -> list[str]:
    """Return the options of a command line that its command lacks; fail without the command."""
    command: Any = app
    while words and words[0] in getattr(command, "commands", {}):
        context = command.make_context("variants", [], resilient_parsing=True)
        _, command, words = command.resolve_command(context, words)
    assert command is not app or all(Path(word).suffix for word in words if word[0] != "-")
    known = {name for param in command.params for name in param.opts} | {"--help"}
    return [word for word in words if word.startswith("--") and word.partition("=")[0] not in known]


@pytest.mark.parametrize("page", [ROOT / "README.md", *_HOW_TO], ids=lambda path: path.name)
def test_commands_that_a_page_names_have_their_options(page: Path) -> None:
    unknown = {
        line: wrong
        for line in _NAMED.findall(page.read_text("utf-8"))
        if (wrong := _unknown_options(line.split()))
    }

    assert unknown == {}


_MESSAGES = re.compile(r"^\| message \|.*\n\|[ |-]+\n((?:\|.*\n)+)", re.MULTILINE)


def _quoted_messages() -> list[tuple[str, str]]:
    """Return page and first cell of each row of the tables of messages."""
    return [
        (page.name, row.split("|")[1].strip())
        for page in _PAGES
        for table in _MESSAGES.findall(page.read_text("utf-8"))
        for row in table.splitlines()
    ]


def _strings_in_source() -> str:
    """Return all strings of the package, one per line."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "src").rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    values = (node.value for node in nodes if isinstance(node, ast.Constant))
    return "\n".join(value for value in values if isinstance(value, str))


def test_messages_that_pages_quote_are_in_the_source() -> None:
    source = _strings_in_source()

    wrong = [
        f"{page}: {part}"
        for page, message in _quoted_messages()
        for part in map(str.strip, re.split(r"…|, ", message))
        if part.lower() not in source.lower()
    ]

    assert len(_quoted_messages()) >= 8
    assert wrong == []


_CODE = re.compile(r"^ *(`{3,}).*?^ *\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)")
_HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)


def _broken_links(page: Path, text: str) -> list[str]:
    """Return the relative links of a page whose file or heading does not exist."""
    broken = []
    for target, anchor in _LINK.findall(_CODE.sub("", text)):
        path = page.parent / target if target else page
        if not path.exists() or (anchor and anchor not in _anchors(path)):
            broken.append(f"{target}#{anchor}" if anchor else target)
    return broken


def _anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of a page, formed as GitHub does."""
    headings = _HEADING.findall(page.read_text("utf-8"))
    plain = [re.sub(r"\]\([^)]*\)", "", heading).lower() for heading in headings]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", _PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_relative_links_of_a_page_lead_to_a_file_and_a_heading(page: Path) -> None:
    assert _broken_links(page, page.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("[a](docs/absent.md)", ["docs/absent.md"]),
        ("[a](docs/style.md#absent)", ["docs/style.md#absent"]),
        ("[a](#absent)", ["#absent"]),
        ("[a](docs/style.md#plain-english), [b](https://example.org/#absent), `[c](absent)`", []),
    ],
)
def test_a_broken_link_is_found(text: str, broken: list[str]) -> None:
    assert _broken_links(ROOT / "README.md", text) == broken


def test_no_page_takes_variants_from_the_package_index() -> None:
    """It has another library of this name."""
    from_index = re.compile(r"install (?:-\S+ )*[\"']?variants\b(?!-)")
    assert from_index.search("pip install 'variants[server]'")
    assert [page.name for page in _PAGES if from_index.search(page.read_text("utf-8"))] == []


def test_each_library_has_a_row_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.match(r"[\w-]+", one)[0] for one in project["dependencies"]]  # type: ignore[index]
    page = (ROOT / "docs" / "reference" / "dependencies.md").read_text("utf-8")

    assert re.findall(r"^\| `([\w-]+)` \| [A-Z].*? \| \S", page, re.MULTILINE) == names


@pytest.mark.parametrize("name", [*readable(), *SEGMENTERS, *ALIGNERS, *LINKERS])
def test_the_reference_has_a_row_for_each_way(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "reference" / "ways.md").read_text("utf-8")


@pytest.mark.parametrize("name", WRITERS)
def test_the_reference_has_a_row_for_each_report_format(name: str) -> None:
    page = (ROOT / "docs" / "reference" / "report-formats.md").read_text("utf-8")

    assert f"| `{name}` | `{WRITERS[name].suffix}` |" in page


@pytest.mark.parametrize("word", [word.value for word in (*Kind, *Flag, *VariantClass)])
def test_every_kind_flag_and_class_is_explained(word: str) -> None:
    page = (ROOT / "docs" / "explanation" / "reading-the-comparison.md").read_text("utf-8")

    assert re.search(rf"\b{word}\b", page)
