"""A strategy for collations of any shape."""

from __future__ import annotations

from hypothesis import strategies as st

from variants.types.bead import Bead
from variants.types.collation import (
    Attestation,
    Collation,
    Entry,
    Passage,
    Reading,
    Rendering,
    Signature,
)
from variants.types.correction import Join, Split
from variants.types.measure import Agreement, Measures, Metric, PassageVariation, Shares, Variation
from variants.types.notice import Notice
from variants.types.pattern import (
    Occurrence,
    Pattern,
    Recurrences,
    Rendition,
    SuggestedTerm,
    Usage,
)
from variants.types.segmentation import Segmentation
from variants.types.sense import Sense, SenseSort, Tier
from variants.types.span import Span
from variants.types.survey import survey_of
from variants.types.variant import Flag, Kind, Ruling, VariantClass
from variants.types.witness import Division, DivisionKind, Witness

# Kinds that have broken programs: white space, controls, bidi, wide, combining characters.
_CHARACTERS = (
    "ab .,é\u0301你ש5[]{}\n\r\t\x1b\x07\x00\x85\u2028\u202e\u2067\ufeff\U0001f600\ud800\udc00"
)
_SPACES = st.sampled_from([" ", "\n", "\r\n", "\n\n", "\f", "\u2028"])
_words = st.text(_CHARACTERS, max_size=12).map(lambda text: f"w{text.strip()}z")
_sentences = st.lists(_words, min_size=1, max_size=4).map(" ".join)
_shares = st.floats(0, 1)

_spans = st.builds(lambda start, length: Span(start, start + length), *[st.integers(0, 9)] * 2)
_patterns = st.builds(
    lambda lemma, reading, variant_class, spans: Pattern(
        lemma,
        reading,
        variant_class,
        tuple(
            Occurrence(one, "A", one, f"{n}.1", f"p{n}", uncertain=n % 3 == 1)
            for n, one in enumerate(spans)
        ),
    ),
    _words,
    _words,
    st.sampled_from(VariantClass),
    st.lists(_spans, min_size=2, max_size=4),
)

_senses = st.none() | st.builds(
    Sense,
    _shares,
    st.sampled_from(Tier),
    st.none() | st.sampled_from(SenseSort),
    _words,
    _words,
    st.sampled_from(["model", "rule one"]),
)
_shares_of = st.builds(Shares, *[st.integers(0, 3)] * 4)
_choices = st.sampled_from([(), (("terms", "armistice, adviser"), ("links", "2"))])
_figures = st.none() | _shares
_eddies = st.builds(lambda eddy: (("S", eddy), ("A", None)), _figures)
_measures = st.builds(
    Measures,
    st.tuples(
        st.builds(
            Agreement,
            st.just("A"),
            _shares_of,
            _shares_of,
            st.integers(0, 3),
            st.just(tuple((name, 1) for name in VariantClass)),
        )
    ),
    st.builds(
        Variation,
        st.sampled_from(Metric),
        st.booleans(),
        st.lists(st.builds(PassageVariation, _words, _eddies, _figures, _figures)).map(tuple),
        _eddies,
    ),
)


@st.composite
def collations(draw: st.DrawFn) -> Collation:
    """Draw any collation that satisfies the invariants of its types and of ``collate``.

    The sentences of each witness are distributed to passages in order; then some passages
    are moved. Lemmas and marks are any spans of the passage, overlapping or not.
    """
    sigla = draw(st.permutations(["A", "B", "C2"][: draw(st.integers(1, 3))]))
    shapes = draw(
        st.lists(
            st.tuples(*[st.integers(0, 2)] * (len(sigla) + 1)).filter(any),
            min_size=1,
            max_size=4,
        )
    )
    seed = _draw_text(draw, "S", sum(shape[0] for shape in shapes))
    others = tuple(
        _draw_text(draw, siglum, sum(shape[column] for shape in shapes))
        for column, siglum in enumerate(sigla, 1)
    )
    dealt = [
        _deal([shape[column] for shape in shapes], backwards=column > 0 and draw(st.booleans()))
        for column in range(len(sigla) + 1)
    ]
    passages = tuple(
        _draw_passage(draw, row, [column[row] for column in dealt], seed, others)
        for row in range(len(shapes))
    )
    notices = st.builds(Notice, st.sampled_from(["", *sigla]), st.text(_CHARACTERS, max_size=5))
    return Collation(
        title=draw(st.text(_CHARACTERS, max_size=8)),
        seed=seed,
        others=others,
        passages=passages,
        notices=tuple(draw(st.lists(notices, max_size=1))),
        signature=Signature(
            "1", "lines", "length", "fast", (("S", seed.witness.digest),), draw(_choices)
        ),
        survey=survey_of(_draw_recurrences(draw, sigla), draw(st.none() | _measures)),
    )


