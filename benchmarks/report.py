"""Measure reports of long texts: writing them, showing the web page, filtering it.

    python benchmarks/report.py [SHOWN [WRITTEN]]

The text is the comparison of the shipped edition with its passages repeated, so that every
difference recurs in many places. Headless Chromium shows and filters a page of SHOWN passages. The
times are from the call to the next frame: wall seconds, which increase on a busy machine, and CPU
seconds of the page's thread. A filter is applied after the page has finished its own idle work.
For writing WRITTEN passages, the CPU seconds and memory of this process are measured.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from variants.pipeline import collate
from variants.readers.formats import read_witness
from variants.reports.formats import WRITERS
from variants.reports.html import write_html
from variants.reports.writer import File, ReportOptions
from variants.settings import Settings
from variants.types.bead import Bead
from variants.types.collation import Attestation, Collation, Entry, Passage, Reading, Rendering
from variants.types.edition import Edition
from variants.types.pattern import Occurrence, Pattern, Recurrences
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.survey import survey_of

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
KILOBYTES = 1024
FORMATS = ("html", "csv", "json", "xlsx")
IDLE = 0.05  # CPU seconds per second of a page that is idle.
FILTERS = {
    "a class": "document.querySelector('[data-class=wording]').click()",
    "a witness": "document.querySelector('[data-witness=A]').click()",
    "readings only": (
        "(() => { const rows = document.getElementById('rows'); rows.value = 'readings';"
        " rows.dispatchEvent(new Event('change', {bubbles: true})); })()"
    ),
}
FRAME = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def main() -> None:
    """Print two tables."""
    shown, written = (*map(int, sys.argv[1:3]), *(5000, 30_000)[len(sys.argv) - 1 :])
    edition = Edition("", repeated(shipped(), shown))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        with path.open("wb") as file:
            write_html(edition, ReportOptions(), file)
        size = path.stat().st_size / KILOBYTES**2
        print(f"A page of {shown} passages and {_places(edition)} places, {size:.1f} MB:\n")
        print("| action | seconds | CPU s |")
        print("|---|---|---|")
        _show(path)
    _write(Edition("", repeated(shipped(), written)))


def _write(edition: Edition) -> None:
    """Write an edition in each format of ``FORMATS``."""
    passages = len(edition.collation.passages)
    print(f"\nWriting {passages} passages and {_places(edition)} places:\n")
    print("| format | files | CPU s | MB written | MB in memory at most |")
    print("|---|---|---|---|---|")
    print(f"| none: the edition itself | | | | {_peak():.0f} |")
    for name in FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            before = time.process_time()
            files = WRITERS[name].split(edition, ReportOptions(), "report.html")
            if not files:
                files = [File("report", partial(WRITERS[name].write, edition, ReportOptions()))]
            for one in files:
                with (Path(folder) / one.name).open("wb") as file:
                    one.write(file)
            took = time.process_time() - before
            size = sum(path.stat().st_size for path in Path(folder).iterdir()) / KILOBYTES**2
        print(f"| {name} | {len(files)} | {took:.1f} | {size:.1f} | {_peak():.0f} |")


def _places(edition: Edition) -> int:
    return sum(len(passage.entries) for passage in edition.collation.passages)


def _peak() -> float:
    """Return the peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES


def shipped() -> Collation:
    """Return the comparison of the shipped edition."""
    files = {"S": ROOT / "seeds" / "telegram-302sh.txt"}
    files |= {s: ROOT / "variants" / "telegram-302sh" / f"{s}.txt" for s in "ABC"}
    return collate(
        [read_witness(path, siglum=siglum) for siglum, path in files.items()], Settings()
    )


