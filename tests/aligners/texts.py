"""Texts to align: a short letter in two translations, and ways to cut and to draw texts."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st

from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark, opening_of
from variants.types.span import Span
from variants.types.witness import Witness

few = settings(max_examples=40, deadline=None)
"""Settings for an expensive property; the first example imports numpy."""

Numbers = tuple[int, ...]
Sides = tuple[Numbers, Numbers]
Beads = list[Sides]

FIRST = (
    "TO THE COMMITTEE.",
    "URGENT.",
    "Your letter of 3 May reached us only this morning.",
    "We have read it with great attention.",
    "The bridge over the Oka can not be repaired before the autumn.",
    "Two of its pillars were carried away by the ice.",
    "Our engineers ask for timber, nails and forty workmen.",
    "Without these the work will not begin.",
    "As to the ferry, it runs twice a day.",
    "It carries carts, cattle and people on foot.",
    "The ferryman complains that he has not been paid since winter.",
    "We consider his complaint just.",
    "Pay him at once what is owed.",
    "The harvest promises to be good.",
    "Rye stands high, and the oats have not suffered from the drought.",
    "However, there are not enough sacks.",
    "Send us three thousand of them by rail.",
    "The schoolmistress has fallen ill, and the school is closed.",
    "A new teacher is needed by the first of September.",
    "We remind you that the doctor promised to visit us in June.",
    "He did not come.",
    "We await your answer.",
    "PETROV",
    "No. 117",
    "PETROV",
)
SECOND = (
    "For the Committee.",
    "Urgent.",
    "It was only this morning that your letter of May 3 arrived.",
    "We studied it very attentively.",
    "Repair of the bridge across the Oka is impossible before autumn.",
    "The ice has swept away two of the pillars.",
    "Timber, nails and forty labourers are requested by our engineers.",
    "Unless they get these, work will not be started.",
    "The ferry, for its part, makes two crossings daily.",
    "Carts, cattle and pedestrians are carried by it.",
    "The ferryman's grievance is that since winter nobody has paid him.",
    "In our opinion the complaint is justified.",
    "Pay what he is owed immediately.",
    "A good harvest is promised.",
    "The rye is tall, and drought has done the oats no harm.",
    "But sacks are lacking.",
    "Three thousand should be sent to us by rail.",
    "The school is shut because the schoolmistress is ill.",
    "By September 1 we need another teacher.",
    "Let us remind you of the doctor's promise to come in June.",
    "He never came.",
    "Your answer is awaited.",
    "Petrov",
    "No. 117",
    "Petrov",
)


def cut(sentences: Sequence[str], siglum: str = "S") -> Segmentation:
    """Return the segmentation of a witness with one sentence per line."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Segmentation(Witness(siglum, "\n".join(sentences)), tuple(spans))


def pairs(beads: Sequence[Bead]) -> Beads:
    """Return the beads as pairs of sentence numbers."""
    return [(bead.seed, bead.other) for bead in beads]


def singles(count: int) -> Beads:
    """Return the beads of equal sentence numbers."""
    return [((i,), (i,)) for i in range(count)]


def sides_are_runs(alignment: Alignment) -> bool:
    """Return True if each side of each bead has consecutive sentences."""
    sides = [side for bead in alignment.beads for side in (bead.seed, bead.other) if side]
    return all(list(side) == list(range(side[0], side[-1] + 1)) for side in sides)


def follows(alignment: Alignment) -> bool:
    """Return True if unmoved beads ascend on both sides, and each moved one crosses one of them."""
    found = [bead for bead in alignment.beads if bead.seed and bead.other]
    kept = [bead for bead in found if not bead.moved]
    rising = all(before.other[-1] < bead.other[0] for before, bead in pairwise(kept))
    return rising and all(
        any(_cross(bead, other) for other in kept) for bead in found if bead.moved
    )


def _cross(bead: Bead, other: Bead) -> bool:
    return (bead.seed < other.seed) != (bead.other < other.other)


words = st.sampled_from(
    ["the", "king", "said", "unto", "Oka", "bridge", "ice", "не", "мост", "橋梁", "a", "—", "3"]
)
sentences = st.lists(words, min_size=1, max_size=8).map(" ".join)
texts = st.lists(sentences, max_size=14)
filled = st.lists(sentences, min_size=1, max_size=7)


def link(kind: LinkKind, first: Segmentation, second: Segmentation, sides: Sides) -> SentenceLink:
    """Return a link of the given sentences."""
    seed, other = (
        tuple(SentenceMark(n, opening_of(cut.text_of(n))) for n in side)
        for cut, side in zip((first, second), sides, strict=True)
    )
    return SentenceLink(kind, second.witness.siglum, seed, other)


def force(first: Segmentation, second: Segmentation, seed: Numbers, other: Numbers) -> SentenceLink:
    """Return a link that forces the sentences into a bead."""
    return link(LinkKind.FORCED, first, second, (seed, other))


def forbid(
    first: Segmentation, second: Segmentation, seed: Numbers, other: Numbers
) -> SentenceLink:
    """Return a link that forbids the sentences to share a bead."""
    return link(LinkKind.FORBIDDEN, first, second, (seed, other))


def obeys(alignment: Alignment, links: Sequence[SentenceLink]) -> bool:
    """Return True if forced beads have confidence 1, and no bead has a forbidden pair."""
    forced = {(bead.seed, bead.other) for bead in alignment.beads if bead.forced}
    wanted = {
        (each.seed_numbers, each.other_numbers) for each in links if each.kind is LinkKind.FORCED
    }
    sure = all(bead.confidence == 1.0 for bead in alignment.beads if bead.forced)
    return (
        sure
        and forced == wanted
        and not any(
            set(bead.seed) & set(each.seed_numbers) and set(bead.other) & set(each.other_numbers)
            for bead in alignment.beads
            for each in links
            if each.kind is LinkKind.FORBIDDEN
        )
    )


long_sentences = st.builds(
    lambda text, times: " ".join([text] * times), sentences, st.integers(30, 90)
)
texts_with_long_sentences = st.lists(st.one_of(sentences, sentences, long_sentences), max_size=10)
"""Texts some sentences of which are so long that they are cut into pieces."""


@st.composite
def linked_texts(
    draw: st.DrawFn,
) -> tuple[Segmentation, Segmentation, tuple[SentenceLink, ...]]:
    """Draw two texts and consistent links between them."""
    both = st.one_of(texts, texts_with_long_sentences)
    seed = draw(both)
    other = draw(st.one_of(both, st.permutations(seed), st.just(seed)))
    first, second = cut(seed), cut(other, "A")
    links: list[SentenceLink] = []
    for _ in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(LinkKind))
        sides = [draw(_runs(len(side), kind)) for side in (seed, other)]
        alone = kind is LinkKind.FORCED and len(sides[0]) + len(sides[1]) == 1
        if alone or (sides[0] and sides[1]):
            new = link(kind, first, second, (sides[0], sides[1]))
            if not any(new.contradicts(old) for old in links):
                links.append(new)
    return first, second, tuple(links)


def _runs(count: int, kind: LinkKind) -> st.SearchStrategy[Numbers]:
    """Return a strategy for consecutive sentences; possibly none if a side may be empty."""
    if count == 0:
        return st.just(())
    least = 0 if kind is LinkKind.FORCED else 1
    return st.tuples(st.integers(0, count - 1), st.integers(least, 3)).map(
        lambda run: tuple(range(run[0], min(count, run[0] + run[1])))
    )
