"""Compare the output of this version for the editions of 0.1.0 with the output of 0.1.0.

    python benchmarks/versions.py
    python benchmarks/versions.py EDITION…

The editions are in tests/data/editions-0.1.0; the shipped edition is in the root of this
repository. For every output that is not equal byte for byte, a line lists the differences of the
table PERMITTED that explain it. Any other difference is shown as a diff, and the exit code is 1.
--record rewrites the expected outputs; it works only in version 0.1.0.

A change that is meant to change an output adds a row to PERMITTED.
"""

from __future__ import annotations

import argparse
import csv
import difflib
import fnmatch
import hashlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import decision_words
from fork_server import run_command

ROOT = Path(__file__).resolve().parent.parent
EDITIONS = ROOT / "tests" / "data" / "editions-0.1.0"
EXPECTED = EDITIONS / "expected"
SUMS = EDITIONS / "SHA256SUMS"
VERSION = "0.1.0"
SHIPPED = "shipped"
"""The edition in the root of the repository."""
UNSORTED = "dike-survey-by-sections"
"""The edition whose witnesses are not in the order of their sigla in variants.toml."""
NAMES = (
    "dike-survey-by-sections",
    "ice-observatory-in-sqlite",
    "letters-from-the-salt-mill",
    "lighthouse-chapters-edited-later",
    SHIPPED,
)

# ---------------------------------------------------------------------------------------------
# The table of permitted differences
# ---------------------------------------------------------------------------------------------

Edit = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Permitted:
    """A difference that a later version may have.

    Attributes:
        name: Name in the table of used differences.
        reason: Reason why nothing is lost.
        outputs: Outputs that may have it, as patterns for "EDITION/OUTPUT".
        apply: Function that converts the recorded and the new output to a common form.
        reflows: True if it may move line breaks in the terminal.
    """

    name: str
    reason: str
    outputs: tuple[str, ...]
    apply: Edit
    reflows: bool = False

    def concerns(self, output: str) -> bool:
        """Return True if an output, "EDITION/OUTPUT", may have the difference."""
        return any(fnmatch.fnmatchcase(output, pattern) for pattern in self.outputs)


def json_value(name: str, values: Sequence[str], *, reason: str) -> Permitted:
    """Permit several values of a field at the top of the JSON."""

    def apply(content: str) -> str:
        data = json.loads(content)
        if data.get(name) in values:
            data[name] = values[-1]
        return _dump(data)

    return Permitted(f"JSON: value of {name}", reason, ("*.json",), apply)


def json_dropped(path: str, *, reason: str, outputs: tuple[str, ...] = ("*.json",)) -> Permitted:
    """Permit any value, or none, in the fields at a path such as "witnesses.beads.confidence"."""

    def apply(content: str) -> str:
        data = json.loads(content)
        *above, last = path.split(".")
        for each in _objects_at(data, above):
            each.pop(last, None)
        return _dump(data)

    return Permitted(f"JSON: {path}", reason, outputs, apply)


def json_renamed(path: str, new: str, *, reason: str) -> Permitted:
    """Permit another name of the fields at a path such as "witnesses.beads.base"."""

    def apply(content: str) -> str:
        data = json.loads(content)
        *above, old = path.split(".")
        for each in _objects_at(data, above):
            if old in each:
                each[new] = each.pop(old)
        return _dump(data)

    return Permitted(f"JSON: {path} is called {new}", reason, ("*.json",), apply)


def columns_dropped(*names: str, reason: str) -> Permitted:
    """Permit columns of these names in tables, with any content."""

    def apply(content: str) -> str:
        heading, *rows = csv.reader(io.StringIO(content, newline=""))
        kept = [at for at, name in enumerate(heading) if name not in names]
        table = io.StringIO(newline="")
        csv.writer(table).writerows([row[at] for at in kept] for row in (heading, *rows))
        return table.getvalue()

    return Permitted(f"CSV: {', '.join(names)}", reason, ("*.csv",), apply)


