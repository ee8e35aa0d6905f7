"""A checker for plain English in docstrings, comments, messages and documentation.

Run it on the whole repository, or on the files and folders that you name::

    python -m tests.plain_english
    python -m tests.plain_english src/variants/readers docs/how-to

It prints one line a violation (``file:line: rule: text``) and exits with 1 if there are any.
``docs/style.md`` explains the rules.
"""

from __future__ import annotations

import argparse
import ast
import dataclasses
import fnmatch
import inspect
import io
import re
import sys
import tokenize
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_CHECKED = (
    *("src/variants", "tests", "benchmarks", "docs", "seeds"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md"),
)
_GOLDEN = ROOT / "tests" / "golden"  # Reports that quote the texts of witnesses.
_WITHOUT_MESSAGES = ("tests/", "benchmarks/")  # Their strings are data, so they are not checked.


@dataclass(frozen=True, slots=True)
class Exemption:
    """A phrase that is right although a rule would reject it.

    Attributes:
        paths: Glob of the files that may use it, from the root; ``*`` also matches ``/``.
        phrase: The exact words, with single spaces. The rejected words must be inside them.
        reason: Justification for the reviewer.
    """

    paths: str
    phrase: str
    reason: str


EXEMPTIONS: tuple[Exemption, ...] = ()
"""All exemptions, as few as possible. A test fails when one is no longer used."""


class Kind(Enum):
    """Source of a paragraph. Some rules apply only to some kinds."""

    MODULE = "module docstring"
    CLASS = "class docstring"
    FUNCTION = "function docstring"
    PROPERTY = "property docstring"
    VALUE = "docstring of a constant"
    COMMENT = "comment"
    MESSAGE = "message"
    PAGE = "Markdown text"
    HEADING = "Markdown heading"


class Rule(Enum):
    """Name of a rule, as printed."""

    OPENING = "opening"
    SUMMARY = "summary"
    BOOLEAN = "boolean"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class BannedWord:
    """A word or phrase that is not used, with its inflections.

    Attributes:
        name: Base form, for the report.
        pattern: Regular expression that matches every form.
        instead: Words to choose from.
    """

    name: str
    pattern: str
    instead: str


BANNED_WORDS = (
    BannedWord("tell", r"tells?|told|telling", "report, show, distinguish"),
    BannedWord("say", r"says?|said|saying", "state, specify, report"),
    BannedWord(
        "stand",
        r"(?<!long-)(?:stands?|stood|standing)(?! (?:for|in for)\b|[ -]?alone\b|-?off\b|-in\b)",
        "be, occur, appear",
    ),
    BannedWord("lay down", r"(?:lays?|laid|laying) (?:it |them )?down", "set, define, specify"),
    BannedWord("lie", r"lies?|lay(?! out\b)|lain|lying", "be, be located"),
    BannedWord("as usual", r"as usual", "by default"),
    BannedWord("bring", r"brings?|brought|bringing", "align, add, load, include"),
    BannedWord("take away", r"(?:takes?|taken|took|taking) (?:\w+ )?away", "remove"),
    BannedWord("part", r"parted|parting", "split"),
    BannedWord("blank", r"blanks?(?! (?:lines?|pages?|cells?|strings?|forms?)\b)", "space"),
    BannedWord("apart", r"apart(?! from\b)", "separately, distinguish, split"),
    BannedWord("go before", r"(?:goes|go|going|gone|went) before", "precede, override"),
    BannedWord(
        "no more",
        r"no more(?! (?:\w+ ){0,3}than\b)(?= (?:in|an?|the|to|at|on|of)\b| ?[.,;:!)]|$)",
        "no longer",
    ),
    BannedWord("nobody", r"nobody(?:'s)?|somebody(?:'s)?", "no editor, someone, the user"),
    BannedWord("so as to", r"so as (?:not )?to", "to"),
    BannedWord("in sight", r"in sight", "visible, nearby"),
    BannedWord("such as differ", r"such as (?:differ|are|have|do|can|were)", "those that"),
    BannedWord("as it were", r"as it were", "another construction"),
    BannedWord(
        "likelier", r"(?:often|likeli|common|seldom|sur)(?:er|est)", "more likely, most common"
    ),
    BannedWord("thereof", r"(?:there|where)(?:of|in|upon|to|with)", "of it, in which"),
    BannedWord("house", r"houses?(?![ -](?:rules?|styles?)\b)|homeless", "package, unplaced"),
    BannedWord("hold fast", r"(?:holds?|held|holding) (?:\w+ ){0,2}fast", "chain, fix"),
    BannedWord("confetti", r"confetti|strays?|chaff", "fragments, unmatched"),
    BannedWord("wish", r"(?:an?|the|this|that|no|each|every|its|their) wish(?:es)?", "option"),
    BannedWord("is to be", r"(?:is|are|was|were) to be", "must be, should be, will be"),
    BannedWord("one after another", r"one after (?:another|the other)", "in turn, in order"),
    BannedWord("put out", r"(?:put|puts|putting) out", "write, print"),
    BannedWord(
        "taken for", r"(?<!time )(?:takes?|taken|took|taking) (?:it |them )?for", "treat as"
    ),
    BannedWord("also at all", r"also at all", "in all"),
    BannedWord("give way", r"(?:gives?|gave|given|giving) way", "be overridden by"),
    BannedWord("look at as", r"look(?:s|ed|ing)? at (?:\w+ )?as", "treat as"),
    BannedWord("stretch", r"stretch(?:es)?", "span, passage, section, range"),
    BannedWord(
        "is no",
        r"(?<!there )(?:is|are|was|were) no(?! (?:longer|more|less|better|worse|such|need|way)\b)",
        "is not a",
    ),
    BannedWord("anew", r"anew", "again"),
    BannedWord("alike", r"alike", "similar, the same"),
    BannedWord("rising", r"rising", "ascending"),
    BannedWord("mend", r"mend(?:s|ed|ing)?", "fix, correct"),
    BannedWord(
        "not possible", r"(?<!it )(?<!that )is not possible", "Unknown value …; choose from …"
    ),
)

_OPENINGS = (
    *("What", "Whether", "The same", "Those", "That of", "Here"),
    *("Of (?:the|an?|its|each)", "That (?:the|an?|it|they|there)"),
)
"""Patterns with which no sentence begins: name the thing itself."""
_SUMMARY_OPENINGS = ("How", "Where", "Which", "When", "Nothing")
"""Patterns with which no docstring begins."""
_MESSAGE_OPENINGS = ("Usually", "Possible")
"""Patterns with which no sentence of a message begins: "(default: …)", "Choose from …"."""

VERBS = frozenset(
    """
    abbreviate abort accept access accumulate acquire activate adapt add adjust advance
    aggregate align allocate allow analyse analyze anchor annotate anonymize answer append
    apply approximate archive arrange ask assemble assert assign associate assume attach
    attempt authenticate average avoid await back balance begin bind block break broadcast
    build bypass cache calculate call cancel canonicalize capitalize capture carry cast catch
    center centre chain change check choose claim clamp classify clean clear clip clone close
    coerce collapse collate collect combine commit compare compile complete compose compress
    compute concatenate configure confirm connect consider constrain construct consume continue
    control convert copy correct count cover create crop cross curate customize cut decide
    declare decode decompose decorate decrease decrypt deduplicate default defer define delay
    delegate delete deliver deny deploy derive describe deserialize detach detect determine
    diff differentiate disable discard discover dispatch display dispose distribute divide do
    download draw drop dump duplicate edit eliminate embed emit enable encode encrypt end
    enforce ensure enter enumerate erase escape establish estimate evaluate exchange exclude
    execute exempt exit expand expect expire explain export expose express extend extract fail
    feed fetch fill filter finalize find finish fire fit fix flag flatten flush fold follow
    forbid force forget fork format forward freeze gather generate get give go grant group
    guarantee guard guess handle hash hide highlight hold identify ignore implement import
    include increase increment indent index indicate infer inform initialise initialize inject
    inline insert inspect install instantiate integrate intercept intern interpolate interpret
    intersect introduce invalidate invert invoke issue iterate join jump justify keep label
    launch learn leave let lift limit link list listen load locate lock log look lower make map
    mark mask match materialize maximise maximize measure memoize mention merge migrate
    minimise minimize mirror modify monitor mount move multiply name narrow negate nest
    normalise normalize note notify nudge number observe obtain offer omit open optimise
    optimize order organize outline output overlay override overwrite pack pad page paint pair
    parse partition pass paste pause peek perform permit persist pick pin place plan play point
    poll pop populate position post postprocess precompute predict prefer prefetch prefix
    preload prepare prepend preprocess preserve prevent print prioritize probe process produce
    prompt propagate propose protect provide prune publish pull purge push put qualify quantize
    query queue quote raise rank reach read rearrange reassign rebuild recalculate receive
    recognise recognize recompute reconcile reconstruct record recover redact redirect redo
    reduce refer refine reformat refresh refuse regenerate register reindex reject relate
    release reload remember remove rename render reopen reorder repair reparse repeat replace
    replay report represent reproduce request require resample rescale reserve reset resize
    resolve respond restart restore restrict resume retain retrieve retry return reuse reverse
    revert review revoke rewind rewrite roll rotate round run sample sanitize save scale scan
    schedule score scroll seal search seek segment select send separate serialize serve set
    settle share shield shift shorten show shrink shuffle sieve sign signal simplify simulate
    sketch skip slice smooth snap sniff solve sort specify split squeeze stack stage start
    stash state stem step stop store stream strengthen strip style submit subset substitute
    subtract suggest sum summarise summarize supply support suppress surround survey suspend
    swap switch synchronize synthesize tabulate tag take tally terminate test throw toggle
    tokenize trace track train transcribe transfer transform translate transpose traverse treat
    trigger trim truncate try turn undo unescape unfold unify unite unlink unlock unpack
    unquote unregister unwind unwrap update upgrade upload use validate vary verify view visit
    wait walk warn watch weigh widen withdraw wrap write yield zip
    """.split()  # noqa: SIM905 - people read and extend it as a paragraph
)
"""Verbs with which the docstring of a function may begin. Add the one that you need."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the violations in the given files and folders, or in the whole repository.

    Returns:
        The exit code: 1 if there are violations, otherwise 0.
    """
    parser = argparse.ArgumentParser(description="Find English that is not plain.")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders")
    parser.add_argument("--count", action="store_true", help="count the violations of each rule")
    options = parser.parse_args(arguments)
    found = [violation for path in files_in(options.paths) for violation in violations_in(path)]
    lines = [str(violation) for violation in found]
    if options.count:
        counts = Counter(f"{each.rule.value}: {each.term}" for each in found)
        lines = [f"{count:5} {name}" for name, count in counts.most_common()]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stderr.write(f"{len(found)} violations\n")
    return 1 if found else 0


def files_in(paths: Iterable[Path] = ()) -> list[Path]:
    """Return the Python and Markdown files at ``paths``, by default those of the repository."""
    found: list[Path] = []
    for path in list(paths) or [ROOT / name for name in _CHECKED]:
        if path.is_dir():
            files = sorted(each for each in path.rglob("*") if each.suffix in {".py", ".md"})
            found += [each for each in files if not each.resolve().is_relative_to(_GOLDEN)]
        elif path.exists():
            found.append(path)
    return found


def violations_in(path: Path) -> list[Violation]:
    """Return the violations in a file by line, without those that an exemption covers."""
    return [each for each in _all_violations(path) if not any(map(each.is_covered_by, EXEMPTIONS))]


def unused_exemptions(
    paths: Iterable[Path], exemptions: Sequence[Exemption] = EXEMPTIONS
) -> list[Exemption]:
    """Return the exemptions that cover nothing in the files."""
    found = [each for path in paths for each in _all_violations(path)]
    return [
        exemption
        for exemption in exemptions
        if not any(violation.is_covered_by(exemption) for violation in found)
    ]


@dataclass(frozen=True, slots=True)
class Violation:
    """A sentence that breaks a rule.

    Attributes:
        path: File, relative to the repository if it is inside.
        line: Line of the rejected words, from 1.
        rule: The broken rule.
        term: Rejected words, in the form that the rule lists.
        advice: Correction to make.
        sentence: The whole sentence.
        start: Offset of the rejected words in the sentence.
        end: Offset after the rejected words.
    """

    path: str
    line: int
    rule: Rule
    term: str
    advice: str
    sentence: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule.value}: {self.advice}: {self.sentence}"

    def is_covered_by(self, exemption: Exemption) -> bool:
        """Return True if the rejected words are inside the exempt phrase."""
        at = self.sentence.find(exemption.phrase)
        while at >= 0:
            if at <= self.start and self.end <= at + len(exemption.phrase):
                return fnmatch.fnmatch(self.path, exemption.paths)
            at = self.sentence.find(exemption.phrase, at + 1)
        return False


