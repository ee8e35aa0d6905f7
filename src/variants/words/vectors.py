"""Word vectors, from the files of the package wordllama.

The package's own loader would download them. This module reads the installed files, so nothing is
downloaded and none of the package's code runs.
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
_HEADER_SIZE = 8  # Bytes of a safetensors file before its header, which are the header's length.
_PIECES = "embedding.weight"


def word_vectors(words: tuple[str, ...]) -> Floats:
    """Return a vector of length one for each word, and one of zeros for padding.

    A word's vector is the mean of the vectors of its pieces, without the marks for the beginning
    and end of a text. The result has the shape (words + 1, dimensions).

    Raises:
        NoVectors: The extra "semantic" is not installed.
    """
    pieces = _pieces()
    vectors = np.zeros((len(words) + 1, pieces.shape[1]), dtype=np.float32)
    cuts = _tokenizer().encode_batch(list(words), add_special_tokens=False)
    for row, cut in zip(vectors, cuts, strict=False):  # The last row is padding.
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
    # Only the specification, because importing the package would load far more than two files.
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise NoVectors(_PACKAGE)
    return Path(found.origin).parent


@cache
def _pieces() -> Floats:
    """Read the vectors of all pieces from a safetensors file: a length, a header, the numbers."""
    content = (_folder() / _WEIGHTS).read_bytes()
    size = int.from_bytes(content[:_HEADER_SIZE], "little")
    entry = json.loads(content[_HEADER_SIZE : _HEADER_SIZE + size])[_PIECES]
    start, end = (_HEADER_SIZE + size + offset for offset in entry["data_offsets"])
    values = np.frombuffer(content[start:end], dtype="<f2").reshape(entry["shape"])
    return values.astype(np.float32)


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer  # noqa: PLC0415 - an optional extra

    return Tokenizer.from_file(str(_folder() / _TOKENIZER))