def pattern_dropped(name: str, pattern: str, *, reason: str, outputs: tuple[str, ...]) -> Permitted:
    """Permit that matches of a regular expression are missing, added or different."""
    compiled = re.compile(pattern)
    return Permitted(name, reason, outputs, lambda content: compiled.sub("", content))


def reworded(
    old: str, new: str, *, reason: str, outputs: tuple[str, ...] = ("*.txt", "*.json", "*.xml")
) -> Permitted:
    """Permit that the program replaced one phrase with another.

    White space in the phrases matches any white space, because the terminal breaks lines in
    them. Line breaks in the rest of that output may then differ too.
    """
    # The longer phrase first, because one may be part of the other.
    phrases = sorted((old, new), key=len, reverse=True)
    compiled = re.compile("|".join(r"\s+".join(map(re.escape, each.split())) for each in phrases))

    def apply(content: str) -> str:
        return compiled.sub(lambda _: new, content)

    return Permitted(f"“{old}” is now “{new}”", reason, outputs, apply, reflows=True)


def new_notice(words: str, *, reason: str) -> Permitted:
    """Permit a notice with these words in all outputs that have notices."""
    on_line = re.compile(rf"^note: .*{re.escape(words)}.*\n", re.MULTILINE)
    in_tei = re.compile(rf"<note>[^<]*{re.escape(words)}[^<]*</note>")

    def without_notice(data: object) -> object:
        if isinstance(data, dict):
            return {key: without_notice(value) for key, value in data.items()}
        if isinstance(data, list):
            return [without_notice(each) for each in data if not is_it(each)]
        return data

    def is_it(each: object) -> bool:
        message = each.get("message") if isinstance(each, dict) else None
        return isinstance(message, str) and words in message

    def apply(content: str) -> str:
        if content.startswith("{"):
            return _dump(without_notice(json.loads(content)))
        without = in_tei.sub("", on_line.sub("", content))
        return without.replace("<notesStmt></notesStmt>", "").replace("<notesStmt/>", "")

    name = f"a new notice with “{words}”"
    return Permitted(name, reason, ("*/notices.txt", "*.json", "*.xml"), apply)


def made_anew(name: str, *, reason: str, outputs: tuple[str, ...]) -> Permitted:
    """Permit any content of outputs that a change concerns as a whole."""
    return Permitted(name, reason, outputs, lambda _content: "")


_OF_WITNESSES = frozenset(
    {
        "agreeing",
        "agreements",
        "attestations",
        "digests",
        "notices",
        "occurrences",
        "patterns",
        "readings",
        "renderings",
        "renditions",
        "sigla",
        "usages",
        "witnesses",
    }
)
"""Fields whose lists are in the order of witnesses."""


def witnesses_in_any_order(*, reason: str, outputs: tuple[str, ...]) -> Permitted:
    """Permit another order of witnesses in the JSON, and of everything in their order."""

    def ordered(data: object) -> object:
        if isinstance(data, dict):
            return {
                key: sorted(found, key=_dump)
                if key in _OF_WITNESSES and isinstance(found := ordered(value), list)
                else ordered(value)
                for key, value in data.items()
            }
        return [ordered(each) for each in data] if isinstance(data, list) else data

    def apply(content: str) -> str:
        return _dump(ordered(json.loads(content)))

    return Permitted("JSON: order of witnesses", reason, outputs, apply)


_TERMS = (
    ("none found", "no counterpart found"),
    ("no counterpart", "omitted"),
    ("not in the seed", "nothing in the seed"),
    ("words missing", "omitted here"),
    ("comma missing, or words added here", "punctuation omitted, or words added here"),
    ("moved: stands after", "moved after"),
    ("moved: stands at its beginning", "moved to its beginning"),
    ("alignment laid down by the editor", "alignment forced by an editor"),
    ("→ nothing", "→ omitted"),
    (
        "Words of the seed that stand three times or more and are not always rendered alike",
        "Words that the seed has three times or more and that are rendered in different ways",
    ),
    ("No difference in what is shown.", "No differences to show."),
)