@cache
def _all_violations(path: Path) -> tuple[Violation, ...]:
    resolved = path.resolve()
    name = resolved.relative_to(ROOT) if resolved.is_relative_to(ROOT) else path
    found = check(path.read_text("utf-8"), name.as_posix())
    return tuple(sorted(found, key=lambda violation: violation.line))


def check(source: str, path: str) -> Iterator[Violation]:
    """Yield the violations in the text of a file, in the order of its paragraphs."""
    for prose in read_prose(source, path):
        for start, end in _sentences(prose.masked):
            for rule, term, advice, first, last in _broken_rules(prose, start, end):
                yield Violation(
                    path,
                    prose.line_at(start + first),
                    rule,
                    term,
                    advice,
                    prose.text[start:end],
                    first,
                    last,
                )


# Rules


_Broken = tuple[Rule, str, str, int, int]

_LEAD = r"[\s*_(\[>]*"  # Emphasis and brackets before the first word of a sentence.
_ANY_WORD = re.compile(
    "|".join(rf"(?P<w{at}>\b(?:{word.pattern})\b)" for at, word in enumerate(BANNED_WORDS)),
    re.IGNORECASE,
)


def _opening(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}({'|'.join(words)})\b", re.IGNORECASE)


_OPENING = _opening(_OPENINGS)
_SUMMARY_OPENING = _opening(_SUMMARY_OPENINGS)
_MESSAGE_OPENING = _opening(_MESSAGE_OPENINGS)
_NOUN = re.compile(r"\S+ (?:of|is|are|was|has|have|whose)\b")
_VAGUE = re.compile(r"Return (?:what|whatever|whether|how|where|those|all that|the same)\b")
_TRUE_IF = r"(?:True|False) (?:if|when|unless|only if)\b"
_PREDICATE = {
    Kind.FUNCTION: ("Return True if", re.compile(f"Return {_TRUE_IF}")),
    Kind.PROPERTY: ("True if", re.compile(f"(?:Return )?{_TRUE_IF}")),
}
_RETURNS_TRUE = re.compile(_TRUE_IF)


