"""Terms that views print, each with its one meaning. The glossary defines the same terms."""

from __future__ import annotations

from collections.abc import Mapping

SEED = "seed"
WITNESS = "witness"
PLACE = "place"
READING = "reading"
OMITTED = "omitted"
NOT_FOUND = "no counterpart found"
ADDED = "added"
MOVED = "moved"
RECAST = "recast"
NOTHING = "nothing"
LEFT_OUT = "left out"
UNCERTAIN = "uncertain"
FORCED = "forced"
MORE_THAN_FORM = "more than form"

NOTHING_IN_SEED = f"{NOTHING} in the {SEED}"
"""Printed instead of the seed's text where witnesses add sentences."""

TERMS: Mapping[str, str] = {
    SEED: "the witness that all others are compared with (the base text or copy-text), with the "
    "siglum S by default",
    WITNESS: "one rendering of the text",
    PLACE: "words of the seed for which there is a reading or a decision",
    READING: "the wording of a witness",
    OMITTED: "the witness has nothing for these words or this sentence of the seed",
    NOT_FOUND: "the witness may have omitted the words, or may say them in other words",
    ADDED: "the seed has nothing for these words or this sentence of the witness",
    MOVED: "the witness has the words at another point of its text",
    RECAST: "the witness says the whole passage in other words, so it has one reading for it",
    NOTHING: "printed instead of words where a text has none",
    LEFT_OUT: "words of the seed that an editor decided not to print",
    UNCERTAIN: "a bead with a confidence under 0.8",
    FORCED: "a bead that an editor requires",
    MORE_THAN_FORM: "a reading differs in wording, and not only in form or in the form of a name",
}
"""Meaning of each term, as in the glossary."""