PERMITTED: tuple[Permitted, ...] = (
    # --- JSON ---
    json_value(
        "schema",
        ["variants/1", "variants/2"],
        reason="A field of a bead has another name, so the number of the schema increases.",
    ),
    json_renamed(
        "witnesses.beads.base",
        "seed",
        reason="The first text is called the seed everywhere else.",
    ),
    *(
        json_dropped(
            f"signature.{name}",
            reason="The signature has the version, and names everything that changes a result.",
        )
        for name in ("version", "languages", "settings_digest", "libraries")
    ),
    json_dropped(
        "passages.entries.readings.sense",
        reason="Readings say whether they are likely to touch the sense.",
    ),
    *(
        json_dropped(path, reason="Readings are counted by tier and ranked by their sense.")
        for path in (
            "counts.tiers",
            "passages.share_differing",
            "passages.sense_readings",
            "passages.entries.readings.rank",
        )
    ),
    json_dropped("decisions.verdicts", reason="The log can have verdicts on the sense."),
    *(
        json_dropped(name, reason="Weak links count in them; terms are suggested.")
        for name in ("patterns", "usages", "suggested_terms")
    ),
    witnesses_in_any_order(
        reason="Witnesses are in the order of variants.toml, no longer in that of their sigla.",
        outputs=(f"{UNSORTED}/*.json",),
    ),
    # --- CSV ---
    columns_dropped(
        "tier",
        "sense_probability",
        reason="A table of places can be sorted by whether they are likely to touch the sense.",
    ),
    columns_dropped("remarks", reason="A table states the remarks on the state of a place."),
    pattern_dropped(
        "places that a rule does not take",
        r"(?m)^  not taken: .*\n",
        reason="A rule names the places that have more, or another form, than its words.",
        outputs=("*/rules.txt",),
    ),
    pattern_dropped(
        "rules of variants.toml",
        r"(?m)^(?:classify|ignore) “[^”]*”\n(?:  .*: \d+ (?:reading|passage)s?\n)+|^no rules: .*\n",
        reason="The rules of variants.toml are listed with how much each applies to.",
        outputs=("*/rules.txt",),
    ),
    pattern_dropped(
        "paragraphs in words on one line",
        r" ¶(?= )",
        reason="A new paragraph in words of an editor is marked.",
        outputs=("*.txt", "*.md", "*.tex", "*.xml", "*.html"),
    ),
    pattern_dropped(
        "places inside decided words, and new readings",
        r"(?m)^  (?:inside decided words|new reading): .*\n",
        reason="Both are listed by the status.",
        outputs=("*status*.txt",),
    ),
    # --- terminal ---
    pattern_dropped(
        "number of readings in each tier",
        r"(?m)^(?:(?:likely to touch the sense|other wording|form) \d+(?: · (?=\S)|$\n))+",
        reason="The head also counts the readings by tier.",
        outputs=("*-80.txt", "*-120.txt", "*-160.txt"),
    ),
    pattern_dropped(
        "wording at places that are not listed",
        r"(?m)^  hidden wording .*\n",
        reason="A list that is cut states how much wording it leaves out.",
        outputs=("*/status.txt",),
    ),
    # --- TEI ---
    pattern_dropped(
        "TEI: signature",
        r"(?<=<p>Compared by variants )\S+|<p>(?:Languages|All settings|Libraries): [^<]*</p>",
        reason="The signature has the version, and names everything that changes a result.",
        outputs=("*.xml",),
    ),
    reworded(
        "<p>The edition's own",
        "<p>Setting",
        reason="The signature names settings in the same words everywhere.",
        outputs=("*.xml",),
    ),
    # --- JSON and TEI ---
    pattern_dropped(
        "digest of classification rules",
        r"(?<=\(SHA-256 )[0-9a-f]{12}(?=\))",
        reason="The digest is made from another form of the same rules.",
        outputs=("*.json", "*.xml"),
    ),
    # --- notices ---
    new_notice(
        "variants align --record-links",
        reason="Links in variants.toml are obeyed, and should be moved into the log.",
    ),
    new_notice(
        "Negations and numbers in words",
        reason="A note states which rules for the sense other languages than English lack.",
    ),
    # --- decisions ---
    *(
        Permitted(name, "All views print one sentence for a decision.", outputs, edit)
        for name, outputs, edit in decision_words.EDITS
    ),
    # --- phrases of the terminal, of notices and of TEI: reworded("old", "new", reason="…") ---
    *(
        reworded(old, new, reason="Each term has one meaning; the glossary defines it.")
        for old, new in _TERMS
    ),
    Permitted(
        "rows of align",
        "Absence has one term, and the column “sure” is called “confidence”.",
        ("*/align-120.txt",),
        decision_words.in_beads,
    ),
    reworded(
        "Lay it down anew, or take it away with",
        "Set it again, or remove it with",
        reason="Messages are in plain English.",
        outputs=("*/notices.txt", "*.json", "*.xml"),
    ),
    reworded(
        "The log is whole: ",
        "The log is complete: ",
        reason="Messages are in plain English.",
        outputs=("*/log-check.txt",),
    ),
    reworded(
        "No difference stands in several places.",
        "No difference occurs in several places.",
        reason="Messages are in plain English.",
        outputs=("*/patterns-80.txt",),
    ),
    reworded(
        "(no more in force)",
        "(inactive)",
        reason="The glossary calls a replaced or withdrawn event inactive.",
        outputs=("*/log.txt",),
    ),
)
"""Permitted differences of words and fields. The established text and the log have none."""

