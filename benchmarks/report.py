"""Measures the web page of a long text: writing it, showing it, filtering it.

    python benchmarks/report.py [PASSAGES]

The text is the shipped edition's comparison, its passages repeated. Writing is CPU seconds and peak
memory of this process. Showing and filtering are those of headless Chromium, from the call to the
next frame: wall seconds, which a busy machine lengthens, and CPU seconds of the page's own thread.
A filter is set once the page has read itself, as it does while nothing else is to be done.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from variants.collate import collate
from variants.readers import read_witness
from variants.settings import Settings
from variants.types import (
    Attestation,
    Bead,
    Collation,
    Edition,
    Entry,
    Passage,
    Reading,
    Rendering,
    Segmentation,
    Span,
)
from variants.writers import ReportOptions
from variants.writers.html import write_html

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
KILOBYTES = 1024
IDLE = 0.05  # CPU seconds in one second of a page that has nothing more to do.
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
    """Print one table."""
    passages = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    edition = Edition("", repeated(shipped(), passages))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        before = time.process_time()
        with path.open("wb") as file:
            write_html(edition, ReportOptions(), file)
        print("| what | seconds | CPU s |")
        print("|---|---|---|")
        print(f"| writing {passages} passages | | {time.process_time() - before:.1f} |")
        _show(path)
        size = path.stat().st_size / KILOBYTES**2
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
    print(f"\n{size:.1f} MB in the file, {peak:.0f} MB at most in memory")


def shipped() -> Collation:
    """The comparison of the shipped edition."""
    files = {"S": ROOT / "seeds" / "telegram-302sh.txt"}
    files |= {s: ROOT / "variants" / "telegram-302sh" / f"{s}.txt" for s in "ABC"}
    return collate(
        [read_witness(path, siglum=siglum) for siglum, path in files.items()], Settings()
    )


def repeated(collation: Collation, passages: int) -> Collation:
    """The collation with its passages again and again, as many as asked for."""
    times = -(-passages // len(collation.passages))
    lengths = {
        cut.witness.siglum: (len(cut.witness.text) + 1, len(cut.sentences))
        for cut in (collation.base, *collation.others)
    }
    found = [
        _shifted(passage, turn, lengths, collation.base.witness.siglum)
        for turn in range(times)
        for passage in collation.passages
    ]
    return replace(
        collation,
        base=_again(collation.base, times),
        others=tuple(_again(cut, times) for cut in collation.others),
        passages=tuple(found),
        patterns=(),
        usages=(),
    )


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

    def label(old: str) -> str:
        number, dash, rest = old.partition("–")
        whole, plus, more = number.partition("+")
        shift = turn * lengths[seed][1]
        end = f"–{int(rest) + shift}" if dash else ""
        return f"{int(whole) + shift}{plus}{more}{end}"

    def bead(old: Bead, siglum: str) -> Bead:
        return replace(old, base=indices(old.base, seed), other=indices(old.other, siglum))

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
        label(passage.label),
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
                f"{label(old.label.rpartition('.')[0])}.{old.number}",
                f"{old.place}{turn}",
                _moved(old.lemma, turn * lengths[seed][0]),
                old.agreeing,
                tuple(reading(each) for each in old.readings),
            )
            for old in passage.entries
        ),
    )


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
    """CPU seconds of the page's thread so far."""
    found = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in found if each["name"] == "TaskDuration"))


def _row(what: str, wall: float, busy: float) -> None:
    print(f"| {what} | {wall:.2f} | {busy:.2f} |")


if __name__ == "__main__":
    main()