def _broken_rules(prose: Prose, start: int, end: int) -> Iterator[_Broken]:
    """Yield the rules that one sentence of a paragraph breaks."""
    sentence = prose.masked[start:end]
    yield from _broken_openings(prose, sentence, is_first=prose.is_summary and start == 0)
    for match in _ANY_WORD.finditer(sentence):
        word = BANNED_WORDS[int((match.lastgroup or "w0")[1:])]
        yield Rule.WORD, word.name, f"not '{match[0]}' but {word.instead}", *match.span()


def _broken_openings(prose: Prose, sentence: str, *, is_first: bool) -> Iterator[_Broken]:
    match = _OPENING.match(sentence)
    if match is None and is_first:
        match = _SUMMARY_OPENING.match(sentence)
    if match is None and prose.kind is Kind.MESSAGE:
        match = _MESSAGE_OPENING.match(sentence)
    if match is not None and not (prose.kind is Kind.HEADING and sentence.endswith("?")):
        advice = f"no sentence begins with '{match[1]}'"
        yield Rule.OPENING, match[1].capitalize(), advice, *match.span(1)
    elif is_first and prose.needs_true_if:
        opening, pattern = _PREDICATE[prose.kind]
        if not pattern.match(sentence):
            yield Rule.BOOLEAN, opening, f"begin with '{opening} …'", 0, len(sentence)
    elif is_first and prose.kind is Kind.FUNCTION and not prose.is_test:
        yield from _broken_summary(sentence)


