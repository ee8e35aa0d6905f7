"""Removal of links from ``variants.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from variants.errors import BadSettingsFile
from variants.project.settings_file import read_settings_file
from variants.project.toml_links import without_links

# Each example writes its file again, so sharing the folder does no harm.
_files = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def link(siglum: str, number: int) -> str:
    return (
        f'[[links.letter.{siglum}]]\nforce = "{number}={number}"\n'
        'seed = ["The  ship"]\nother = ["A ship"]\n'
    )


def remove(root: Path, text: str, *labels: str) -> str:
    """Remove the links with these labels, such as ``"A:3=3"``, or all."""
    path = root / "variants.toml"
    path.write_bytes(text.encode())
    gone = {
        table.document: [
            each
            for other in read_settings_file(path).links
            if other.document == table.document
            for each in other.links
            if not labels or f"{each.siglum}:{each.label}" in labels
        ]
        for table in read_settings_file(path).links
    }
    shorter = without_links(root, gone)
    assert path.read_bytes() == text.encode()
    return shorter.decode()


_OTHER_PARTS = (
    'title = "x [links] #"\n',
    "language = 'en' # why not\r\n",
    '# [[links.letter.A]]\n# force = "1=1"\n',
    "\n",
    '[documents.letter]\ntitle = "The\u2028ship\x85" # of the ferry\n',
    '[documents.letter]\nnote = """\n[[links.letter.A]]\n"quoted" ""\\""""\n\n',
    "[documents.letter]\nnote = '''\n# \"\n'''' # '\n",
    '[settings]\nterms = [\n  "a]", # one\n\n  "b",\n]\n',
    "# at the end",
    "",
)
_parts = st.tuples(
    st.lists(st.sampled_from(_OTHER_PARTS[:4]), max_size=3, unique_by=lambda part: part[:3]),
    st.sampled_from(["", "\n", "# between\n", "\n# between\n\n"]),
    st.sampled_from(_OTHER_PARTS[4:]),
)


@_files
@given(parts=_parts, end=st.sampled_from(["\n", "\r\n"]), mark=st.sampled_from(["", "\ufeff"]))
def test_all_other_lines_stay_as_they_are(
    tmp_path: Path, parts: tuple[list[str], str, str], end: str, mark: str
) -> None:
    before, between, after = "".join(parts[0]), parts[1].replace("\n", end), parts[2]
    first, second = (link(siglum, 3).replace("\n", end) for siglum in "AB")

    found = remove(tmp_path, f"{mark}{before}{first}{between}{second}{after}")

    def lines(source: str) -> list[str]:
        return [line for line in source.split("\n") if line.strip()]

    assert found.startswith(mark)
    assert lines(found.removeprefix(mark)) == lines(before + between + after)
    assert "links" not in tomllib.loads(found.removeprefix(mark))


def test_blank_lines_around_links_are_removed_with_them(tmp_path: Path) -> None:
    text = f'title = "x"\n\n{link("A", 3)}\n{link("B", 4)}'

    assert remove(tmp_path, text) == 'title = "x"\n'
    assert remove(tmp_path, f"{text}\n# end\n") == 'title = "x"\n\n# end\n'


def test_blank_lines_elsewhere_stay(tmp_path: Path) -> None:
    rest = '[documents.letter]\n\n\ntitle = "y"\n\n\n'

    before = "\n\n# a\n\n\n"

    assert remove(tmp_path, f"{before}{link('A', 3)}{rest}") == before + rest


def test_one_link_of_several_is_removed(tmp_path: Path) -> None:
    others = link("A", 3), link("B", 5), link("A", 7)
    text = "\n".join([*others[:2], link("A", 5), others[2]])

    assert remove(tmp_path, text, "A:5=5") == "\n".join(others)


def test_comments_in_and_after_a_link_are_kept(tmp_path: Path) -> None:
    text = (
        '# above\n[[links.letter.A]] # one\n# two\nforce = "3=3"\n'
        'seed = [\n  "It # x", # three\n]\n'
        'other = ["It"]\n\n# below\n[documents.letter]\ntitle = "y"\n'
    )

    assert remove(tmp_path, text) == (
        '# above\n# one\n# two\n# three\n\n# below\n[documents.letter]\ntitle = "y"\n'
    )


_ROW = '{force = "3=", seed = ["The ]ship"]}'


@pytest.mark.parametrize(
    "text",
    [
        f"links.letter.A = [{_ROW}]\n",
        f"links.letter = {{A = [{_ROW}], B = [{_ROW}]}}\n",
        f"links = {{letter = {{A = [{_ROW}]}}}}\n",
        f"[links]\nletter.A = [\n{_ROW},\n]\n",
        f"[links.letter]\nA = [{_ROW}]\n\nB = [{_ROW}]\n",
    ],
)
def test_inline_links_are_removed_when_all_are(tmp_path: Path, text: str) -> None:
    text = f'title = "x"\n{text}'

    assert remove(tmp_path, text) == 'title = "x"\n'


def test_a_single_inline_link_is_not_removed(tmp_path: Path) -> None:
    text = f"title = 'x'\nlinks.letter.A = [{_ROW}, {_ROW.replace('3=', '4=')}]\n"

    with pytest.raises(BadSettingsFile, match="line 2: a single link") as caught:
        remove(tmp_path, text, "A:3=")

    assert "--record-links" in caught.value.hint


def test_links_of_another_document_stay(tmp_path: Path) -> None:
    other = link("A", 3).replace("letter", "ferry")
    path = tmp_path / "variants.toml"
    path.write_text(other + link("A", 3))
    table = read_settings_file(path).links[1]

    assert without_links(tmp_path, {"letter": table.links}).decode() == other


@example(siglum="A.1")
@given(siglum=st.sampled_from(["B.1", "B-2", "'"]))
@_files
def test_quoted_sigla_are_understood(tmp_path: Path, siglum: str) -> None:
    kept = link("A", 3)
    quoted = link(f'"{siglum}"', 4)

    assert remove(tmp_path, kept + quoted, f"{siglum}:4=4") == kept


def test_an_empty_line_at_the_top_of_the_file_stays(tmp_path: Path) -> None:
    text = f'\ntitle = "x"\n\n{link("A", 1)}'

    assert remove(tmp_path, text) == '\ntitle = "x"\n'
