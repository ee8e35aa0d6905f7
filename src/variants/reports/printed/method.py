"""What a report says of itself: how far the text is settled, and how it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from variants.reports.printed.notes import Place
from variants.reports.printed.sections import Section
from variants.types.edition import Edition
from variants.types.status import Decisions, State
from variants.wording.decision_text import Names
from variants.wording.passage_notes import count
from variants.wording.text_runs import Line, Style, joined, ours, said, sigla, term

_OPEN = {
    State.UNDECIDED: "undecided",
    State.QUERY: "in question",
    State.DEFERRED: "put off",
    State.CONFLICT: "in conflict",
    State.STALE: "stale",
    State.LOST: "lost",
}


def standing_of_the_text(edition: Edition, places: Sequence[Place]) -> Line:
    """How far the text is settled; nothing where it is."""
    states = Counter(place.state for place in places)
    total = sum(states.values())
    found = [f"{states[state]} {words}" for state, words in _OPEN.items() if states[state]]
    if not found:
        return ()
    seed = sigla([edition.collation.base.witness.siglum])
    if states[State.UNDECIDED] == total:
        places_say = "the one place" if total == 1 else f"all {total} places"
        return (
            *ours(f"Nothing is decided yet: {places_say} with variants stand open, "),
            *ours("and the text is that of the seed "),
            *seed,
            *ours("."),
        )
    return (
        *ours(f"Not finished: of {count(total, 'place')}, {', '.join(found)}. "),
        *ours("There the text has the words of the seed "),
        *seed,
        *ours("."),
    )


def how_made(edition: Edition, places: Sequence[Place]) -> Section:
    """The statement of method."""
    return Section(
        "Method",
        (
            _principle(edition, places),
            *_conventions(places),
            *_rules(edition.decisions),
            *_counts(edition, places),
            *_notices(edition),
            *_signature(edition),
        ),
    )


def _principle(edition: Edition, places: Sequence[Place]) -> Line:
    follows = (*ours("The text follows "), *sigla([edition.collation.base.witness.siglum]))
    if any(place.changes for place in places):
        rest = "It departs from it only where the list of emendations says so."
    else:
        rest = "It departs from it nowhere."
    return (*follows, *ours(f". {rest} Small raised numbers count the sentences of the seed."))


def _conventions(places: Sequence[Place]) -> Iterator[Line]:
    if not places:
        return
    yield (
        *ours("A note gives the place, the words of the text, a bracket, and what others have. "),
        *ours(
            "Who is not named there has the words before the bracket, but for what notes inside "
        ),
        *ours("them say. Long lemmas are shortened with …; "),
        *joined(", ", [term(word) for word in ("omitted", "added", "(moved)", "(recast)")]),
        *ours(" say how a witness differs, "),
        *term("no counterpart found"),
        *ours(" that it may yet say the same in other words, "),
        *term("wanting"),
        *ours(" that it has nothing for the whole sentence."),
    )
    if any(place.listed for place in places):
        yield ours(
            "Readings that differ only in a name’s form, spelling, capitals or punctuation have no "
            "sign in the text; they are listed under Names and forms."
        )


def _rules(decisions: Decisions) -> Iterator[Line]:
    names = Names(decisions)
    uses = Counter(one.rule for standing in decisions.standings for one in standing.live)
    for rule in decisions.rules:
        yield (
            *ours("Rule "),
            *joined(": ", [said(rule.key), said(rule.title, Style.REMARK)]),
            *ours(", "),
            *names.editor(rule.by),
            *ours(f"; {count(uses[rule.id], 'decision')}. "),
            *said(rule.why, Style.REMARK),
        )


def _counts(edition: Edition, places: Sequence[Place]) -> Iterator[Line]:
    readings = sum(len(entry.readings) for entry in edition.collation.entries)
    witnesses = count(len(edition.collation.others), "other witness")
    yield ours(f"{count(len(places), 'place')}, {count(readings, 'reading')} of {witnesses}.")
    rejected = sum(place.rejected for place in places)
    if rejected:
        yield ours(f"{count(rejected, 'place')} set aside as no variant, without a note.")
    names = Names(edition.decisions)
    made: dict[str, Counter[str]] = {}
    for standing in edition.decisions.standings:
        for decision in standing.live:
            made.setdefault(decision.by, Counter())[decision.action.value] += 1
    for key in sorted(made):
        kinds = ", ".join(f"{number} {action}" for action, number in sorted(made[key].items()))
        total = count(made[key].total(), "decision")
        yield (*ours("Decisions of "), *names.editor(key), *ours(f": {total} ({kinds})."))


def _notices(edition: Edition) -> Iterator[Line]:
    for notice in (*edition.collation.notices, *edition.decisions.notices):
        about = (*sigla([notice.siglum]), *ours(": ")) if notice.siglum else ()
        yield (*ours("Note: "), *about, *said(notice.message))


def _signature(edition: Edition) -> Iterator[Line]:
    made = edition.collation.signature
    yield (
        *ours("Compared by variants "),
        *said(made.version),
        *ours("; sentences: "),
        *joined(", ", [said(made.segmenter), said(made.aligner)]),
        *ours("; words: "),
        *said(made.linker),
        *ours("."),
    )
    for name, value in made.choices:
        yield (*ours("The edition's own "), *said(name), *ours(": "), *said(value))
    for siglum, digest in made.digests:
        yield (*ours("Text "), *sigla([siglum]), *ours(": SHA-256 "), *said(digest))
    for writer, head in edition.decisions.heads:
        yield (*ours("Log "), *said(writer), *ours(": "), *said(head))
