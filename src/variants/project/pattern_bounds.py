"""Bounds of the patterns in ``variants.toml``, checked before they are compiled.

A short pattern can be compiled to gigabytes, since a counted repetition copies what it repeats, and
one that calls itself may never end. Matching has a limit of time; compiling can have none.
"""

from __future__ import annotations

import re

_LONGEST = 10_000  # Characters.
_LARGEST = 20_000  # Characters and sets, with all repetitions written out; takes about 0.1 s.
_DEEPEST = 50
_DIGITS = 6  # Most digits in a number of repetitions.
_CALL = re.compile(r"\(\?(?:R|[+-]?\d+|&\w+|P>\w+)\)")
_TOKEN = re.compile(r"\\.|\{(\d*),?(\d*)\}|.", re.DOTALL)


def problem_of_pattern(pattern: str) -> str:
    r"""Return why a regular expression is not compiled; empty if it may be.

    Examples:
        >>> problem_of_pattern(r"\\d{1,3} (miles|km)")
        ''
        >>> problem_of_pattern("((a{100}){100}){100}")
        'its repetitions are too many'
    """
    if len(pattern) > _LONGEST:
        return f"it has more than {_LONGEST} characters"
    if _CALL.search(pattern):
        return "it calls itself or a group"
    return _problem_of_size(pattern)


def _problem_of_size(pattern: str) -> str:
    """Return the problem of a pattern with too many levels or repetitions."""
    sizes = [0]  # One for each open group; the first is the whole.
    last = 0  # Size of what a repetition would repeat.
    in_set = 0  # Open square brackets, which may be nested.
    for token in _TOKEN.finditer(pattern):
        in_set += token[0] == "["
        if in_set:
            in_set -= token[0] == "]"
            size = 0 if in_set else 1
        elif token[0] == "(":
            sizes.append(0)
            size = 0
        elif token[0] == ")" and len(sizes) > 1:
            size = max(sizes.pop(), 1)
        elif token[1] or token[2]:
            last *= _repetitions(token[1] or "", token[2] or "")
            sizes[-1] += last
            size = 0
        else:
            size = 1
        last = size or last
        sizes[-1] += size
        if max(len(sizes), in_set) > _DEEPEST:
            return "it is nested too deeply"
        if sizes[-1] > _LARGEST:
            return "its repetitions are too many"
    return ""


def _repetitions(lower: str, upper: str) -> int:
    """Return the highest count of a repetition, or a number above every bound."""
    if max(len(lower), len(upper)) > _DIGITS:
        return _LARGEST + 1
    return max(int(lower or 0), int(upper or 0), 1)
