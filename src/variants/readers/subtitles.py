"""Reader for subtitles in SubRip (SRT) and WebVTT."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.languages.language import is_tag
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.text_builder import TextBuilder
from variants.types.witness import DivisionKind

_WHAT = "a file of subtitles"
_SPACES = re.compile(r"[ \t\f\v]+")
_NEWLINE = re.compile(r"\r\n?|\n")
_TIME = r"((?:\d{1,4}:)?\d{1,2}:\d{1,2})[,.](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_VTT = re.compile(r"\ufeff?WEBVTT(?:[ \t]|\Z)")
_FIELD = re.compile(r"(Language|Title):\s*(\S.*?)\s*", re.IGNORECASE)
_ABOUT = frozenset(("STYLE", "REGION"))
_RUBY = re.compile(r"<rt>[^<]*(?:</rt>)?", re.IGNORECASE)
_SPEAKER = re.compile(r"<v[ .][^<>]*>", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-z][^<>]*>|</?>|<\d[\d:.]*>", re.IGNORECASE)
_POSITIONS = re.compile(r"\{\\[^{}]*\}|\{[a-z]:[^{}]*\}|\{/?[biusBIUS]\}")
_DASH = re.compile(r"[-–‐‑—]\s?[^\W\d]")
_HYPHEN = re.compile(r"(?<=[^\W\d_][-‐‑]) (?=[^\W\d_])")
_LONE = re.compile(r"[-–‐‑—♪♫#\[(<*]")
_ENDS = ".!?…:;。！？：；؟۔।♪♫)]–—-"
_CLOSING = "\"'”’»›」』)]）"
_OPENING = "\"'“”„‘’«»‹›([¿¡….… "
_LONGEST_PAUSE = 1.5  # Seconds inside a sentence.
_MINUTE = 60
_MANY = 4  # Lines that stay on the screen; fewer may be words that a speaker repeats.


@dataclass(frozen=True, slots=True)
class _SubtitleCue:
    """Text that is shown for a time; ``number`` is its number in the file, as it is written."""

    number: str
    clock: str
    begins: float
    ends: float
    lines: tuple[str, ...]


@dataclass(slots=True)
class _Utterance:
    """Words of one speaker, in one cue or in several."""

    first: _SubtitleCue
    last: _SubtitleCue
    text: str

    @property
    def source(self) -> str:
        """The place in the file: its cues, and the time of the first."""
        one, other = self.first.number, self.last.number
        cues = f"cue {one}" if self.first is self.last else f"cues {one}-{other}"
        return f"{cues}, {self.first.clock}"

    @property
    def ends(self) -> bool:
        """True if the words end with a mark that ends a sentence or a clause."""
        bare = self.text.rstrip(_CLOSING)
        return self.text[-1:] in _ENDS or bare[-1:] in _ENDS


def read_subtitles(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of subtitles, with a division up to each end of a sentence in a cue."""
    decoded = decode(path, data, encoding=options.encoding, language=options.language)
    lines = _NEWLINE.split(decoded.text)
    is_vtt = _VTT.match(lines[0]) is not None
    file = _SubtitleFile(is_vtt=is_vtt)
    cues = list(file.cues(lines))
    if not cues:
        raise DamagedFile(path, _WHAT, reason="it has no times")
    builder = TextBuilder()
    shown = _without_repeats(cues, file.left_out)
    for utterance in _joined([each for cue in shown for each in _utterances(cue)]):
        builder.add(DivisionKind.PARAGRAPH, [utterance.text], utterance.source)
    text, divisions = builder.build(options.notes)
    notices = tuple(file.left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    notices += decoded.notices(path)
    language = file.metadata.get("language", "")
    return (
        FileText(
            text,
            divisions,
            encoding=decoded.encoding,
            metadata=tuple(file.metadata.items()),
            notices=notices,
            language=language if is_tag(language) else "",
        ),
    )


@dataclass(slots=True)
class _SubtitleFile:
    """Lines of a file, of which cues are made."""

    is_vtt: bool
    left_out: LeftOut = field(default_factory=LeftOut)
    metadata: dict[str, str] = field(default_factory=dict)

    def cues(self, lines: Sequence[str]) -> Iterator[_SubtitleCue]:
        """Yield the cues in order."""
        times = [n for n, line in enumerate(lines) if "-->" in line and _TIMES.fullmatch(line)]
        borders = [*times, len(lines)]
        self._head(lines[: borders[0]])
        for count, at in enumerate(times, start=1):
            following = borders[count]
            found = _TIMES.fullmatch(lines[at])
            if found is None:
                continue
            before = lines[at - 1].strip() if at else ""
            number = before if before.isascii() and before.isdigit() else str(count)
            text = self._text(lines[at + 1 : following], is_last=following == len(lines))
            begins, ends = (_seconds(found[n], found[n + 1]) for n in (1, 3))
            yield _SubtitleCue(number, found[1], begins, ends, tuple(text))

    def _head(self, lines: Sequence[str]) -> None:
        """Keep the language and the title that the head of a file states."""
        for line in lines:
            found = _FIELD.fullmatch(line)
            if found and self.is_vtt:
                self.metadata.setdefault(found[1].lower(), found[2])
        self._count_comments(lines)

    def _text(self, lines: Sequence[str], *, is_last: bool) -> Iterator[str]:
        """Yield the lines of a cue without tags; the number of the next cue follows them."""
        if self.is_vtt:
            end = next((n for n, line in enumerate(lines) if not line), len(lines))
            self._count_others(lines[end:], is_last=is_last)
            lines = lines[:end]
        elif not is_last and lines and lines[-1].strip().isdigit():
            lines = lines[:-1]
        for line in lines:
            bare = _SPACES.sub(" ", self._without_tags(line)).strip(" ")
            if bare:
                yield bare

    def _count_comments(self, lines: Sequence[str]) -> None:
        if self.is_vtt:
            self.left_out.count("comment", sum(line.split()[:1] == ["NOTE"] for line in lines))

    def _count_others(self, lines: Sequence[str], *, is_last: bool) -> None:
        """Count the blocks between two cues; one at the end names the cue that follows."""
        self._count_comments(lines)
        blocks = [list(group) for filled, group in groupby(lines, bool) if filled]
        if blocks and not is_last and lines[-1]:
            blocks.pop()
        others = sum(
            block[0].split()[:1] != ["NOTE"] and block[0] not in _ABOUT for block in blocks
        )
        self.left_out.count("untimed cue", others)

    def _without_tags(self, line: str) -> str:
        self.left_out.count("speaker name", len(_SPEAKER.findall(line)))
        line = _TAGS.sub("", _RUBY.sub("", line))
        return html.unescape(line) if self.is_vtt else _POSITIONS.sub("", line)


def _seconds(clock: str, thousandths: str) -> float:
    total = 0.0
    for part in clock.split(":"):
        total = total * _MINUTE + int(part)
    return total + int(thousandths.ljust(3, "0")) / 1000


def _without_repeats(cues: Sequence[_SubtitleCue], left_out: LeftOut) -> list[_SubtitleCue]:
    """Return the cues without lines that only stay on the screen, as in captions that roll up."""
    shown = [cue for cue in cues if cue.lines]
    staying = [cue.lines[0] == before.lines[-1] for before, cue in pairwise(shown)]
    if sum(staying) < max(_MANY, len(shown) / 2):
        return shown
    left_out.count("repeated line", sum(staying))
    first, *others = shown
    cut = (
        replace(cue, lines=cue.lines[1:]) if stays else cue
        for cue, stays in zip(others, staying, strict=True)
    )
    return [first, *(cue for cue in cut if cue.lines)]


def _utterances(cue: _SubtitleCue) -> Iterator[_Utterance]:
    """Yield the words of each speaker in a cue: a dash begins those of another."""
    words: list[str] = []
    for line in cue.lines:
        if words and _DASH.match(line):
            yield _Utterance(cue, cue, _in_one_line(words))
            words = []
        words.append(line)
    if words:
        yield _Utterance(cue, cue, _in_one_line(words))


def _in_one_line(lines: Sequence[str]) -> str:
    """Return lines as one; a hyphen at the end of a line is inside a word."""
    return _HYPHEN.sub("", " ".join(lines))


def _joined(utterances: Sequence[_Utterance]) -> Iterator[_Utterance]:
    """Yield the utterances; one that goes on in the next cue is joined with it."""
    ending = sum(each.ends for each in utterances)
    has_marks = 2 * ending >= len(utterances)
    held: _Utterance | None = None
    for each in utterances:
        if held is not None and _goes_on(held, each, has_marks=has_marks):
            held = _Utterance(held.first, each.last, f"{held.text} {each.text}")
        else:
            if held is not None:
                yield held
            held = each
    if held is not None:
        yield held


def _goes_on(one: _Utterance, following: _Utterance, *, has_marks: bool) -> bool:
    """Return True if a sentence goes on in the following words.

    They begin with a small letter, or they follow at once in a file with marks at the ends of its
    sentences, and there is none here. Signs in capitals are not sentences.
    """
    if _LONE.match(following.text):
        return False
    if following.text.lstrip(_OPENING)[:1].islower():
        return True
    pause = following.first.begins - one.last.ends
    is_sign = not any(character.islower() for character in one.text)
    return has_marks and not one.ends and not is_sign and 0 <= pause <= _LONGEST_PAUSE