def _draw_text(draw: st.DrawFn, siglum: str, count: int) -> Segmentation:
    """Draw a witness of ``count`` sentences with white space before, between and after them."""
    text, spans = draw(_SPACES), []
    for _ in range(count):
        sentence = draw(_sentences)
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + draw(_SPACES)
    part = Division(draw(st.sampled_from(DivisionKind)), Span(0, len(text)), draw(_words))
    witness = Witness(
        siglum,
        text,
        (part,),
        title=draw(st.text(_CHARACTERS, max_size=4)),
        source=f"{siglum}.txt",
        abbreviations=draw(st.sampled_from([(), ("Kor.",)])),
        corrections=draw(st.sampled_from([(), (Split("one"), Join(("one", "two")))])),
    )
    return Segmentation(witness, tuple(spans))


def _draw_recurrences(draw: st.DrawFn, sigla: list[str]) -> Recurrences:
    patterns = tuple(draw(st.lists(_patterns, max_size=2)))
    usages = tuple(_draw_usage(draw, sigla) for _ in range(draw(st.integers(0, 2))))
    terms = tuple(_draw_term(draw, sigla) for _ in range(draw(st.integers(0, 2))))
    return Recurrences(patterns, usages, terms)


def _draw_usage(draw: st.DrawFn, sigla: list[str]) -> Usage:
    count = draw(st.integers(2, 4))
    renditions = []
    for siglum in sigla:
        first = draw(st.integers(1, count))
        counts = [first, count - first] if first < count else [count]
        wordings = draw(st.lists(_words, min_size=2, max_size=2, unique=True))
        found = zip(wordings, counts, strict=False)
        pairs = [(words, number, draw(st.integers(0, number))) for words, number in found]
        renditions.append((siglum, tuple(Rendition(*pair) for pair in pairs)))
    return Usage(draw(_words), count, tuple(renditions))


def _draw_term(draw: st.DrawFn, sigla: list[str]) -> SuggestedTerm:
    chosen = draw(st.lists(st.sampled_from(sigla), unique=True))
    rendition = Rendition(draw(_words), 3, draw(st.integers(0, 3)))
    renderings = tuple((siglum, rendition) for siglum in chosen)
    return SuggestedTerm(draw(_words), (draw(_words),), 3, renderings)


def _deal(counts: list[int], *, backwards: bool) -> list[tuple[int, ...]]:
    """Return consecutive indices for each count, ascending or, if backwards, descending."""
    dealt, at = [], 0
    for count in reversed(counts) if backwards else counts:
        dealt.append(tuple(range(at, at + count)))
        at += count
    return dealt[::-1] if backwards else dealt


def _draw_passage(
    draw: st.DrawFn,
    row: int,
    sentences: list[tuple[int, ...]],
    seed: Segmentation,
    others: tuple[Segmentation, ...],
) -> Passage:
    mine = sentences[0]
    renderings = []
    for other, theirs in zip(others, sentences[1:], strict=True):
        if mine or theirs:
            bead = Bead(mine, theirs, draw(_shares), draw(st.booleans()), draw(st.booleans()))
            renderings.append(Rendering(other.witness.siglum, theirs, (bead,)))
    label = str(mine[0] + 1) if mine else f"{row}+1"
    entries = []
    if mine:
        cuts = {one.witness.siglum: one for one in (seed, *others)}
        lemmas = [_draw_span(draw, seed, mine) for _ in range(draw(st.integers(0, 4)))]
        entries = [
            _draw_entry(draw, f"{label}.{number}", lemma, renderings, cuts)
            for number, lemma in enumerate(lemmas, 1)
        ]
    return Passage(label, mine, tuple(renderings), tuple(entries))


def _draw_entry(
    draw: st.DrawFn,
    label: str,
    lemma: Span,
    renderings: list[Rendering],
    cuts: dict[str, Segmentation],
) -> Entry:
    differ = draw(
        st.lists(st.sampled_from(renderings), min_size=1, unique_by=lambda one: one.siglum)
    )
    readings = []
    for rendering in differ:
        other = cuts[rendering.siglum]
        span = _draw_span(draw, other, rendering.sentences)
        inside = st.lists(_spans_within(span), max_size=2).map(tuple)
        there = Attestation(rendering.siglum, span, draw(inside), draw(_shares))
        wording = " ".join(span.of(other.witness.text).split())
        flags = draw(st.frozensets(st.sampled_from(Flag), max_size=1))
        ruling = draw(st.none() | st.builds(Ruling, _words, st.sampled_from(VariantClass)))
        kind, sense = draw(st.sampled_from(Kind)), draw(_senses)
        readings.append(Reading(wording, kind, flags, (there,), ruling, sense))
    agreeing = tuple(one.siglum for one in renderings if one not in differ)
    place = f"p{label}".replace(".", "")
    return Entry(label, place, lemma, agreeing, tuple(readings))


def _draw_span(draw: st.DrawFn, one: Segmentation, sentences: tuple[int, ...]) -> Span:
    """Draw a span in the sentences, or return the end of the text if there are none."""
    if not sentences:
        return Span(len(one.witness.text), len(one.witness.text))
    whole = Span(one.sentences[sentences[0]].start, one.sentences[sentences[-1]].end)
    return draw(_spans_within(whole))


def _spans_within(whole: Span) -> st.SearchStrategy[Span]:
    ends = st.integers(whole.start, whole.end)
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))
