"""Vectors of words' meaning, from the files that the package wordllama brings along.

Its own loader wants to fetch them; here they are read where they were installed, so that
nothing is fetched and nothing of the package is run.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from variants.errors import NoVectors
from variants.words.batches import Floats

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_PACKAGE, _CUTTER, _VECTORS = "wordllama", "tokenizers", "wordllama with its vectors"
_WEIGHTS = Path("weights", "l2_supercat_256.safetensors")
_TOKENIZER = Path("tokenizers", "l2_supercat_tokenizer_config.json")
_HEADER_SIZE = 8  # Bytes before a safetensors file's header: its length.
_PIECES = "embedding.weight"


def word_vectors(words: tuple[str, ...]) -> Floats:
    """A vector of length one for each word, and one of zeros for no word.

    A word's vector is the mean of those of the pieces that the tokenizer cuts it into,
    beginning and end of text left out.

    Raises:
        NoVectors: The extra "semantic" is not installed.
    """
    pieces = _pieces()
    vectors = np.zeros((len(words) + 1, pieces.shape[1]), dtype=np.float32)
    cuts = _tokenizer().encode_batch(list(words), add_special_tokens=False)
    for row, cut in zip(vectors, cuts, strict=False):  # The last row is no word's.
        if cut.ids:
            row[:] = pieces[cut.ids].mean(axis=0)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-9))
    return vectors


def check_installed() -> None:
    """Raise ``NoVectors`` unless the extra "semantic" is installed with its files."""
    if find_spec(_CUTTER) is None:
        raise NoVectors(_CUTTER)
    folder = _folder()
    if not ((folder / _WEIGHTS).is_file() and (folder / _TOKENIZER).is_file()):
        raise NoVectors(_VECTORS)


def _folder() -> Path:
    # The specification alone: importing the package would load far more than two files.
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise NoVectors(_PACKAGE)
    return Path(found.origin).parent


@cache
def _pieces() -> Floats:
    """The vectors of all pieces, from a safetensors file: a length, a header, the figures."""
    content = (_folder() / _WEIGHTS).read_bytes()
    size = int.from_bytes(content[:_HEADER_SIZE], "little")
    entry = json.loads(content[_HEADER_SIZE : _HEADER_SIZE + size])[_PIECES]
    start, end = (_HEADER_SIZE + size + offset for offset in entry["data_offsets"])
    figures = np.frombuffer(content[start:end], dtype="<f2").reshape(entry["shape"])
    return figures.astype(np.float32)


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer  # noqa: PLC0415 - of the extra

    return Tokenizer.from_file(str(_folder() / _TOKENIZER))
