"""Measure the log of decisions: reading, verifying and evaluating many events, and appending one.

    python benchmarks/log.py [EVENTS]

The log has four writers. Nine in ten events are decisions with a reason and a quotation on places
of the shipped edition, and every fourth replaces an earlier one. CPU seconds are user and system
time of this process. Appends wait for the disk, so their time is wall time.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from variants.anchors.resolution import Found, Method, Resolution
from variants.anchors.status import compute_status
from variants.log.chain import hash_of
from variants.log.check import check_log
from variants.log.codec.write_line import write_line
from variants.log.events import Body, CommentMade, DocumentOpened, Event
from variants.log.journal import Journal, read_history
from variants.log.stores import open_store
from variants.pipeline import collate
from variants.project.documents import find_edition, read_document, read_edition
from variants.settings import Settings
from variants.types.collation import Collation, Entry
from variants.types.decision import Action, Anchor, Confidence, Decision, Evidence, Quote, Wording

EVENTS = 100_000
WRITERS = 4
APPENDS = 200
AROUND = 32
AT = "2026-11-22T14:40:55Z"
REASON = "«Боевые лётчики» are combat pilots; “battle pilots” is a calque, and the crib has it too."


class ByPosition:
    """Resolver for an unchanged text."""

    def resolve(self, anchor: Anchor) -> Resolution:
        """Return the recorded position."""
        return Found(anchor.position, Method.POSITION)


def main() -> None:
    """Print one table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    document = read_edition(find_edition(Path(__file__).parent)).documents[0]
    collation = collate(read_document(document), Settings())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        size = _write_log(root, document.name, collation, count)
        print(f"{count} events in {WRITERS} files, {size / 1e6:.0f} MB\n")
        print("| what | CPU s |\n|---|---|")
        with _measured("read and verify the chains"):
            store = open_store(root)
            history = read_history(store)
        with _measured("verify what events name"):
            problems = history.problems()
        with _measured("fold: how every place stands"):
            found = compute_status(history, document.name, collation, ByPosition())
        with _measured("compare with the stored texts (log check)"):
            check_log(history, store)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"\n{len(found.statuses)} places, {len(problems)} problems, peak memory {peak:.0f} MB"
        )
        journal = Journal(store, lambda: "xy-0000", "xy")
        times = [_append(journal, document.name, collation, number) for number in range(APPENDS)]
    times = sorted(1000 * each for each in times[1:])
    print(
        f"append to it, with lock, chain and fsync: median {statistics.median(times):.1f} ms, "
        f"95 of 100 under {times[len(times) * 95 // 100]:.1f} ms"
    )


def _append(journal: Journal, document: str, collation: Collation, number: int) -> float:
    entry = collation.entries[number % len(collation.entries)]
    decision = _decision("", document, collation, entry, ())
    begin = time.perf_counter()
    journal.record([decision], collation)
    return time.perf_counter() - begin


def _write_log(root: Path, document: str, collation: Collation, count: int) -> int:
    """Write a log with ``count`` events and return its size in bytes."""
    store = open_store(root)
    for cut in (collation.seed, *collation.others):
        store.texts.put(cut.witness.text)
    size = 0
    for writer in range(WRITERS):
        name = f"e{writer}-0000"
        lines = list(_lines(writer, document, collation, count // WRITERS))
        with store.appending(name) as pending:
            pending.lines += lines
        size += sum(len(line) + 1 for line in lines)
    return size


def _lines(writer: int, document: str, collation: Collation, count: int) -> Iterator[bytes]:
    prev, before = "", ""
    for number in range(count):
        body: Body
        name = f"{writer:08d}-{number:04d}-7000-8000-000000000000"
        entry = collation.entries[number % len(collation.entries)]
        if number == 0:
            body = DocumentOpened(document, "S", collation.signature.digests)
        elif number % 10 == 0:
            body = CommentMade("Settled by telephone; see the file.", on=before)
        else:
            replaces = (before,) if number % 4 == 0 else ()
            body = _decision(name, document, collation, entry, replaces)
            before = name
        line = write_line(Event(name, AT, f"e{writer}", body, "variants/0.1.0", prev))
        prev = hash_of(line)
        yield line


def _decision(
    name: str, document: str, collation: Collation, entry: Entry, replaces: tuple[str, ...]
) -> Decision:
    seed = collation.seed
    text = seed.witness.text
    span = entry.lemma
    number = int(entry.label.split(".")[0].split("+")[0])
    sentence = seed.sentences[max(0, number - 1)]
    anchor = Anchor(
        document,
        "S",
        seed.witness.digest,
        number,
        hash_of(sentence.of(text).encode())[7:23],
        type(span)(max(0, span.start - sentence.start), max(0, span.end - sentence.start)),
        Quote(
            span.of(text),
            text[max(0, span.start - AROUND) : span.start],
            text[span.end : span.end + AROUND],
        ),
        span,
    )
    first = entry.readings[0]
    saw = [Wording(span.of(text), ("S", *entry.agreeing))]
    saw += [Wording(r.wording, r.sigla, r.variant_class.value) for r in entry.readings]
    return Decision(
        name,
        AT,
        "e0",
        anchor,
        Action.ADOPT,
        Wording(first.wording, first.sigla),
        saw=tuple(saw),
        why=REASON,
        category="sense",
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("parallel", "Telegram No. 3559", "лётчиков", "ru"),),
        replaces=replaces,
    )


@contextmanager
def _measured(what: str) -> Iterator[None]:
    begin = time.process_time()
    yield
    print(f"| {what} | {time.process_time() - begin:.2f} |")


if __name__ == "__main__":
    main()