CUT_ANEW: tuple[Permitted, ...] = (
    *(
        json_dropped(
            path,
            reason="Differing words are cut into phrases by a fitted model, and values, denials, "
            "verbs, names and small words are compared as a whole.",
        )
        for path in ("counts", "passages.entries", "measures", "decisions.counts")
    ),
    json_dropped(
        "decisions.standings.remarks",
        reason="A place that is cut anew is marked as reshaped; its place, state and decisions are "
        "compared by a test of their own.",
    ),
    json_dropped(
        "witnesses.beads.confidence",
        reason="Numbers in words and in figures are equal evidence for the alignment.",
    ),
    pattern_dropped(
        "confidence of beads",
        r"(?<=\|)[01]\.\d\d(?=\|)|(?<=\s)[01]\.\d\d\b",
        reason="Numbers in words and in figures are equal evidence for the alignment.",
        outputs=("*/align-120.txt",),
    ),
    made_anew(
        "lists of places",
        reason="Places are cut and classified as in the JSON. Decisions, their states and the "
        "established text have tests of their own.",
        outputs=(
            *(
                f"*/{view}-*.txt"
                for view in ("columns", "compare", "inline", "patterns", "readings")
            ),
            "*.csv",
            "*.xml",
            "*/status.txt",
        ),
    ),
    *(
        replace(
            json_dropped(
                path,
                reason="A sentence of the first letter that ends in “ill.” is cut.",
                outputs=("letters-from-the-salt-mill/first-letter.*.json",),
            ),
            name=f"JSON of a letter: {path}",
        )
        for path in ("passages", "witnesses.beads", "witnesses.sentences", "patterns", "usages")
    ),
    made_anew(
        "beads of a letter",
        reason="A sentence of the first letter that ends in “ill.” is cut.",
        outputs=("letters-from-the-salt-mill/align-120.txt",),
    ),
    *(
        replace(
            json_dropped(
                path,
                reason="Two pairs of neighbours changed places in B, and are two beads each.",
                outputs=("lighthouse-chapters-edited-later/*.json",),
            ),
            name=f"JSON of exchanged sentences: {path}",
        )
        for path in ("passages", "witnesses.beads", "patterns", "usages")
    ),
    made_anew(
        "beads of exchanged sentences",
        reason="Two pairs of neighbours changed places in B, and are two beads each.",
        outputs=("lighthouse-chapters-edited-later/align-120.txt",),
    ),
)
"""Permitted differences of whole lists of places; applied after all others."""


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _objects_at(data: object, path: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the objects at the end of a path, through lists."""
    if isinstance(data, list):
        for each in data:
            yield from _objects_at(each, path)
    elif isinstance(data, dict):
        if not path:
            yield data
        elif path[0] in data:
            yield from _objects_at(data[path[0]], path[1:])


# ---------------------------------------------------------------------------------------------
# Running the program over an edition
# ---------------------------------------------------------------------------------------------

Arguments = tuple[str, ...]

_TERMINAL: Mapping[str, tuple[int, Arguments]] = {
    "compare-80.txt": (80, ("compare",)),
    "compare-120.txt": (120, ("compare",)),
    "columns-160.txt": (160, ("compare", "--layout", "columns")),
    "inline-80.txt": (80, ("compare", "--layout", "inline")),
    "readings-80.txt": (80, ("compare", "--layout", "readings")),
    "patterns-80.txt": (80, ("compare", "--patterns")),
    "align-120.txt": (120, ("align",)),
    "status.txt": (80, ("status",)),
    "log.txt": (80, ("log",)),
    "log-check.txt": (80, ("log", "check")),
    "rules.txt": (80, ("rules",)),
}
"""Outputs of a whole edition: the width of the terminal, and the command."""
_NOTICES = "notices.txt"
"""The error stream of the first of these."""


@dataclass(frozen=True, slots=True)
class Ran:
    """Result of a command.

    Attributes:
        code: Exit code.
        out: Standard output.
        err: Standard error.
    """

    code: int
    out: str
    err: str

    @property
    def shown(self) -> str:
        """Standard output, followed by exit code and error if the command failed."""
        return self.out if not self.code else f"{self.out}exit code {self.code}\n{self.err}"


def run(folder: Path, *arguments: str, columns: int = 80) -> Ran:
    """Run the program in a folder, without a terminal, colours and settings of the user."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"VARIANTS_EDITOR", "PYTHONUNBUFFERED"}
    }
    environment |= {
        "COLUMNS": str(columns),
        "NO_COLOR": "1",
        "TERM": "dumb",
        "XDG_CONFIG_HOME": str(folder.parent / "config"),
        "XDG_STATE_HOME": str(folder.parent / "state"),
    }
    ran = run_command(arguments, folder, environment)
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def copy_edition(edition: str, folder: Path) -> Path:
    """Copy an edition into a folder to protect its files; return the copy."""
    copy = folder / edition
    if edition == SHIPPED:
        copy.mkdir(parents=True)
        shutil.copy(ROOT / "variants.toml", copy)
        for name in ("seeds", "variants", "decisions"):
            shutil.copytree(ROOT / name, copy / name)
    else:
        shutil.copytree(EDITIONS / edition, copy)
    return copy


