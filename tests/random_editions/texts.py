"""Random texts: a seed of a few paragraphs, and renderings that differ from it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import TypeAlias

Paragraphs: TypeAlias = list[list[str]]
"""A text: sentences in paragraphs."""

_SENTENCES = (
    "The envoy reached the fort on 7 June 1854, and slept until noon.",
    "We found the gate shut, but the guard was asleep.",
    "She sold the old house to a widow in the spring.",
    "They must pay the harbour master 30 silver coins a year.",
    "Nobody knew why the bridge was broken.",
    "“Bring me the letter,” said the abbot, “before the bell rings.”",
    "The ship left Bergen at dawn, and a storm came from the north.",
    "He had never seen such a large and beautiful garden.",
    "At last the council agreed to rebuild the mill, the weir and the tower.",
    "If the river rises, the lower fields will be lost.",
    "Mr. Okafor wrote to his brother about the quarrel.",
    "The old pier was damaged by ice; the new one was not.",
    "Three of the nine boats came home on Monday.",
    "Было холодно, и мы ждали у ворот.",
    "The captain’s log-book is kept in the town hall.",
    "Perhaps the miller (an honest man) will tell us.",
    "Is it true that the road was closed?",
    "船在黎明离开了港口。",
    "They gave the horse water, hay and rest.",
    "On Tuesday the clerk read the names aloud, slowly and clearly.",
)
_SYNONYMS = (
    *(("old", "ancient"), ("large", "great"), ("house", "dwelling"), ("reached", "came to")),
    *(("must", "should"), ("broken", "in ruins"), ("guard", "watchman"), ("shut", "closed")),
    *(("before", "ere"), ("storm", "gale"), ("beautiful", "fair"), ("quarrel", "dispute")),
    *(("damaged", "harmed"), ("ice", "the ice"), ("spring", "springtime"), ("letter", "note")),
    *(("came", "returned"), ("true", "so"), ("road", "way"), ("horse", "mare"), ("30", "thirty")),
    *(("7 June 1854", "the 7th of June, 1854"), ("a year", "yearly"), ("mill", "watermill")),
    *(("ждали", "стояли"), ("港口", "码头"), ("’", "'"), ("“", '"'), ("log-book", "logbook")),
)
_ADVERBS = ("indeed", "at once", "it is said", "very soon", "in truth")
_FRONTED = re.compile(
    r"^(?P<head>\w.*?) (?P<tail>(?:on|in|at|by|from|until) [^,;.]+)(?P<end>[.?])$"
)

Change: TypeAlias = Callable[[random.Random, Paragraphs], None]


def random_seed(draw: random.Random) -> Paragraphs:
    """Return a text of one to twelve sentences in one to four paragraphs."""
    sentences = [draw.choice(_SENTENCES) for _ in range(draw.randint(1, 12))]
    paragraphs: Paragraphs = [[]]
    for sentence in sentences:
        if paragraphs[-1] and draw.random() < 0.3:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
    return paragraphs


def changed(draw: random.Random, text: Paragraphs, times: int) -> Paragraphs:
    """Return a copy of a text with some random changes; at least one sentence is left."""
    made = [list(paragraph) for paragraph in text]
    for _ in range(times):
        draw.choice(_CHANGES)(draw, made)
        made = [paragraph for paragraph in made if paragraph] or [[draw.choice(_SENTENCES)]]
    return made


def joined(draw: random.Random, text: Paragraphs) -> str:
    """Return a text as a file has it, with its own ends of lines."""
    end = draw.choice(["\n", "\n", "\n", "\r\n"])
    between = draw.choice([" ", " ", " ", end, "  "])
    return f"{end}{end}".join(between.join(paragraph) for paragraph in text) + draw.choice(
        ["", end]
    )


def _sentence(draw: random.Random, text: Paragraphs) -> tuple[list[str], int]:
    paragraph = draw.choice(text)
    return paragraph, draw.randrange(len(paragraph))


def _reword(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    fitting = [pair for pair in _SYNONYMS if pair[0] in paragraph[at]]
    if fitting:
        paragraph[at] = paragraph[at].replace(*draw.choice(fitting), 1)


def _drop_words(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    words = paragraph[at].split(" ")
    if len(words) > 3:
        first = draw.randrange(1, len(words) - 1)
        paragraph[at] = " ".join([*words[:first], *words[first + draw.randint(1, 2) :]])


def _add_words(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    words = paragraph[at].split(" ")
    words.insert(draw.randrange(1, len(words) + 1) if len(words) > 1 else 0, draw.choice(_ADVERBS))
    paragraph[at] = " ".join(words)


def _front(draw: random.Random, text: Paragraphs) -> None:
    """Move the end of a sentence to its beginning, sometimes in several parts."""
    paragraph, at = _sentence(draw, text)
    found = _FRONTED.match(paragraph[at].replace(", and slept until noon", ""))
    if found:
        tail = found["tail"].replace(
            "7 June 1854", draw.choice(["the 7th of June, 1854", "7 June"])
        )
        head = found["head"][0].lower() + found["head"][1:]
        comma = draw.choice([",", ""])
        paragraph[at] = f"{tail[0].upper()}{tail[1:]}{comma} {head}{found['end']}"


def _swap_parts(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    first, comma, last = paragraph[at].rstrip(".").partition(", ")
    if comma and paragraph[at].endswith("."):
        paragraph[at] = f"{last[0].upper()}{last[1:]}, {first[0].lower()}{first[1:]}."


def _swap_words(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    words = paragraph[at].split(" ")
    one, other = draw.randrange(len(words)), draw.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    paragraph[at] = " ".join(words)


def _drop_sentence(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    del paragraph[at]


def _add_sentence(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    paragraph.insert(at, draw.choice(_SENTENCES))


def _move_sentence(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    sentence = paragraph.pop(at)
    into = draw.choice(text)
    into.insert(draw.randint(0, len(into)), sentence)


def _join_sentences(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    if at + 1 < len(paragraph):
        following = paragraph.pop(at + 1)
        first = paragraph[at].rstrip(".")
        paragraph[at] = f"{first}, and {following[0].lower()}{following[1:]}"


def _split_sentence(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    first, comma, last = paragraph[at].partition(", and ")
    if comma:
        paragraph[at : at + 1] = [f"{first}.", last[0].upper() + last[1:]]


def _new_paragraph(draw: random.Random, text: Paragraphs) -> None:
    at = draw.randrange(len(text))
    paragraph = text[at]
    cut = draw.randint(0, len(paragraph))
    text[at : at + 1] = [paragraph[:cut], paragraph[cut:]]


def _join_paragraphs(draw: random.Random, text: Paragraphs) -> None:
    at = draw.randrange(len(text))
    text[at : at + 2] = [[sentence for paragraph in text[at : at + 2] for sentence in paragraph]]


def _spell(draw: random.Random, text: Paragraphs) -> None:
    paragraph, at = _sentence(draw, text)
    change = draw.choice([str.upper, str.lower, lambda one: one.replace(",", ""), str.title])
    paragraph[at] = change(paragraph[at])


_CHANGES: tuple[Change, ...] = (
    *(_reword, _reword, _reword, _drop_words, _drop_words, _add_words, _add_words, _front, _front),
    *(_swap_parts, _swap_words, _drop_sentence, _add_sentence, _move_sentence, _join_sentences),
    *(_split_sentence, _new_paragraph, _join_paragraphs, _spell),
)
