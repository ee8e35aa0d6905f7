"""Scripts in a LaTeX file: fonts that have their letters, and runs of each."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_SERIFS = (
    *("Noto Serif", "Latin Modern Roman", "Libertinus Serif", "CMU Serif", "DejaVu Serif"),
    *("FreeSerif", "Times New Roman", "Liberation Serif"),
)


@dataclass(frozen=True, slots=True)
class Script:
    """A script, or a group of signs, with the fonts that are tried for it.

    Attributes:
        name: Name; with ``v`` before it, the command for its words.
        ranges: First and last code point of each range.
        fonts: Names of fonts, the best first.
        leftwards: True if it is written from right to left.
        shaped: True if its letters join or combine, so that the font must know the script.
        unspaced: True if lines may break between any two of its characters.
    """

    name: str
    ranges: tuple[tuple[int, int], ...]
    fonts: tuple[str, ...]
    leftwards: bool = False
    shaped: bool = False
    unspaced: bool = False


LATIN = Script("Latin", (), _SERIFS)
"""Script of the main font, which also has the punctuation."""
_SYMBOLS = Script(
    "Symbols",
    (),
    (
        *("DejaVu Sans", "Noto Sans Symbols 2", "Noto Sans Symbols", "Noto Sans Math"),
        *("Segoe UI Symbol", "Apple Symbols", "FreeSerif", "Symbola", "Unifont"),
    ),
)
_OTHER = Script(
    "Other", (), ("FreeSerif", "Noto Sans", "DejaVu Sans", "Segoe UI Historic", "Unifont")
)
_MAIN_RANGES = (
    *((0x0000, 0x02FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2100, 0x214F)),
    *((0x2C60, 0x2C7F), (0xA720, 0xA7FF), (0xFB00, 0xFB06)),
)


def _indic(name: str, first: int, last: int) -> Script:
    fonts = (f"Noto Serif {name}", f"Noto Sans {name}", f"Lohit {name}", "FreeSerif", "Nirmala UI")
    return Script(name, ((first, last),), fonts, shaped=True)


_SCRIPTS = (
    Script("Greek", ((0x0370, 0x03FF), (0x1F00, 0x1FFF)), ("GFS Didot", *_SERIFS)),
    Script(
        "Cyrillic",
        ((0x0400, 0x052F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)),
        _SERIFS,
    ),
    Script(
        "Armenian",
        ((0x0530, 0x058F), (0xFB13, 0xFB17)),
        ("Noto Serif Armenian", "DejaVu Serif", "FreeSerif", "Sylfaen"),
    ),
    Script(
        "Hebrew",
        ((0x0590, 0x05FF), (0xFB1D, 0xFB4F)),
        (
            *(
                "Noto Serif Hebrew",
                "Frank Ruehl CLM",
                "SBL Hebrew",
                "Libertinus Serif",
                "FreeSerif",
            ),
            *("DejaVu Sans", "Times New Roman", "Liberation Serif", "Arial Hebrew"),
        ),
        leftwards=True,
        shaped=True,
    ),
    Script(
        "Arabic",
        ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
        (
            *("Amiri", "Noto Naskh Arabic", "Scheherazade New", "Noto Sans Arabic", "DejaVu Sans"),
            *("Arial", "Times New Roman", "Geeza Pro"),
        ),
        leftwards=True,
        shaped=True,
    ),
    Script(
        "Syriac",
        ((0x0700, 0x074F),),
        ("Noto Sans Syriac", "Noto Sans Syriac Estrangela", "Estrangelo Edessa"),
        leftwards=True,
        shaped=True,
    ),
    _indic("Devanagari", 0x0900, 0x097F),
    _indic("Bengali", 0x0980, 0x09FF),
    _indic("Gurmukhi", 0x0A00, 0x0A7F),
    _indic("Gujarati", 0x0A80, 0x0AFF),
    _indic("Oriya", 0x0B00, 0x0B7F),
    _indic("Tamil", 0x0B80, 0x0BFF),
    _indic("Telugu", 0x0C00, 0x0C7F),
    _indic("Kannada", 0x0C80, 0x0CFF),
    _indic("Malayalam", 0x0D00, 0x0D7F),
    _indic("Sinhala", 0x0D80, 0x0DFF),
    Script(
        "Thai",
        ((0x0E00, 0x0E7F),),
        ("Noto Serif Thai", "Noto Sans Thai", "TH Sarabun New", "Norasi", "FreeSerif", "Tahoma"),
        shaped=True,
    ),
    Script("Lao", ((0x0E80, 0x0EFF),), ("Noto Serif Lao", "Noto Sans Lao", "Lao UI"), shaped=True),
    Script(
        "Tibetan",
        ((0x0F00, 0x0FFF),),
        ("Noto Serif Tibetan", "Jomolhari", "Tibetan Machine Uni", "Microsoft Himalaya", "Kailasa"),
        shaped=True,
    ),
    Script(
        "Myanmar",
        ((0x1000, 0x109F), (0xAA60, 0xAA7F)),
        ("Noto Serif Myanmar", "Noto Sans Myanmar", "Padauk", "Myanmar Text"),
        shaped=True,
    ),
    Script(
        "Georgian",
        ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
        ("Noto Serif Georgian", "DejaVu Serif", "FreeSerif", "Sylfaen"),
    ),
    Script(
        "Ethiopic",
        ((0x1200, 0x139F),),
        ("Noto Serif Ethiopic", "Abyssinica SIL", "FreeSerif", "Nyala"),
    ),
    Script(
        "Khmer",
        ((0x1780, 0x17FF),),
        ("Noto Serif Khmer", "Noto Sans Khmer", "Khmer OS", "Khmer UI"),
        shaped=True,
    ),
    Script(
        "Mongolian", ((0x1800, 0x18AF),), ("Noto Sans Mongolian", "Mongolian Baiti"), shaped=True
    ),
    Script(
        "Hangul",
        ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
        (
            *("Noto Serif CJK KR", "Noto Serif KR", "UnBatang", "Baekmuk Batang", "NanumMyeongjo"),
            *("Batang", "AppleMyungjo", "Noto Sans CJK KR", "Malgun Gothic"),
        ),
    ),
    Script(
        "Kana",
        ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F)),
        (
            *("Noto Serif CJK JP", "Noto Serif JP", "HaranoAjiMincho-Regular", "IPAexMincho"),
            *("Hiragino Mincho ProN", "Yu Mincho", "MS Mincho", "Noto Sans CJK JP"),
        ),
        unspaced=True,
    ),
    Script(
        "Han",
        (
            *((0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3100, 0x312F), (0x31A0, 0x31EF)),
            *((0x3200, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F)),
            *((0xFF00, 0xFF65), (0x20000, 0x3FFFF)),
        ),
        (
            *(
                "Noto Serif CJK SC",
                "Noto Serif SC",
                "Source Han Serif SC",
                "FandolSong",
                "Songti SC",
            ),
            *("SimSun", "AR PL UMing CN", "HaranoAjiMincho-Regular", "Noto Serif CJK JP"),
            *(
                "Noto Sans CJK SC",
                "WenQuanYi Zen Hei",
                "WenQuanYi Micro Hei",
                "Droid Sans Fallback",
            ),
            *("Microsoft YaHei", "PingFang SC"),
        ),
        unspaced=True,
    ),
    Script(
        "Emoji",
        ((0x1F000, 0x1FAFF),),
        ("Noto Emoji", "Symbola", "Segoe UI Emoji", "Segoe UI Symbol", "DejaVu Sans", "Unifont"),
    ),
)
_STARTS = sorted(
    (first, last, script)
    for script, ranges in (*((s, s.ranges) for s in _SCRIPTS), (LATIN, _MAIN_RANGES))
    for first, last in ranges
)
_FIRSTS = [start[0] for start in _STARTS]
_NOT_MAIN = re.compile(
    "[^" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _MAIN_RANGES) + "]"
)
_LOOSE = frozenset({"Zs", "Zl", "Zp", "Cf", "Cc"})
"""Categories of characters that print nothing, so that no font needs them."""
_NEUTRAL = frozenset({"P", "S", "Z", "N", "C"})
"""First letters of categories that are part of the words around them from right to left."""


@dataclass(frozen=True, slots=True)
class ScriptRun:
    """Characters of one script, with the spaces and combining marks in them."""

    text: str
    script: Script


def script_of(character: str) -> Script:
    """Return the script of a character, or the group of signs that it belongs to."""
    code = ord(character)
    at = bisect_right(_FIRSTS, code) - 1
    if at >= 0 and code <= _STARTS[at][1]:
        return _STARTS[at][2]
    return _OTHER if unicodedata.category(character)[0] == "L" else _SYMBOLS


def runs_of(text: str) -> list[ScriptRun]:
    """Split a text into runs; what prints nothing, and marks, belong to the run before them."""
    if not _NOT_MAIN.search(text):
        return [ScriptRun(text, LATIN)] if text else []
    scripts: list[Script] = []
    for character in text:
        follows = unicodedata.category(character)[0] in "MC" or character == "\u200d"
        own = script_of(character)
        joins = follows and bool(scripts) and own in {LATIN, _SYMBOLS, _OTHER, scripts[-1]}
        scripts.append(scripts[-1] if joins else own)
    _fill_gaps(text, scripts)
    pairs = groupby(zip(text, scripts, strict=True), key=lambda pair: pair[1].name)
    return [
        ScriptRun("".join(character for character, _ in members), members[0][1])
        for _, group in pairs
        for members in [list(group)]
    ]


def _fill_gaps(text: str, scripts: list[Script]) -> None:
    """Give neutral characters between words written leftwards, and spaces, to the words."""
    last = -1
    for at, script in enumerate(scripts):
        if unicodedata.category(text[at])[0] in _NEUTRAL and script is LATIN:
            continue
        between = text[last + 1 : at]
        is_one = last >= 0 and scripts[last] is script is not LATIN
        if between and is_one and (script.leftwards or between.isspace()):
            scripts[last + 1 : at] = [script] * len(between)
        last = at


def scripts_in(texts: Iterable[str]) -> dict[Script, set[str]]:
    """Return the scripts of some texts, in a fixed order, each with the characters to print."""
    characters: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for run in runs_of(text):
            characters[run.script.name].update(run.text)
    found = {}
    for script in (LATIN, *_SCRIPTS, _SYMBOLS, _OTHER):
        own = {c for c in characters[script.name] if unicodedata.category(c) not in _LOOSE}
        if own or script is LATIN:
            found[script] = own
    return found


def may_break(before: str, after: str) -> bool:
    """Return True if a line may break between two characters of a script without spaces."""
    closing = unicodedata.category(after) in {"Pe", "Pf", "Po", "Mn"} or after.isspace()
    opening = unicodedata.category(before) in {"Ps", "Pi"} or before.isspace()
    return not closing and not opening


def font_lines(scripts: Sequence[tuple[Script, set[str]]]) -> Iterator[str]:
    """Yield the lines of the preamble that choose a font for each script."""
    yield _CHOICE
    kana = next((script.fonts for script, _ in scripts if script.name == "Kana"), ())
    for script, characters in scripts:
        codes = ",".join(f"{ord(each):04X}" for each in sorted(characters) if not each.isascii())
        # Letters have another form in Japanese than in Chinese.
        fonts = dict.fromkeys((*kana, *script.fonts)) if script.name == "Han" else script.fonts
        yield f"\\vChooseFont{{{script.name}}}{{{', '.join(fonts)}}}%\n  {{{codes}}}"
        if script is LATIN:
            yield "\\setmainfont{\\vNameLatin}"
            continue
        features = f"[Script={script.name}]" if script.shaped else ""
        yield f"\\newfontfamily\\vFont{script.name}{{\\vName{script.name}}}{features}"
        words = "\\vLeftwards{#1}" if script.leftwards else "#1"
        yield f"\\newcommand*{{\\v{script.name}}}[1]{{{{\\vFont{script.name} {words}}}}}"


_CHOICE = r"""% Fonts: the first of a list that is installed and has all characters of the script.
% To use another one, write its name at the beginning of the list.
\ExplSyntaxOn
\bool_new:N \g_variants_has_all_bool
\cs_new_protected:Npn \vChooseFont #1 #2 #3
  {
    \cs_undefine:c { vName #1 }
    \clist_map_inline:nn {#2}
      {
        \IfFontExistsTF {##1}
          {
            \bool_gset_true:N \g_variants_has_all_bool
            \group_begin:
            \fontspec {##1}
            \clist_map_inline:nn {#3}
              {
                \tex_iffontchar:D \font "####1~ \else:
                  \bool_gset_false:N \g_variants_has_all_bool
                \fi:
              }
            \group_end:
            \bool_if:NT \g_variants_has_all_bool
              { \tl_set:cn { vName #1 } {##1} \clist_map_break: }
          }
          { }
      }
    \cs_if_exist:cF { vName #1 }
      {
        \tl_set:cn { vName #1 } { Latin~Modern~Roman }
        \msg_new:nnn { variants } { #1 }
          { No~font~with~all~#1~characters~of~this~file~is~installed.~Write~the~name~of~one~
            into~the~line~that~begins~with~\vChooseFont{#1}. }
        \msg_error:nn { variants } { #1 }
      }
  }
\ExplSyntaxOff
% Words written from right to left, and numbers in them.
\newcommand*{\vInDirection}[1]{#1}
\newcommand*{\vOverlay}[1]{#1}
\ifdefined\textdir
  \newcommand*{\vLeftwards}[1]{{\textdir TRT #1}}
  \newcommand*{\vRightwards}[1]{{\textdir TLT #1}}
\else
  \TeXXeTstate=1
  % XeTeX reverses the commands for colours too.
  \newcommand*{\vLeftwards}[1]{{%
    \def\vInDirection##1{\beginR ##1\endR}%
    \def\vOverlay##1{\beginL ##1\endL}%
    \beginR #1\endR}}
  \newcommand*{\vRightwards}[1]{\beginL #1\endL}
\fi"""
