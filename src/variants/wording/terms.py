"""Terms that views print, each with its one meaning. The glossary defines the same terms."""

from __future__ import annotations

from collections.abc import Mapping

from variants.types.sense import Tier

SEED = "seed"
WITNESS = "witness"
PLACE = "place"
READING = "reading"
OMITTED = "omitted"
NOT_FOUND = "no counterpart found"
NO_TEXT = "no text here"
ADDED = "added"
MOVED = "moved"
RECAST = "recast"
NOTHING = "nothing"
LEFT_OUT = "left out"
UNCERTAIN = "uncertain"
FORCED = "forced"
SUBSTANTIVE = "substantive"
TIER = "tier"
LIKELY = "likely to touch the sense"
OTHER_WORDING = "other wording"
EXPECTED = "expected to touch the sense"
TOUCHES = "touches the sense"
NOT_TOUCHING = "does not touch the sense"
NOT_ALONE = "not adoptable alone"
FOLDED = "folded"

NOTHING_IN_SEED = f"{NOTHING} in the {SEED}"
"""Printed instead of the seed's text where witnesses add sentences."""

TERMS: Mapping[str, str] = {
    SEED: "the witness that all others are compared with (the base text or copy-text), with the "
    "siglum S by default",
    WITNESS: "one rendering of the text",
    PLACE: "words of the seed for which there is a reading or a decision",
    READING: "the wording of a witness",
    OMITTED: "not in the witness: words or a sentence of the seed",
    NOT_FOUND: "omitted by the witness, or paraphrased",
    NO_TEXT: "in a longer part of the seed that the witness does not have, such as all before the "
    "beginning of a fragment",
    ADDED: "not in the seed: words or a sentence of a witness",
    MOVED: "at another point of the witness",
    RECAST: "paraphrased as a whole, so that there is one reading for the passage",
    NOTHING: "printed instead of words where a text has none",
    LEFT_OUT: "not printed, by the decision of an editor",
    UNCERTAIN: "a bead, or a pair of words, with a confidence under 0.8",
    FORCED: "a bead that an editor requires",
    SUBSTANTIVE: "a difference in more than form",
    TIER: "the weight of a reading for a historian: likely to touch the sense, other wording or "
    "form",
    LIKELY: "with an estimated probability above a threshold",
    OTHER_WORDING: "in more than form, and not likely to touch the sense",
    TOUCHES: "in the first tier by a classification rule or an editor's verdict, which replaces "
    "the estimate",
    NOT_ALONE: "a reading with words whose counterparts are elsewhere in the sentence, so that it "
    "cannot replace the seed's words by itself",
    FOLDED: "one line for passages in which nothing is likely to touch the sense",
    EXPECTED: "the sum of the probabilities of several places",
}
"""Meaning of each term, as in the glossary."""

TIERS: Mapping[Tier, str] = {Tier.SENSE: LIKELY, Tier.WORDING: OTHER_WORDING, Tier.FORM: "form"}
"""Name of each tier, heaviest first."""