def documents_of(edition: str) -> list[str]:
    """Return the names of the documents of an edition, sorted."""
    folder = ROOT if edition == SHIPPED else EDITIONS / edition
    return sorted(path.stem for path in (folder / "seeds").glob("*.txt"))


def outputs_of(edition: str, folder: Path) -> dict[str, str]:
    """Return all compared outputs of an edition, made in a copy of it in a folder."""
    copy = copy_edition(edition, folder / "as-it-is")
    if edition == UNSORTED:
        # Use the order of sigla, so that output for people differs only in words.
        sorted_copy = copy_edition(edition, folder / "sorted")
        settings = sorted_copy / "variants.toml"
        settings.write_text(sort_witnesses(settings.read_text("utf-8")), "utf-8")
    else:
        sorted_copy = copy
    found: dict[str, str] = {}
    for name, (columns, arguments) in _TERMINAL.items():
        ran = run(sorted_copy, *arguments, columns=columns)
        found.setdefault(_NOTICES, ran.err)
        found[name] = ran.shown
    found["log.jsonl"] = run(copy, "log", "export", "-f", "jsonl").shown
    for document in documents_of(edition):
        found[f"{document}.compare.json"] = run(copy, "compare", "--json", "--doc", document).shown
        found[f"{document}.established.txt"] = run(copy, "text", "--doc", document).shown
    return found | _reports(copy, sorted_copy, folder)


