from variants.types.collation import Attestation, Entry, Reading
from variants.types.span import Span
from variants.types.variant import Kind
from variants.wording.marks import seed_marks


def _reading(wording: str, siglum: str) -> Reading:
    place = Attestation(siglum, Span(0, len(wording)), (), 1.0)
    return Reading(wording, Kind.SPELLING, frozenset(), (place,))


def test_letters_that_differ_from_several_readings_are_one_span_where_they_touch() -> None:
    readings = (
        _reading("encyclopedias", "A"),
        _reading("encyclopdias", "B"),
        _reading("encyclopadias", "C"),
    )
    entry = Entry("1.1", "abcdefgh", Span(4, 18), (), readings)

    (mark,) = seed_marks([entry], "Two encyclopaedias", lambda *_: None, letters=True)

    assert mark.letters == (Span(12, 14),)
    assert seed_marks([entry], "Two encyclopaedias", lambda *_: None)[0].letters == ()
