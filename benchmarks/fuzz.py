"""Compare and read thousands of random and damaged inputs, and check time, memory and errors.

    python benchmarks/fuzz.py [COUNT] [SEED]

Half of the inputs are editions of texts of up to 2,000 words: each is compared and written in one
format, drawn by the seed, PDF for one in 120. The others are damaged settings, sheets (CSV and
XLSX), JSON files and lines of a log. Input N depends on the seed and on N only. An error for the
user is right; any other exception is a failure, as are 2 s or 300 MB for an input, 6 s for a PDF.
Seconds are CPU seconds of the process and its children; memory is the growth of the process, which
Linux reports. Exit code 1 if an input fails.
"""

from __future__ import annotations

import contextlib
import gc
import io
import random
import re
import resource
import sys
import tempfile
import time
import traceback
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import MissingExtra, MissingProgram, VariantsError
from variants.gc_pause import gc_paused
from variants.log.check import check_log
from variants.log.journal import read_history
from variants.log.stores import open_store
from variants.pipeline import collate
from variants.project.decision_import import plan_import
from variants.project.decision_table import read_sheet
from variants.project.documents import find_edition, read_document, read_edition
from variants.project.load import load_edition
from variants.reports.formats import WRITERS
from variants.reports.json.edition import read_json
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.witness import Witness

COUNT = 12_000
SEED = 12
SECONDS = 2.0
PDF_SECONDS = 6.0
MEGABYTES = 300
PDF_EVERY = 120
LONGEST = 2_000  # Words.
ROOT = find_edition(Path(__file__).parent)
WORDS = (
    *("the", "a", "of", "and", "to", "in", "we", "they", "must", "may", "not", "soon", "armistice"),
    *("truce", "pilots", "divisions", "Gao", "Gang"),
    *("Kao", "Kang", "16", "sixteen", "3,5", "$200", "No.", "U.S.", "don’t", "e.g."),
    *(
        "мир",
        "停战是有利的",
        "我们认为",
        "هدنة",
        "שלום",
        "naïve",
        "cafe\u0301",
        "👩‍👩‍👧",
        "ﬁ",
        "\ufeff",
    ),
    *("=1+1", "<b>", "&amp;", "\\input{x}", "]]>", "\x00", "\u202e", "\ud800", "x" * 300, "STOP"),
)
MARKS = (
    *".........,,,,;:?!…—-",
    "。",
    "，",
    "“",
    "”",
    "(",
    ")",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\t",
)
CHAINS = ("Yes. ", "a-", "Nein! ", "停战", "no ", "(", "1.", "—", "’", "\n", "a\n\n", "x. y ")
HOSTILE = (
    *("[" * 300, "{a=" * 300, "9" * 5_000, ".".join("a" * 300), '"""', "'''", "\\u0000", "\x00"),
    *("../../../etc/passwd", "/etc/passwd", "(a{100}){100}", "((a{100}){100}){100}", "(?R)?x"),
    *("null", "1e999", "-1", "NaN", "[]", "{}", '""', "\ud800", "\ufeff", "=1+1", ";", ",", "\r"),
)
HOSTILE_VALUES = (
    *("0", "-1", "99999999999999999999", "1e999", "true", "null", "[]", "{}", '""', '"=1+1"'),
    *('"../../../etc/passwd"', '"/etc/passwd"', '"\\ud800"', '"\\u0000"', '"' + "x" * 5_000 + '"'),
    *('"(?R)?x"', '"((a{100}){100}){100}"', '"(a+)+$"', '"sqlite:///x?y"', '"S"', '"A"', "[" * 300),
)
_VALUE = re.compile(r'"(?:[^"\\\n]|\\.)*"|\b\d+\b|\b(?:true|false|null)\b')


@dataclass(slots=True)
class Measured:
    """Figures of one kind of inputs.

    Attributes:
        count: Inputs.
        refused: Inputs with an error for the user.
        seconds: The longest time, and the number of the input.
        megabytes: The largest growth, and the number of the input.
    """

    count: int = 0
    refused: int = 0
    seconds: tuple[float, int] = (0.0, -1)
    megabytes: tuple[float, int] = (0.0, -1)


@dataclass(slots=True)
class Result:
    """Figures of all inputs, by kind, and what failed."""

    kinds: defaultdict[str, Measured] = field(default_factory=lambda: defaultdict(Measured))
    failures: list[str] = field(default_factory=list)


def main() -> int:
    """Print the figures, and return 1 if an input failed."""
    count, seed = (int(n) for n in [*sys.argv[1:], *map(str, (COUNT, SEED)[len(sys.argv) - 1 :])])
    with tempfile.TemporaryDirectory() as folder:
        fuzz = Fuzz(Path(folder))
        # Libraries are loaded once, and are not part of an input.
        for name in KINDS:
            for form in fuzz.forms:
                _outcome(fuzz, name, random.Random(0), form)  # noqa: S311 - no secrets
        result = measure_all(fuzz, count, seed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} inputs, seed {seed}; the process had {peak:.0f} MB at most\n")
    print("| kind | inputs | refused | longest, CPU s | most memory, MB |\n|---|---|---|---|---|")
    for name, found in sorted(result.kinds.items()):
        slow, large = found.seconds, found.megabytes
        print(
            f"| {name} | {found.count} | {found.refused} | {slow[0]:.2f} (input {slow[1]}) "
            f"| {large[0]:.0f} (input {large[1]}) |"
        )
    print(*(f"\nFAILED: {each}" for each in result.failures), sep="")
    return 1 if result.failures else 0


