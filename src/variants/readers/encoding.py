"""Decoding of text files, with a guess at an unknown encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from variants.errors import BinaryFile, UndecodableText, UnknownEncoding

# UTF-32 before UTF-16, because its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "\ufeff"
_WIDE = ("utf-16", "utf-32")
# Text files contain other control characters: newlines, tabs, form feeds, the end mark of DOS and
# escapes of ISO 2022. Word leaves a few of these as well (note marks, soft hyphens).
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text.

    Attributes:
        text: The text of the file, without a byte order mark.
        encoding: Python's name of the encoding.
        guessed: True if neither the user nor a byte order mark nor valid UTF-8 determined it.
        runner_up: An encoding that fits a guess nearly as well; empty if none does.
    """

    text: str
    encoding: str
    guessed: bool
    runner_up: str = ""

    def notices(self, path: Path) -> tuple[str, ...]:
        """Return the notice for an encoding that was guessed; none for a known one."""
        other = f"--encoding {self.runner_up}" if self.runner_up else "--encoding"
        doubt = f"This is uncertain: {self.runner_up} fits nearly as well. " * bool(self.runner_up)
        message = (
            f"The encoding of {path} was guessed; it was read as {self.encoding}. {doubt}"
            f"If letters look wrong, name another with {other}."
        )
        return (message,) if self.guessed else ()


def decode(path: Path, data: bytes, *, encoding: str | None, language: str) -> Decoded:
    """Decode the bytes of a file.

    An encoding that the user named is used. Otherwise these are tried in order, and must fit the
    whole file: a byte order mark, UTF-16 or UTF-32 by the positions of zero bytes, UTF-8, and a
    guess among legacy encodings.

    Args:
        path: The file, for messages.
        data: All bytes of the file.
        encoding: The encoding that the user named, if any.
        language: BCP 47 tag of the text's language, which the guess uses.

    Raises:
        UndecodableText: The bytes do not fit the encoding, or are not those of a text.
        UnknownEncoding: Python does not know the encoding that the user named.
    """
    if encoding is not None:
        known = _known(encoding)
        if known.startswith(_WIDE) and _is_narrow(data):
            raise UndecodableText(path, encoding=known)
        return Decoded(_decode_as(path, data, known).removeprefix(_MARK), known, guessed=False)
    for decoded in (_decode_by_mark(path, data), _decode_by_zeros(data)):
        if decoded is not None:
            return decoded
    # Control characters are the same bytes in all remaining encodings.
    _refuse_controls(path, data.decode("latin-1"), "latin-1", before=0)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError as error:
        guess = _guess(data, language)
        if guess is None:
            raise _undecodable(path, error, "utf-8") from error
        return guess


def _is_narrow(data: bytes) -> bool:
    """Return True if a file is UTF-8 and has no zero byte, as any space of UTF-16 has one."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return 0 not in data


def _known(encoding: str) -> str:
    """Return Python's name for an encoding that the user named."""
    try:
        # Python's encodings that are not for text ("hex") fail only on decoding.
        b"a".decode(encoding)
    except UnicodeError:
        pass  # A single byte need not be valid.
    except (LookupError, ValueError) as error:
        raise UnknownEncoding(encoding) from error
    return codecs.lookup(encoding).name


def _decode_as(path: Path, data: bytes, encoding: str) -> str:
    """Decode strictly with a known encoding."""
    try:
        text = data.decode(encoding)
        text.encode()
    except UnicodeDecodeError as error:
        raise _undecodable(path, error, encoding) from error
    except UnicodeError as error:
        # Some do not report the position ("idna"), or return a lone surrogate ("utf-7").
        raise UndecodableText(path, encoding=encoding) from error
    return text


def _undecodable(path: Path, error: UnicodeDecodeError, encoding: str) -> UndecodableText:
    before = error.object[: error.start]
    line = before.count(b"\n") + 1 if b"\n" in before else before.count(b"\r") + 1
    return UndecodableText(
        path,
        encoding=encoding,
        byte=error.object[error.start],
        offset=error.start,
        line=line,
    )


def _decode_by_mark(path: Path, data: bytes) -> Decoded | None:
    """Decode a file that begins with a byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decode_as(path, data[len(mark) :], encoding)
            _refuse_controls(path, text, encoding, before=len(mark))
            return Decoded(text, encoding, guessed=False)
    return None


def _decode_by_zeros(data: bytes) -> Decoded | None:
    """Decode UTF-16 or UTF-32 without a byte order mark.

    Spaces and newlines alone cause zero bytes in such a text, always on the same side of a pair.
    """
    if 0 not in data:
        return None
    even, odd = data[::2].count(0), data[1::2].count(0)
    wide = ("utf-16-be",) if odd == 0 else ("utf-16-le",) if even == 0 else ()
    for encoding in ("utf-32-le", "utf-32-be", *wide):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _find_control(text) is None:
            return Decoded(text, encoding, guessed=True)
    return None


def _refuse_controls(path: Path, text: str, encoding: str, *, before: int) -> None:
    """Raise an error for binary data; ``before`` is the number of bytes before the text."""
    control = _find_control(text)
    if control is not None:
        raise BinaryFile(path, offset=before + len(text[:control].encode(encoding)))


def _find_control(text: str) -> int | None:
    """Return the offset of the first control character if there are too many for a text."""
    zero = text.find("\0")
    if zero >= 0:
        return zero
    found = _CONTROL.findall(text)
    return text.find(found[0]) if len(found) > _CONTROL_SHARE * len(text) else None


def _guess(data: bytes, language: str) -> Decoded | None:
    """Guess a legacy encoding."""
    from variants.readers.encoding_guess import guess_encoding  # noqa: PLC0415 - loads regex

    guess = guess_encoding(data, language)
    if guess is None:
        return None
    # Some decoders of a library lose a character that they mistake for a byte order mark.
    text = data.decode(guess.encoding)
    return Decoded(text, guess.encoding, guessed=True, runner_up=guess.runner_up)