def repeated(collation: Collation, passages: int) -> Collation:
    """Return the collation with its passages repeated, at least ``passages`` in all."""
    times = -(-passages // len(collation.passages))
    lengths = {
        cut.witness.siglum: (len(cut.witness.text) + 1, len(cut.sentences))
        for cut in (collation.seed, *collation.others)
    }
    found = [
        _shifted(passage, turn, lengths, collation.seed.witness.siglum)
        for turn in range(times)
        for passage in collation.passages
    ]
    return replace(
        collation,
        seed=_again(collation.seed, times),
        others=tuple(_again(cut, times) for cut in collation.others),
        passages=tuple(found),
        survey=survey_of(
            Recurrences(tuple(_returning(each, times, lengths) for each in collation.patterns))
        ),
    )


def _returning(pattern: Pattern, times: int, lengths: dict[str, tuple[int, int]]) -> Pattern:
    seed = next(iter(lengths))
    occurrences = [
        Occurrence(
            _moved(one.lemma, turn * lengths[seed][0]),
            one.siglum,
            _moved(one.reading, turn * lengths[one.siglum][0]),
            _shifted_label(one.label, turn * lengths[seed][1]),
            f"{one.place}{turn}",
        )
        for turn in range(times)
        for one in pattern.occurrences
    ]
    return replace(pattern, occurrences=tuple(occurrences))


def _again(cut: Segmentation, times: int) -> Segmentation:
    text = cut.witness.text + "\n"
    sentences = tuple(
        _moved(sentence, turn * len(text)) for turn in range(times) for sentence in cut.sentences
    )
    return Segmentation(replace(cut.witness, text=text * times, divisions=()), sentences)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _shifted(
    passage: Passage, turn: int, lengths: dict[str, tuple[int, int]], seed: str
) -> Passage:
    def indices(old: tuple[int, ...], siglum: str) -> tuple[int, ...]:
        return tuple(one + turn * lengths[siglum][1] for one in old)

    def bead(old: Bead, siglum: str) -> Bead:
        return replace(old, seed=indices(old.seed, seed), other=indices(old.other, siglum))

    def reading(old: Reading) -> Reading:
        places = tuple(
            Attestation(
                one.siglum,
                _moved(one.span, turn * lengths[one.siglum][0]),
                tuple(_moved(mark, turn * lengths[one.siglum][0]) for mark in one.marks),
                one.confidence,
            )
            for one in old.attestations
        )
        return replace(old, attestations=places)

    return Passage(
        _shifted_label(passage.label, turn * lengths[seed][1]),
        indices(passage.sentences, seed),
        tuple(
            Rendering(
                one.siglum,
                indices(one.sentences, one.siglum),
                tuple(bead(each, one.siglum) for each in one.beads),
            )
            for one in passage.renderings
        ),
        tuple(
            Entry(
                _shifted_label(old.label, turn * lengths[seed][1]),
                f"{old.place}{turn}",
                _moved(old.lemma, turn * lengths[seed][0]),
                old.agreeing,
                tuple(reading(each) for each in old.readings),
            )
            for old in passage.entries
        ),
    )


def _shifted_label(old: str, shift: int) -> str:
    """Return a label such as ``5``, ``5.2``, ``3–4`` or ``4+1.2`` with its numbers increased."""
    numbers, dot, number = old.partition(".")
    first, dash, last = numbers.partition("–")
    whole, plus, more = first.partition("+")
    end = f"–{int(last) + shift}" if dash else ""
    return f"{int(whole) + shift}{plus}{more}{end}{dot}{number}"


def _show(path: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1360, "height": 900}, bypass_csp=True)
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        before, busy = time.perf_counter(), _busy(devtools)
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        page.evaluate(FRAME)
        _row("showing it", time.perf_counter() - before, _busy(devtools) - busy)
        while (busy := _busy(devtools)) < _later(page, devtools) - IDLE:
            pass
        for name, action in FILTERS.items():
            busy = _busy(devtools)
            took = page.evaluate(
                f"async () => {{ const before = performance.now(); {action}; await {FRAME};"
                " return performance.now() - before; }"
            )
            _row(f"filtering by {name}", took / 1000, _busy(devtools) - busy)
        browser.close()


def _later(page: Page, devtools: CDPSession) -> float:
    page.wait_for_timeout(1000)
    return _busy(devtools)


def _busy(devtools: CDPSession) -> float:
    """Return the CPU seconds of the page's thread."""
    found = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in found if each["name"] == "TaskDuration"))


def _row(action: str, wall: float, busy: float) -> None:
    print(f"| {action} | {wall:.2f} | {busy:.2f} |")


if __name__ == "__main__":
    main()
