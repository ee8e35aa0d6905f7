"""TEI elements of apparatus entries: ``app`` with lemma, readings and notes of editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from variants.reports.tei.elements import Element, add, add_text, make, xml_lang
from variants.reports.tei.xml_ids import XmlIds, token
from variants.reports.text_places import PlaceWords, TextPlace
from variants.types.collation import Reading
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.span import squeeze
from variants.types.status import PlaceStatus, State
from variants.wording.decision_text import EditorNames, decided_on, decision_runs
from variants.wording.text_runs import joined, to_plain

Fill = Callable[[Element], None]
"""Function that appends the seed's words of a place to an element."""

_LEMMA_TYPES = {
    Action.KEEP: "kept",
    Action.ADOPT: "adopted",
    Action.EMEND: "emendation",
    Action.ALTERNATES: "alternative",
    Action.REJECT: "kept",
}
# Dates and addresses that the schema accepts in attributes. Others are text only.
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-[0-2][0-9](T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z)?")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=-]+")


class AppBuilder:
    """Builder of the entries of a file."""

    def __init__(self, edition: Edition, names: XmlIds) -> None:
        self._names = names
        self._editors = EditorNames(edition.decisions)

    def app(self, place: TextPlace, fill: Fill, **ends: str) -> Element:
        """Return the entry of a place; its lemma has the words of the established text.

        Args:
            place: The place.
            fill: Function that appends the seed's words, with the elements inside them.
            ends: Attributes ``from`` and ``to``, if the entry is separate from its words.
        """
        state = place.status.state.value if place.status is not None else None
        app = make(
            "app",
            xml_id=self._names.place(place.name),
            n=place.label,
            type=place.kind,
            subtype=state,
            **ends,
        )
        readings = place.readings
        if place.printed is None:
            lemma = add(app, "lem", type=_lemma_type(place), wit=self._wit(place.agreeing))
            fill(lemma)
        else:
            adopted = [one for one in readings if squeeze(one.text) == squeeze(place.printed) != ""]
            readings = tuple(replace(one, sigla=()) if one in adopted else one for one in readings)
            self._add_printed(app, place, [s for one in adopted for s in one.sigla])
            if place.agreeing:
                fill(add(app, "rdg", wit=self._wit(place.agreeing)))
        for words in readings:
            self._add_reading(app, words)
        if place.status is not None:
            self.add_notes(app, place.status)
        return app

    def _wit(self, sigla: Iterable[str]) -> str:
        return self._names.witnesses(sigla)

    def _add_printed(self, app: Element, place: TextPlace, sigla: list[str]) -> None:
        """Append a lemma that is not the seed's, with its witnesses or else its editor."""
        live = place.status.live if place.status is not None else ()
        first = live[0] if live else None
        add(
            app,
            "lem",
            place.printed or "",
            type=_lemma_type(place),
            wit=self._wit(sigla),
            resp=None if sigla or first is None else self._resp(first.by),
            cert=first.confidence.value if first is not None and first.confidence else None,
        )

    def _add_reading(self, app: Element, words: PlaceWords) -> None:
        """Append a reading; witnesses that have it within a larger one are only named by ``n``."""
        for wit, within in ((words.sigla, ()), ((), words.within)):
            if wit or within:
                add(
                    app,
                    "rdg",
                    words.text,
                    type=None if words.reading is None else words.reading.variant_class.value,
                    ana=None if words.reading is None else _categories(words.reading),
                    wit=self._wit(wit),
                    n=" ".join(within),
                )

    def _resp(self, key: str) -> str:
        return f"#{self._names.editor(key)}"

    def add_notes(self, parent: Element, status: PlaceStatus) -> None:
        """Append the state of a place, its decisions and its comments to ``parent``."""
        if status.was:
            add(parent, "note", to_plain(decided_on(status)), type="state")
        if status.remarks:
            remarks = ", ".join(sorted(remark.value for remark in status.remarks))
            add(parent, "note", remarks, type="state")
        for decision in status.live:
            self._add_decision(parent, decision, "query" if decision.ask else "decision")
        for decision in status.former:
            self._add_decision(parent, decision, "history")
        for comment in status.comments:
            note = add(parent, "note", type="comment", n=comment.id, resp=self._resp(comment.by))
            _add_date(note, comment.at)
            add_text(note, comment.text)

    def _add_decision(self, parent: Element, decision: Decision, kind: str) -> None:
        """Append a note with the decision and its reason, and the evidence as ``bibl``."""
        note = add(
            parent,
            "note",
            type=kind,
            subtype=token(decision.category),
            n=decision.id,
            resp=self._resp(decision.by),
            cert=decision.confidence.value if decision.confidence else None,
        )
        _add_date(note, decision.at)
        choice = joined(" ", [decision_runs(decision), self._editors.rule(decision)])
        add_text(note, ": ".join(filter(None, (to_plain(choice), decision.why))))
        for evidence in decision.evidence:
            add_text(note, " ")
            bibl = add(note, "bibl", type=token(evidence.kind))
            address = evidence.url if _ADDRESS.fullmatch(evidence.url) else None
            add(bibl, "ref", evidence.reference or evidence.url, target=address)
            if address is None and evidence.url and evidence.reference:
                add_text(bibl, f" {evidence.url}")
            if evidence.quote:
                add_text(bibl, " ")
                add(bibl, "q", evidence.quote, xml_lang=xml_lang(evidence.language))


def _lemma_type(place: TextPlace) -> str | None:
    """Return the type of the decision; ``None`` without one, or if decisions conflict."""
    if place.status is None or place.status.state is not State.DECIDED:
        return None
    live = place.status.live
    return _LEMMA_TYPES.get(live[0].action) if live else None


def _categories(reading: Reading) -> str:
    """Return pointers to the taxonomies in the header."""
    flags = sorted(f"#flag-{flag.value}" for flag in reading.flags)
    return " ".join([f"#kind-{token(reading.kind.value)}", *flags])


def _add_date(note: Element, at: str) -> None:
    if at:
        add(note, "date", at, when=at if _DATE.fullmatch(at) else None)
        add_text(note, " ")