def _reports(copy: Path, sorted_copy: Path, folder: Path) -> dict[str, str]:
    """Return the reports of all documents by file name."""
    found: dict[str, str] = {}
    for home, options, ending in (
        (copy, ("-f", "json,text"), ""),
        (sorted_copy, ("-f", "tei,csv"), ""),
        (sorted_copy, ("-f", "tei", "--standoff"), ".standoff"),
    ):
        target = folder / f"reports{ending}-{len(found)}"
        ran = run(home, "report", *options, "-o", f"{target}/")
        if ran.code:
            found[f"report{ending}-of-{home.parent.name}.txt"] = ran.shown
            continue
        for path in sorted(target.iterdir()):
            sort = {".json": ".report", ".txt": ".report"}.get(path.suffix, ending)
            found[f"{path.stem}{sort}{path.suffix}"] = path.read_bytes().decode()
    return found


def sort_witnesses(settings: str) -> str:
    """Return a variants.toml with the tables of witnesses in the order of sigla."""
    tables = re.split(r"^(?=\[)", settings, flags=re.MULTILINE)
    header = re.compile(r"\[(documents\..+\.witnesses)\.(.+)\]")
    places: dict[str, list[int]] = {}
    for place, table in enumerate(tables):
        if found := header.match(table):
            places.setdefault(found[1], []).append(place)
    sorted_tables = list(tables)
    for each in places.values():
        by_siglum = sorted((tables[place] for place in each), key=lambda table: table.split("]")[0])
        for place, table in zip(each, by_siglum, strict=True):
            sorted_tables[place] = table
    return "".join(sorted_tables)