def measure_all(fuzz: Fuzz, count: int, seed: int) -> Result:
    """Run all inputs, and return the figures."""
    result = Result()
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - no secrets
        name = "text" if number % 2 == 0 else KINDS[1 + number // 2 % (len(KINDS) - 1)]
        pdf = [each for each in fuzz.forms if each.endswith("pdf")]
        is_pdf = number % PDF_EVERY == 0 and bool(pdf)
        form = chance.choice(pdf if is_pdf else [each for each in fuzz.forms if each not in pdf])
        kind = f"text, {form}" if name == "text" else name
        gc.collect()
        _reset_peak()
        before, begun = _memory(), _seconds()
        refused, trouble = _outcome(fuzz, name, chance, form)
        seconds, megabytes = _seconds() - begun, _peak() - before
        found = result.kinds[kind]
        found.count += 1
        found.refused += refused
        found.seconds = max(found.seconds, (seconds, number))
        found.megabytes = max(found.megabytes, (megabytes, number))
        if seconds > (PDF_SECONDS if is_pdf else SECONDS):
            trouble.append(f"took {seconds:.1f} s")
        if megabytes > MEGABYTES:
            trouble.append(f"took {megabytes:.0f} MB")
        if (number + 1) % 1000 == 0:
            print(f"{number + 1} inputs, {len(result.failures)} failures", file=sys.stderr)
        result.failures += [f"input {number}, {kind}: {each}" for each in trouble]
    return result


def _outcome(fuzz: Fuzz, name: str, chance: random.Random, form: str) -> tuple[bool, list[str]]:
    """Run one input; return True if it was refused, and what failed."""
    try:
        with gc_paused():  # As in a command.
            fuzz.run(name, chance, form)
    except VariantsError as error:
        return True, [] if str(error) else ["has an error without a message"]
    except Exception:  # noqa: BLE001 - each is a finding
        return False, [traceback.format_exc(limit=-4)]
    return False, []


class Fuzz:
    """Inputs, and a small edition that most of them are made from.

    Args:
        folder: Folder for files.

    Attributes:
        forms: The formats that can be written here; PDF needs another program.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (document,) = read_edition(ROOT).documents
        # Short texts: the files that are damaged come from them.
        self._witnesses = [
            Witness(each.siglum, each.text[:1500]) for each in read_document(document)
        ]
        self._edition = Edition("letter", collate(self._witnesses, Settings()))
        self._log = sorted((ROOT / "decisions").glob("*.jsonl"))
        self.forms = [form for form in WRITERS if self._can_write(form)]
        self._written = {form: self._write(form, self._edition) for form in ("json", "csv", "xlsx")}

    def run(self, name: str, chance: random.Random, form: str) -> None:
        """Make and read one input."""
        getattr(self, f"_{name}")(chance, form)

    def _text(self, chance: random.Random, form: str) -> None:
        first = _random_text(chance)
        # A long text has one other, so that an input stays small.
        several = chance.randint(1, 3) if len(first.split()) < LONGEST / 2 else 1
        others = [_changed(first, chance) for _ in range(several)]
        texts = [(siglum, text) for siglum, text in zip("SABC", [first, *others], strict=False)]
        witnesses = [Witness(siglum, text) for siglum, text in texts if text.strip()]
        if len(witnesses) > 1:
            self._write(form, Edition("letter", collate(witnesses, Settings())))

    def _can_write(self, form: str) -> bool:
        try:
            self._write(form, self._edition)
        except (MissingExtra, MissingProgram) as error:
            print(f"Left out: {form}. {error}\n")
            return False
        return True

    @staticmethod
    def _write(form: str, edition: Edition) -> bytes:
        file = io.BytesIO()
        WRITERS[form].write(edition, ReportOptions(), file)
        return file.getvalue()

    def _settings(self, chance: random.Random, _form: str) -> None:
        root = self._folder / "edition"
        (root / "seeds").mkdir(parents=True, exist_ok=True)
        (root / "variants" / "letter").mkdir(parents=True, exist_ok=True)
        (root / "seeds" / "letter.txt").write_text("The ship is late.", encoding="utf-8")
        (root / "variants" / "letter" / "A.txt").write_text("The boat is late.", encoding="utf-8")
        text = _damaged(SETTINGS, chance)
        (root / "variants.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
        edition = read_edition(root)
        for document in edition.documents:
            collate(read_document(document), edition.settings)

    def _sheet(self, chance: random.Random, _form: str) -> None:
        if chance.random() < 1 / 3:
            content = _damaged_zip(self._written["xlsx"], chance)
        else:
            text = self._written["csv"].decode("utf-8").replace(",undecided,,", ",undecided,keep,")
            content = _damaged(text, chance).encode("utf-8", "surrogatepass")
        path = self._folder / "places.csv"
        path.write_bytes(content)
        plan_import(self._edition, read_sheet(path), editor="kl", editors={}, batch="b")

    def _json(self, chance: random.Random, form: str) -> None:
        edition = read_json(_damaged(self._written["json"].decode("utf-8"), chance))
        if not form.endswith("pdf"):
            self._write(form, edition)

    def _line(self, chance: random.Random, _form: str) -> None:
        root = self._folder / "log"
        (root / "decisions").mkdir(parents=True, exist_ok=True)
        for path in self._log:
            text = _damaged(path.read_text("utf-8"), chance)
            (root / "decisions" / path.name).write_bytes(text.encode("utf-8", "surrogatepass"))
        store = open_store(root)
        history = read_history(store)
        check_log(history, store)
        load_edition("telegram-302sh", self._edition.collation, root, (history, store)).states()


KINDS = ("text", "settings", "sheet", "json", "line")
SETTINGS = """title = "Letters"
language = "en"
[settings]
segmenter = "sentences"
terms = ["armistice"]
names = [["Gao Gang", "Kao Kang"]]
abbreviations = ["Kor."]
[[classify]]
name = "house style"
pairs = [["okay", "OK"]]
class = "form"
[[classify]]
name = "numbers"
seed = '\\d+ (miles|km)'
other = '[a-z]{2,9} (miles|km)'
kind = "numeral"
sense = false
[log]
store = "files"
[documents.letter]
title = "A letter"
seed = "seeds/letter.txt"
[documents.letter.witnesses.A]
file = "variants/letter/A.txt"
date = 1951-06-13
[links.letter]
A = [{ force = "1=1", seed = ["The ship"], other = ["The boat"] }]
"""


def _random_text(chance: random.Random) -> str:
    """Return a text: mostly short, one in ten with up to 2,000 words."""
    longest = LONGEST if chance.random() < 1 / 10 else 150
    count = chance.randint(1, longest)
    shape = chance.randrange(6)
    if shape == 0:
        return chance.choice(CHAINS) * count
    if shape == 1:  # One sentence.
        return " ".join(chance.choice(WORDS[:16]) for _ in range(count))
    marks = MARKS if shape == 2 else (".", ",")  # noqa: PLR2004 - a number of a shape
    often = chance.choice((0.05, 0.1, 0.3))
    pieces = []
    for _ in range(count):
        pieces.append(chance.choice(WORDS if shape == 3 else WORDS[:30]))  # noqa: PLR2004
        pieces.append(chance.choice(marks) + " " if chance.random() < often else " ")
    return "".join(pieces)


def _changed(text: str, chance: random.Random) -> str:
    """Return another rendering of a text: words replaced, left out, added, moved."""
    words = text.split(" ")
    share = chance.choice((0.0, 0.02, 0.2, 0.9))
    found = []
    for word in words:
        draw = chance.random()
        if draw > share:
            found.append(word)
        elif draw < share / 2:
            found.append(chance.choice(WORDS))
        elif draw < share * 3 / 4:
            found += [word, chance.choice(WORDS)]
    if chance.random() < 1 / 5:
        cut = chance.randrange(len(found) + 1)
        found = found[cut:] + found[:cut]
    return " ".join(found)[: len(text) * 2]


def _damaged(text: str, chance: random.Random) -> str:
    """Return a text with a value exchanged, so that the rest is read, or with damaged pieces."""
    values = list(_VALUE.finditer(text))
    if values and chance.random() < 2 / 3:
        old = chance.choice(values)
        new = chance.choice((chance.choice(values)[0], *HOSTILE_VALUES))
        return text[: old.start()] + new + text[old.end() :]
    return _damaged_pieces(text, chance)


def _damaged_pieces(text: str, chance: random.Random) -> str:
    """Return a text with one to four damages: pieces removed, doubled, exchanged, put in."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + int(chance.expovariate(1 / 20)))
        piece = text[start:end]
        new = chance.choice(
            ("", piece * 2, piece[::-1], chance.choice(HOSTILE), chr(chance.randrange(0x3000)))
        )
        text = text[:start] + new + text[end:]
    return text


def _damaged_zip(content: bytes, chance: random.Random) -> bytes:
    """Return a workbook with a damaged part, or with damaged bytes."""
    if chance.random() < 1 / 2:
        at = chance.randrange(len(content))
        return content[:at] + chance.randbytes(4) + content[at + 4 :]
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(damaged, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            if name == chosen:
                text = _damaged(part.decode("utf-8", "replace"), chance)
                part = text.encode("utf-8", "replace")
            new.writestr(name, part)
    return damaged.getvalue()


def _seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _status() -> Iterator[tuple[str, str]]:
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text("utf-8").splitlines():
            name, _, value = line.partition(":")
            yield name, value


def _kilobytes(name: str) -> float:
    value = dict(_status()).get(name, "0 kB")
    return int(value.split()[0]) / 1024


def _memory() -> float:
    return _kilobytes("VmRSS")


def _peak() -> float:
    return _kilobytes("VmHWM")


def _reset_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
