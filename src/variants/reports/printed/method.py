"""State of the text, and the section on its method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from variants.reports.printed.printed_places import PrintedPlace
from variants.reports.printed.sections import Section
from variants.types.edition import Edition
from variants.types.status import Decisions, State
from variants.wording.decision_text import EditorNames
from variants.wording.passage_notes import count
from variants.wording.terms import ADDED, MOVED, NOT_FOUND, OMITTED, RECAST
from variants.wording.text_runs import Line, Style, editorial, joined, label, quoted, sigla

_OPEN: Final = (
    State.UNDECIDED,
    State.QUERY,
    State.DEFERRED,
    State.CONFLICT,
    State.STALE,
    State.LOST,
)


def status_of_the_text(edition: Edition) -> Line:
    """Return a sentence that counts the open places; empty if all or none are decided."""
    states = edition.state_counts()
    total = states.total()
    found = [f"{states[state]} {state.value}" for state in _OPEN if states[state]]
    if not found or states[State.UNDECIDED] == total:
        return ()
    seed = sigla([edition.collation.seed.witness.siglum])
    return (
        *editorial(f"Not finished: of {count(total, 'place')}, {', '.join(found)}. "),
        *editorial("At these places the text has the words of the seed "),
        *seed,
        *editorial("."),
    )


def method_section(edition: Edition, places: Sequence[PrintedPlace]) -> Section:
    """Return the section "Method"."""
    return Section(
        "Method",
        (
            _principle(edition, places),
            *_conventions(edition, places),
            *_rules(edition.decisions),
            *_counts(edition, places),
            *_notices(edition),
            *_signature(edition),
        ),
    )


def _principle(edition: Edition, places: Sequence[PrintedPlace]) -> Line:
    follows = (*editorial("The text follows "), *sigla([edition.collation.seed.witness.siglum]))
    if any(place.changes for place in places):
        rest = "All departures from it are in the list of emendations."
    else:
        rest = "It has no emendations."
    return (*follows, *editorial(f". {rest} Small raised numbers count the sentences of the seed."))


def _conventions(edition: Edition, places: Sequence[PrintedPlace]) -> Iterator[Line]:
    if not places:
        return
    yield (
        *editorial(
            "A note gives the place, the words of the text, a bracket, and the readings. A witness "
            "that is not named has the words before the bracket, unless a note inside them names "
            "it. Long lemmas are shortened with …; a raised number after a lemma is that of its "
            "occurrence in the sentence; ¶ begins a paragraph; the terms "
        ),
        *joined(", ", [label(word) for word in (OMITTED, ADDED, f"({MOVED})", f"({RECAST})")]),
        *editorial(" describe how a witness differs; "),
        *label(NOT_FOUND),
        *editorial(" means that the words may be paraphrased instead of omitted or added."),
    )
    if edition.collation.missing_parts:
        yield editorial(
            "No note names a witness in a longer part of the text that it does not have; the list "
            "of witnesses states these parts."
        )
    if any(place.listed for place in places):
        yield editorial(
            "Readings that differ only in the form of a name, spelling, capitals or punctuation "
            "have no note; they are listed under Names and forms."
        )


def _rules(decisions: Decisions) -> Iterator[Line]:
    names = EditorNames(decisions)
    uses = Counter(one.rule for status in decisions.statuses for one in status.live)
    for rule in decisions.rules:
        yield (
            *editorial("Rule "),
            *joined(": ", [quoted(rule.key), quoted(rule.title, Style.REMARK)]),
            *editorial(", "),
            *names.editor(rule.by),
            *editorial(f"; {count(uses[rule.id], 'decision')}. "),
            *quoted(rule.why, Style.REMARK),
        )


def _counts(edition: Edition, places: Sequence[PrintedPlace]) -> Iterator[Line]:
    readings = sum(len(entry.readings) for entry in edition.collation.entries)
    witnesses = count(len(edition.collation.others), "other witness")
    number = edition.state_counts().total()
    yield editorial(f"{count(number, 'place')}, {count(readings, 'reading')} of {witnesses}.")
    rejected = sum(place.rejected for place in places)
    if rejected:
        yield editorial(f"{count(rejected, 'place')} without a note: not a variant.")
    names = EditorNames(edition.decisions)
    made: dict[str, Counter[str]] = {}
    for status in edition.decisions.statuses:
        for decision in status.live:
            made.setdefault(decision.by, Counter())[decision.action.value] += 1
    for key in sorted(made):
        kinds = ", ".join(f"{number} {action}" for action, number in sorted(made[key].items()))
        total = count(made[key].total(), "decision")
        yield (*editorial("Decisions of "), *names.editor(key), *editorial(f": {total} ({kinds})."))


def _notices(edition: Edition) -> Iterator[Line]:
    for notice in (*edition.collation.notices, *edition.decisions.notices):
        about = (*sigla([notice.siglum]), *editorial(": ")) if notice.siglum else ()
        yield (*editorial("Note: "), *about, *quoted(notice.message))


def _signature(edition: Edition) -> Iterator[Line]:
    made = edition.collation.signature
    yield (
        *editorial("Compared by variants "),
        *quoted(made.version),
        *editorial("; sentences: "),
        *joined(", ", [quoted(made.segmenter), quoted(made.aligner)]),
        *editorial("; words: "),
        *quoted(made.linker),
        *editorial("."),
    )
    for name, value in made.choices:
        yield (*editorial("Setting "), *quoted(name), *editorial(": "), *quoted(value))
    if made.languages:
        tags = [(*sigla([siglum]), *editorial(" "), *quoted(tag)) for siglum, tag in made.languages]
        yield (*editorial("Languages: "), *joined(", ", tags), *editorial("."))
    if made.settings_digest:
        yield (*editorial("All settings: SHA-256 "), *quoted(made.settings_digest))
    for siglum, digest in made.digests:
        yield (*editorial("Text "), *sigla([siglum]), *editorial(": SHA-256 "), *quoted(digest))
    for writer, head in edition.decisions.heads:
        yield (*editorial("Log "), *quoted(writer), *editorial(": "), *quoted(head))