# ---------------------------------------------------------------------------------------------
# Comparing
# ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """Result of the comparison of one output.

    Attributes:
        used: Names of the permitted differences that are needed to explain it.
        left: Diff of the differences that are not permitted; empty if there are none.
    """

    used: tuple[str, ...]
    left: str


def expected_of(edition: str) -> dict[str, str]:
    """Return the outputs of an edition in 0.1.0."""
    folder = EXPECTED / edition
    return {path.name: path.read_bytes().decode() for path in sorted(folder.iterdir())}


def compare(output: str, old: str, new: str, permitted: Sequence[Permitted] = PERMITTED) -> Outcome:
    """Compare a recorded output, "EDITION/OUTPUT", with the current one."""
    if old == new:
        return Outcome((), "")
    if _is_exact(output):
        return Outcome((), _diff(output, old, new))
    rows = [row for row in permitted if row.concerns(output)]
    if not _agree(rows, old, new):
        return Outcome((), _diff(output, *_normalized(rows, old, new)))
    needed = [
        row.name for row in rows if not _agree([each for each in rows if each is not row], old, new)
    ]
    # If each of two rows is sufficient, both are named.
    return Outcome(tuple(needed or [row.name for row in rows if row.apply(old) != old]), "")


def compare_edition(
    edition: str,
    found: Mapping[str, str],
    permitted: Sequence[Permitted] = (*PERMITTED, *CUT_ANEW),
) -> dict[str, Outcome]:
    """Compare all outputs of an edition; an output that only one side has is a difference."""
    expected = expected_of(edition)
    return {
        name: compare(f"{edition}/{name}", expected.get(name, ""), found.get(name, ""), permitted)
        for name in sorted({*expected, *found})
    }


def _is_exact(output: str) -> bool:
    """Return True if an output must be equal, whatever the table permits."""
    return output.endswith((".established.txt", ".report.txt", "/log.jsonl"))


def _agree(rows: Sequence[Permitted], old: str, new: str) -> bool:
    one, other = _normalized(rows, old, new)
    return one == other


def _normalized(rows: Sequence[Permitted], old: str, new: str) -> tuple[str, str]:
    """Return both sides after all rows, without line breaks if a used row moves them."""
    one, other = old, new
    reflows = False
    for row in rows:
        reflows = reflows or (row.reflows and row.apply(one) != one)
        one, other = row.apply(one), row.apply(other)
    if one != other and reflows and not old.startswith(("{", "<")):
        one, other = " ".join(one.split()), " ".join(other.split())
    return one, other


_DIFF_LINES = 40


def _diff(output: str, old: str, new: str) -> str:
    """Return the first lines of a diff."""
    sides = (_in_lines(old), _in_lines(new))
    lines = list(
        difflib.unified_diff(*sides, f"{output} of {VERSION}", f"{output} now", lineterm="", n=1)
    )
    more = [f"… and {len(lines) - _DIFF_LINES} more lines"] if len(lines) > _DIFF_LINES else []
    return "\n".join([*lines[:_DIFF_LINES], *more]) or f"{output}: line ends differ"


def _in_lines(content: str) -> list[str]:
    """Return the lines of an output, with line breaks added to JSON and TEI."""
    if content.startswith("{") and content.count("\n") <= 1:
        content = json.dumps(json.loads(content), ensure_ascii=False, indent=1, sort_keys=True)
    elif content.startswith("<"):
        content = re.sub(r"(?<=>)(?=<)", "\n", content)
    elif len(content.splitlines()) == 1:
        content = textwrap.fill(content, 100)
    return content.splitlines()


# ---------------------------------------------------------------------------------------------
# The program
# ---------------------------------------------------------------------------------------------


def main() -> int:
    """Print the differences; return 1 if one is not permitted."""
    parser = argparse.ArgumentParser(description="Compare this version with 0.1.0.")
    parser.add_argument("editions", nargs="*", metavar="EDITION", help=", ".join(NAMES))
    parser.add_argument("--record", action="store_true", help="write the expected outputs (0.1.0)")
    chosen = parser.parse_args()
    unknown = [each for each in chosen.editions if each not in NAMES]
    if unknown:
        parser.error(f"unknown edition {unknown[0]}; choose from {', '.join(NAMES)}")
    names = chosen.editions or list(NAMES)
    if chosen.record:
        return _record(names)
    left = 0
    used: dict[str, int] = {}
    for edition in names:
        with tempfile.TemporaryDirectory() as folder:
            outcomes = compare_edition(edition, outputs_of(edition, Path(folder)))
        same = sum(not outcome.used and not outcome.left for outcome in outcomes.values())
        print(f"{edition}: {len(outcomes)} outputs, {same} equal byte for byte")
        for name, outcome in outcomes.items():
            if outcome.left:
                left += 1
                print(f"  {name}: NOT PERMITTED")
                print("\n".join(f"    {line}" for line in outcome.left.splitlines()))
            elif outcome.used:
                print(f"  {name}: {'; '.join(outcome.used)}")
            for each in outcome.used:
                used[each] = used.get(each, 0) + 1
    print("\n| permitted difference | outputs | reason |\n|---|---|---|")
    for row in (*PERMITTED, *CUT_ANEW):
        print(f"| {row.name} | {used.get(row.name, 0)} | {row.reason} |")
    print(f"\n{left} outputs have differences that are not permitted")
    return 1 if left else 0


def _record(names: Sequence[str]) -> int:
    """Write the expected outputs and the checksums of all files."""
    version = run(ROOT, "--version").out.strip()
    if version != f"variants {VERSION}":
        print(f"--record needs version {VERSION}, but this is {version}", file=sys.stderr)
        return 1
    for edition in names:
        with tempfile.TemporaryDirectory() as folder:
            found = outputs_of(edition, Path(folder))
        shutil.rmtree(EXPECTED / edition, ignore_errors=True)
        (EXPECTED / edition).mkdir(parents=True)
        for name, content in found.items():
            (EXPECTED / edition / name).write_bytes(content.encode())
    lines = [f"{digest}  {name}\n" for name, digest in sums().items()]
    SUMS.write_text("".join(lines), "utf-8")
    return 0


def sums() -> dict[str, str]:
    """Return the SHA-256 of each file of the editions and of the expected outputs."""
    return {
        path.relative_to(EDITIONS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(EDITIONS.rglob("*"))
        if path.is_file() and path != SUMS and _is_data(path)
    }


def _is_data(path: Path) -> bool:
    """Return True if a file belongs to an edition or to the expected outputs."""
    top, *below = path.relative_to(EDITIONS).parts
    return bool(below) and top in {*NAMES, EXPECTED.name}


if __name__ == "__main__":
    sys.exit(main())
