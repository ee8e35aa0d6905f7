from hypothesis import given
from hypothesis import strategies as st

from variants.readers.file_text import NotesUse, ReadOptions, SuppliedUse, TrackedChanges
from variants.readers.read_choices import read_choices, written_choices

_options = st.builds(
    ReadOptions,
    encoding=st.sampled_from([None, "windows-1252"]),
    language=st.just("de"),
    changes=st.sampled_from(TrackedChanges),
    notes=st.sampled_from(NotesUse),
    choice=st.sampled_from(["", "orig,abbr"]),
    supplied=st.sampled_from(SuppliedUse),
    from_page=st.integers(1, 999),
    to_page=st.integers(0, 999),
    input_format=st.sampled_from(["", "docx"]),
    select=st.sampled_from(["", "div > p", "//p[@id='a']"]),
    join_hyphens=st.booleans(),
    drop_headings=st.booleans(),
    realign=st.booleans(),
)


@given(options=_options)
def test_written_choices_are_read_back(options: ReadOptions) -> None:
    assert read_choices(f"pypdfium2 5.15 {written_choices(options)}", "de") == options


def test_unknown_words_are_the_default() -> None:
    words = "lxml 6 --changes perhaps --from-page x --notes"

    assert read_choices(words, "en") == ReadOptions()
