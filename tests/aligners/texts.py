"""Texts to align: a short letter in two translations, and ways to cut and to draw texts."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st

from variants.types import Alignment, Bead, Segmentation, Span, Witness

few = settings(max_examples=40, deadline=None)
"""Of a property that costs much; the first example imports numpy."""

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]

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
    """A witness with these sentences, a line each."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Segmentation(Witness(siglum, "\n".join(sentences)), tuple(spans))


def pairs(beads: Sequence[Bead]) -> Beads:
    """The beads as pairs of sentence numbers."""
    return [(bead.base, bead.other) for bead in beads]


def singles(count: int) -> Beads:
    """Each sentence with the one of the same number."""
    return [((i,), (i,)) for i in range(count)]


def sides_are_runs(alignment: Alignment) -> bool:
    """Whether each side of each bead holds consecutive sentences."""
    sides = [side for bead in alignment.beads for side in (bead.base, bead.other) if side]
    return all(list(side) == list(range(side[0], side[-1] + 1)) for side in sides)


def follows(alignment: Alignment) -> bool:
    """Whether beads that are not moved rise on both sides, and each that is crosses one."""
    found = [bead for bead in alignment.beads if bead.base and bead.other]
    kept = [bead for bead in found if not bead.moved]
    rising = all(before.other[-1] < bead.other[0] for before, bead in pairwise(kept))
    return rising and all(
        any(_cross(bead, other) for other in kept) for bead in found if bead.moved
    )


def _cross(bead: Bead, other: Bead) -> bool:
    return (bead.base < other.base) != (bead.other < other.other)


words = st.sampled_from(
    ["the", "king", "said", "unto", "Oka", "bridge", "ice", "не", "мост", "橋梁", "a", "—", "3"]
)
sentences = st.lists(words, min_size=1, max_size=8).map(" ".join)
texts = st.lists(sentences, max_size=14)