def _broken_summary(sentence: str) -> Iterator[_Broken]:
    vague = _VAGUE.match(sentence)
    if vague:
        yield Rule.SUMMARY, vague[0], f"not '{vague[0]}' but the noun", *vague.span()
    elif not _is_imperative(sentence):
        end = len(sentence.split(maxsplit=1)[0])
        yield Rule.SUMMARY, "no verb", "begin with 'Return' or another verb", 0, end


def _is_imperative(sentence: str) -> bool:
    """Return True if a sentence begins with a verb, or an adverb and a verb.

    Examples:
        >>> _is_imperative("Read and decode a file."), _is_imperative("Recursively list files.")
        (True, True)
        >>> _is_imperative("Name of a file."), _is_imperative("Mark and lemma of a note.")
        (False, False)
    """
    first, *rest = [word.lower() for word in sentence.rstrip(".").split(" ")[:3]]
    if rest and first.endswith("ly") and first not in VERBS:
        first, *rest = rest
    if rest[:1] in (["and"], ["or"]) and rest[-1] not in VERBS:
        return False
    return any(part in VERBS for part in first.split("-")) and not _NOUN.match(sentence)


_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.)(?<!cf\.)(?<!vs\.)[)`”*_]*\s+(?=[(`“*_\[]*[^\W\d_a-z]|`)"
)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every sentence."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


# Reading


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of a file on one line.

    Attributes:
        kind: Where it comes from.
        text: Its words.
        masked: ``text`` with code and quotations masked, at the same offsets.
        lines: Offset in ``text`` and number of each source line, ascending.
        is_summary: True for the first paragraph of a docstring.
        needs_true_if: True if the summary has to state when ``True`` is returned.
        is_test: True if the summary belongs to a test.
    """

    kind: Kind
    text: str
    masked: str
    lines: tuple[tuple[int, int], ...]
    is_summary: bool = False
    needs_true_if: bool = False
    is_test: bool = False

    def line_at(self, offset: int) -> int:
        """Return the source line of a character."""
        return self.lines[max(0, bisect_right(self.lines, (offset, sys.maxsize)) - 1)][1]


_Lines = list[tuple[int, str]]
"""Numbered lines of one paragraph."""

_LETTER = re.compile(r"[^\W\d_]")
_MASKED = re.compile(
    r"``[^`]+``|`[^`]+`"  # code
    r"|\"[^\"]{1,200}\"|“[^”]{1,200}”"  # quotations
    r"|(?<=\])\([^)]*\)"  # targets of links
)


def read_prose(source: str, path: str) -> Iterator[Prose]:
    """Yield every paragraph of a Python or Markdown file that is written for people."""
    if path.endswith(".md"):
        for kind, lines in _markdown_paragraphs(source):
            yield from _prose(kind, lines)
        return
    tree = ast.parse(source)
    docstrings = list(_docstrings(tree))
    for owner, constant in docstrings:
        yield from _read_docstring(owner, constant)
    if not path.startswith(_WITHOUT_MESSAGES):
        for message in _messages(tree, {id(constant) for _, constant in docstrings}):
            for lines in _message_paragraphs(message):
                yield from _prose(Kind.MESSAGE, lines)
    if "#" in source:
        for lines in _comments(source):
            yield from _prose(Kind.COMMENT, lines)


def _prose(kind: Kind, lines: _Lines) -> Iterator[Prose]:
    """Yield the paragraph of the lines unless it has no letter."""
    text, starts = "", []
    for number, line in lines:
        starts.append((len(text), number))
        text += f"{line.strip()} "
    text = text.rstrip()
    if _LETTER.search(text):
        masked = _MASKED.sub(lambda match: match[0][0] * len(match[0]), text)
        yield Prose(kind, text, masked, tuple(starts))


def _docstrings(tree: ast.Module) -> Iterator[tuple[ast.AST | None, ast.Constant]]:
    """Yield every docstring with its owner; ``None`` owns the docstring of a constant."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for at, statement in enumerate(node.body):
            match statement:
                case ast.Expr(value=ast.Constant(value=str()) as constant):
                    yield node if at == 0 else None, constant


_SECTION = re.compile(
    r"(?:Args|Arguments|Attributes|Returns|Yields|Raises|Warns|Examples?|Notes?|See Also):$"
)
_ITEM = re.compile(r"\*{0,2}\w[\w.]*(?: \([^)]*\))?: +")
_BULLET = re.compile(r"(?:[-*+]|\d+[.)]) +")
_PROPERTIES = {"property", "cached_property", "once"}


def _read_docstring(owner: ast.AST | None, constant: ast.Constant) -> Iterator[Prose]:
    raw = str(constant.value)
    text = inspect.cleandoc(raw)
    first = constant.lineno + raw[: len(raw) - len(raw.lstrip())].count("\n")
    kind = _kind_of(owner)
    for at, lines in enumerate(_docstring_paragraphs(text, first)):
        for prose in _prose(kind, lines):
            if at:
                yield prose
            else:
                yield dataclasses.replace(
                    prose,
                    is_summary=True,
                    needs_true_if=_is_predicate(owner)
                    and (kind is Kind.PROPERTY or not _RETURNS_TRUE.search(text)),
                    is_test=_is_test(owner),
                )


def _kind_of(owner: ast.AST | None) -> Kind:
    match owner:
        case ast.Module():
            return Kind.MODULE
        case ast.ClassDef():
            return Kind.CLASS
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            names = {_last_name(decorator) for decorator in owner.decorator_list}
            return Kind.PROPERTY if names & _PROPERTIES else Kind.FUNCTION
    return Kind.VALUE


def _last_name(node: ast.AST) -> str:
    """Return the last part of a dotted name, or an empty string for another expression."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _is_predicate(owner: ast.AST | None) -> bool:
    """Return True if a function or property is annotated to return ``bool``."""
    return (
        isinstance(owner, ast.FunctionDef | ast.AsyncFunctionDef)
        and owner.returns is not None
        and _last_name(owner.returns) == "bool"
    )


def _is_test(owner: ast.AST | None) -> bool:
    """Return True if a function is a test, whose name is its sentence."""
    return isinstance(owner, ast.FunctionDef) and owner.name.startswith("test_")


def _docstring_paragraphs(text: str, first: int) -> Iterator[_Lines]:
    """Yield summary, paragraphs and items of sections, without headings and code."""
    lines: _Lines = []
    is_code = is_section = False
    for number, line in enumerate(text.splitlines(), first):
        content = line.strip()
        indent = len(line) - len(line.lstrip())
        is_section = is_section and (not content or indent > 0)
        is_code = bool(content) and (is_code or content.startswith(">>>"))
        is_heading = _SECTION.match(content) is not None
        item = _BULLET.match(content) or (_ITEM.match(content) if is_section else None)
        if item or is_heading or is_code or not content:
            yield lines
            lines = []
        if is_heading:
            is_section = True
        elif content and not is_code and (is_section or indent < _CODE_INDENT):
            lines.append((number, content[item.end() :] if item else content))
    yield lines


def _messages(tree: ast.Module, docstrings: Container[int]) -> Iterator[ast.expr]:
    """Yield the string constants and f-strings that may be sentences for a user."""
    skipped: set[int] = set()
    for node in ast.walk(tree):  # Parents come before their children.
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant() as words, attr="split")):
                skipped.add(id(words))
            case ast.Call(func=function) if _last_name(function) == "compile":
                skipped.update(map(id, node.args))
            case ast.JoinedStr() if id(node) not in skipped:
                skipped.update(map(id, node.values))
                yield node
            case ast.Constant(value=str()) if not (id(node) in docstrings or id(node) in skipped):
                yield node


_NO_PROSE = re.compile(r"\\|</|/>|xmlns|=\"|^(?:select|insert into|create (?:table|trigger)) ")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3


def _message_paragraphs(node: ast.expr) -> Iterator[_Lines]:
    """Yield the paragraphs of a message, without examples; none if it is not prose."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
    if _NO_PROSE.search(text) or len(_WORD.findall(text)) < _FEWEST_WORDS or " " not in text:
        return
    lines: _Lines = []
    for at, line in enumerate(text.split("\n")):
        if not line.strip() or line.startswith((" " * 2, "\b")):
            yield lines
            lines = []
        else:
            lines.append((min(node.lineno + at, node.end_lineno or node.lineno), line))
    yield lines


_DIRECTIVE = re.compile(
    r"(?:noqa|type: ?ignore|fmt|ruff|pragma|mypy|isort|pylint)\b(?:[^-]|-(?! ))*(?:- |$)"
)


def _comments(source: str) -> Iterator[_Lines]:
    """Yield the paragraphs of comments; consecutive lines of one indentation are one."""
    lines: _Lines = []
    last = (0, -1)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT:
            continue
        text = _DIRECTIVE.sub("", token.string.lstrip("#!: "))
        place = (token.start[0], token.start[1])
        alone = not token.line[: place[1]].strip()
        if not (alone and place == (last[0] + 1, last[1])) or not text:
            yield lines
            lines = []
        lines.append((place[0], text))
        last = place if alone else (0, -1)
    yield lines


_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_TABLE_RULE = re.compile(r"[|\s:-]+$")
_CODE_INDENT = 4


def _markdown_paragraphs(source: str) -> Iterator[tuple[Kind, _Lines]]:
    """Yield headings, paragraphs, list items and table cells, without blocks of code."""
    lines: _Lines = []
    is_fenced = False
    for number, line in enumerate(source.splitlines(), 1):
        content = line.strip().removeprefix("> ")
        is_fence = _FENCE.match(line) is not None
        is_fenced ^= is_fence
        bullet = _BULLET.match(content)
        if not content or is_fence or bullet or content.startswith(("#", "|", "<!--")):
            yield Kind.PAGE, lines
            lines = []
        if not content or is_fenced or is_fence or content.startswith("<!--"):
            continue
        if content.startswith("#"):
            yield Kind.HEADING, [(number, content.lstrip("# "))]
        elif content.startswith("|"):
            if not _TABLE_RULE.match(content):
                for cell in content.strip("|").split("|"):
                    yield Kind.PAGE, [(number, cell)]
        elif bullet:
            lines = [(number, content[bullet.end() :])]
        elif lines or not line.startswith(" " * _CODE_INDENT):
            lines.append((number, content))
    yield Kind.PAGE, lines


if __name__ == "__main__":
    raise SystemExit(main())
