from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.project.editions import telegram
from tests.reports.harbour import HARBOUR
from tests.reports.html.pages import complain_of, letters_in, page_of, parsed, with_tools
from tests.reports.statuses import DECIDED_HARBOUR, bare, editions
from tests.reports.true_texts import edition_of
from tests.reports.weighed import weighed
from variants.pipeline import collate
from variants.reports.html.template_environment import asset
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.collation import NO_SURVEY, Collation
from variants.types.edition import Edition
from variants.types.pattern import Occurrence, Pattern, Recurrences, Rendition, Usage
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.survey import survey_of
from variants.types.variant import VariantClass
from variants.types.witness import Witness
from variants.wording.hidden_wording import sense_parts
from variants.wording.sanitize import sanitize_line


@pytest.fixture(scope="module")
def decided() -> str:
    """Return the page of an edition with decisions in every state."""
    return page_of(DECIDED_HARBOUR)


_LINES_OF = ".//li[contains(concat(' ', @data-w, ' '), ' {} ')]//div[contains(@class,'wt')]"


def _letters(cut: Segmentation, sentences: Sequence[int]) -> str:
    return "".join(word for one in sentences for word in sanitize_line(cut.text_of(one)).split())


def _assert_complete(page: str, collation: Collation) -> None:
    """Assert that every passage has the words of the seed and of each witness."""
    shown = {article.get("id"): article for article in parsed(page).xpath("//article")}
    assert len(shown) == len(collation.passages)
    for passage, article in zip(collation.passages, shown.values(), strict=True):
        seed = letters_in(article.xpath(".//p[@class='bt']"))
        assert seed == _letters(collation.seed, passage.sentences)
        for rendering in passage.renderings:
            (cut,) = (one for one in collation.others if one.witness.siglum == rendering.siglum)
            rows = article.xpath(_LINES_OF.format(rendering.siglum))
            found = letters_in(rows) if rows else seed
            assert found == _letters(cut, rendering.sentences)


@settings(max_examples=40)  # A strict parser is slow.
@given(edition=editions())
def test_any_edition_makes_valid_html(edition: Edition) -> None:
    complain_of(page_of(edition))


@given(edition=editions())
def test_every_word_of_every_witness_is_in_the_page(edition: Edition) -> None:
    _assert_complete(page_of(edition), edition.collation)


def test_the_telegram_is_complete_and_tells_what_returns() -> None:
    collation = collate(telegram(), Settings())

    page = page_of(bare(collation))

    _assert_complete(page, collation)
    _assert_links(page)
    assert "airmen A" in " ".join(
        parsed(page).xpath("//section[@aria-labelledby='patterns']")[0].text_content().split()
    )


def test_beside_a_place_stands_where_its_difference_is_found_again() -> None:
    collation = collate(telegram(), Settings())
    page = parsed(page_of(bare(collation)))

    named = {
        entry.place: {
            str(link).removeprefix("#v-")
            for link in page.xpath(
                f"//li[@id='a-{entry.place}']/span[@class='el']/a[starts-with(@href,'#v-')]/@href"
            )
        }
        for entry in collation.entries
    }
    together = {
        entry.place: {
            frozenset(one.places) for one in collation.patterns if entry.place in one.places
        }
        for entry in collation.entries
    }
    assert all(bool(named[place]) == bool(together[place]) for place in named)
    for place, others in named.items():
        assert place not in others
        assert not others or any(others < pattern for pattern in together[place])
    (first,) = page.xpath("//tr[@id='pattern-0']")
    assert [cell.text_content() for cell in first][:4] == ["pilots", "airmen A", "wording", "4"]


def test_a_table_tells_how_words_are_rendered() -> None:
    page = parsed(page_of(bare(collate(telegram(), Settings()))))

    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.xpath("//section[@aria-labelledby='usages']//tr")
    ]

    assert rows[0] == ["Seed", "Times", "A", "B", "C"]
    assert [
        "armistice",
        "3",
        "the same 3",
        "truce 3",
        "ceasefire 3 (1 uncertain)",
    ] in rows


def test_recurring_words_name_the_language_of_their_text() -> None:
    text = "Der Turm steht am Meer. Er sah das Meer. Sie kam ans Meer. Wir lieben das Meer.\n"
    other = text.replace("Meer", "Zee", 3).replace("Meer", "Water")
    texts = [Witness("S", text, language="de"), Witness("A", other, language="nl")]

    page = parsed(page_of(Edition("sea", collate(texts, Settings()))))

    for name in ("patterns", "usages"):
        words = page.xpath(f"//section[@aria-labelledby='{name}']//tbody//bdi")
        assert {one.get("lang") for one in words} == {"de", "nl"}


def test_patterns_of_form_come_last_and_long_rows_count_what_they_leave_out() -> None:
    places = tuple(
        Occurrence(Span(n, n), "A", Span(n, n), f"{n}.1", entry.place)
        for n, entry in enumerate(HARBOUR.entries)
    )
    patterns = (
        Pattern(",", "", VariantClass.FORM, places),
        Pattern("port", "harbour", VariantClass.WORDING, places[:2]),
    )
    usage = Usage("port", 8, (("A", tuple(Rendition(f"w{n}", 1) for n in range(8))),))
    survey = survey_of(Recurrences(patterns, (usage,)))
    page = parsed(page_of(bare(replace(HARBOUR, survey=survey))))

    rows = [
        " ".join(" ".join(cell.text_content().split()) for cell in row)
        for row in page.xpath("//tr[starts-with(@id,'pattern-')]")
    ]
    assert [row.split()[0] for row in rows] == ["port", ","]
    assert rows[1].endswith(f"and {len(places) - 12} more")
    (words,) = page.xpath("//section[@aria-labelledby='usages']//tbody/tr")
    assert "w5 1 and 2 more" in " ".join(words.text_content().split())


def test_passages_that_touch_the_sense_most_come_first_in_the_table_of_variation() -> None:
    few = tuple(
        replace(passage, entries=tuple(sense_parts(passage.entries)))
        if passage.label == "3–4"
        else passage
        for passage in weighed().passages
    )
    page = parsed(page_of(bare(replace(weighed(), passages=few))))

    head, first, *others = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.xpath("//section[@aria-labelledby='variation']//tr")
    ]

    assert head == ["Passage", "Places", "Sense", "Substantive", "Witnesses that differ"]
    assert first[:3] == ["3–4", "2", "2"]
    assert {row[2] for row in others} == {"0"}
    numbers = [int(row[3]) for row in others]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > int(first[3])


@given(edition=editions())
def test_no_text_becomes_an_element(edition: Edition) -> None:
    page = parsed(page_of(edition))

    assert {element.tag for element in page.xpath("//main//*")} <= {
        *("article", "h2", "h3", "a", "div", "p", "span", "mark", "ins", "del", "sup", "ul"),
        *("li", "bdi", "b", "i", "button"),
    }
    assert len(page.xpath("//script")) == len(page.xpath("//head/style")) == 1
    assert len(page.xpath("//noscript/style")) == 1


@given(edition=editions())
def test_ids_are_unique_and_every_link_leads_somewhere(edition: Edition) -> None:
    # Drawn patterns have places that the collation does not have.
    without = replace(edition, collation=replace(edition.collation, survey=NO_SURVEY))

    _assert_links(page_of(without))


def _assert_links(page: str) -> None:
    found = parsed(page)
    ids = found.xpath("//@id")
    targets = [link[1:] for link in found.xpath("//a/@href")]
    described = [one for names in found.xpath("//@aria-describedby") for one in names.split()]
    assert len(ids) == len(set(ids))
    assert {*targets, *described} <= set(ids)


@settings(max_examples=30)
@given(edition=editions())
def test_the_same_edition_gives_the_same_bytes(edition: Edition) -> None:
    assert page_of(edition) == page_of(edition)


def test_nothing_in_the_page_asks_a_network(decided: str) -> None:
    page = parsed(decided)

    assert not page.xpath("//@src | //link | //img | //iframe | //object | //form[@action]")
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert "url(" not in decided
    assert "@import" not in decided


def test_a_policy_forbids_all_but_the_style_and_the_script_of_the_page(decided: str) -> None:
    (policy,) = parsed(decided).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")

    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not parsed(decided).xpath("//@style")
    assert not re.search(r" on[a-z]+=", decided.partition("<script>")[0])


@pytest.mark.parametrize(
    "words",
    [
        *("✓ 6 decided", "? 1 query", "⋯ 1 deferred", "‼ 1 conflict", "⟳ 1 stale", "✗ 1 lost"),
        *(
            "○ 12 undecided",
            "21 places with 25 readings in 8 passages",
            "2 more where only editors",
        ),
    ],
)
def test_what_is_unfinished_is_counted_at_the_top(decided: str, words: str) -> None:
    top = " ".join(parsed(decided).xpath("//header")[0].text_content().split())

    assert words in top


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("1.1", "keeps the seed’s words, K.L. (rule R1)"),
        ("2.2", "prints “should” with A, K.L."),
        ("2.4", "not a variant, K.L."),
        ("2.5", "leaves the words out, K.L."),
        ("3.1", "prints “no dreamers, but sailors” or “real sailors”, K.L. (new reading)"),
        ("4.1", "query: “Sixteen or sixty?”, K.L."),
        ("5.1", "keeps the seed’s words, K.L. | prints “Nobody has told the crews.” with A, mo"),
        ("6.2", "stale; decided on “hardly”: keeps the seed’s words, K.L."),
        ("6.3", "deferred, K.L."),
        ("7.*1", "emends to “along”, K.L."),
    ],
)  # fmt: skip
def test_the_margin_tells_what_was_decided_and_by_whom(decided: str, label: str, says: str) -> None:
    page = parsed(decided)
    (target,) = set(page.xpath(f"//a[@class='ref' and text()='{label}']/@href"))

    (item,) = page.xpath(f"//li[@id='d-{target.removeprefix('#v-')}']//span[@class='says']")

    assert item.text_content() == says


def test_a_place_that_nobody_decided_has_neither_a_number_nor_a_line(decided: str) -> None:
    page = parsed(decided)
    numbers = page.xpath("//article[@id='s8']//@data-n")

    assert numbers == []
    assert not page.xpath("//article[@id='s8']//*[@class='meta']")
    assert page.xpath("//article[@id='s7']//@data-n")
    assert "data-n=" not in page_of(bare(HARBOUR))
    assert "undecided" not in parsed(page_of(bare(HARBOUR))).xpath("string(//main)")


def test_emendations_have_their_authority_reason_and_evidence(decided: str) -> None:
    (row,) = (
        each
        for each in parsed(decided).xpath("//section[@aria-labelledby='emendations']//tbody/tr")
        if each.xpath("td")[0].text_content() == "2.2"
    )

    told = " ".join(row.text_content().split())

    assert "K.L.: The order was a wish. (source: No. 3559, “следует” (ru)" in told
    assert "; sense; medium confidence)" in told
    assert "mo comments: I give in." in told
    assert "Before: keeps the seed’s words, mo" in told


def test_what_is_lost_is_told_with_its_words(decided: str) -> None:
    (section,) = parsed(decided).xpath("//section[@aria-labelledby='decisions']")

    told = " ".join(section.text_content().split())

    assert "✗ lost the quay lost; decided on “the quay”: emends to “the pier”, K.L." in told
    assert "The drawing shows it." in told


def test_without_names_nobody_is_named() -> None:
    page = page_of(DECIDED_HARBOUR, ReportOptions(anonymous=True))

    assert "prints “should” with A, editor A" in parsed(page).text_content()
    for name in ("K.L.", ">kl", "mo)", " mo<", "kl-7c2f"):
        assert name not in page


def test_without_reasons_none_is_told() -> None:
    page = page_of(DECIDED_HARBOUR, ReportOptions(reasons=False))

    for reason in ("wish", "comma only", "archive's", "I give in", "No. 3559"):
        assert reason not in page
    assert "Sixteen or sixty?" in page


def test_the_method_has_what_makes_the_comparison_again() -> None:
    told = parsed(page_of(bare(HARBOUR))).xpath("//section[@aria-labelledby='method']")[0]

    for cut in (HARBOUR.seed, *HARBOUR.others):
        assert cut.witness.digest in told.text_content()
    for name in ("sentences", "likelihood", "fast", "0.1.0", "Made up for tests."):
        assert name in told.text_content()


def test_the_apparatus_names_a_reading_that_cannot_be_adopted_alone() -> None:
    texts = "We cannot see the shore. It rained.", "The shore cannot be seen. It snowed."
    witnesses = [Witness(siglum, text) for siglum, text in zip("SA", texts, strict=True)]

    page = page_of(Edition("shore", collate(witnesses, Settings())))

    assert "<bdi>The</bdi> <i>(not adoptable alone)</i>" in page
    assert "<bdi>snowed</bdi> <i>(not" not in page


def test_a_reading_of_sense_is_filled_and_in_words_beside_its_line() -> None:
    page = parsed(page_of(Edition("", weighed())))
    (row,) = page.xpath("//li[@data-w='B'][.//mark[contains(@class,'os') and text()='sixty']]")

    assert "sixty" in row.xpath("string(.//div[@class='mg'])")
    assert {*page.xpath("//p[@class='bt']/@dir | //div[@class='wt txt']/@dir")} == {"auto"}
    assert page.xpath("//p[@class='bt']//mark[contains(@class,' ss')]")
    assert page.xpath("//mark[contains(@class,' ow')]")
    assert not page.xpath("//del | //s | //sup")


def test_a_long_text_is_folded_and_short_or_unfolded_ones_are_not() -> None:
    edition = bare(collate(telegram(), Settings()))
    page = parsed(page_of(edition))

    assert len(page.xpath("//article[@hidden='until-found']")) > 10
    first = page.xpath("//button[@class='fold']")[0]
    assert "10 of wording · 12 of form" in first.xpath("string()")
    assert first.getnext().get("hidden") == "until-found"
    unfolded = parsed(page_of(edition, ReportOptions(unfolded=True)))
    assert not unfolded.xpath("//*[@hidden='until-found'] | //button[@class='fold']")
    assert 'class="fold"' not in page_of(bare(HARBOUR))


def test_lines_of_many_witnesses_with_nothing_of_weight_are_one_line() -> None:
    edition = edition_of("chapter")
    page = parsed(page_of(edition))

    gathered = page.xpath("//li[contains(@class,'gathered')]")
    folded = page.xpath("//li[contains(@class,'light') and @hidden='until-found']")
    assert gathered
    assert folded
    assert {one.xpath("string(span[2])").partition(":")[0] for one in gathered} == {"wording only"}
    assert f"{len(gathered)} lines of wording only counted" in page.xpath(
        "string(//p[@id='hidden'])"
    )
    unfolded = parsed(page_of(edition, ReportOptions(unfolded=True)))
    assert not unfolded.xpath("//*[@hidden='until-found'] | //li[contains(@class,'gathered')]")


@pytest.mark.parametrize("text", ["telegram", "chapter"])
def test_what_needs_the_script_of_the_page_is_no_element_of_it(text: str) -> None:
    page = page_of(edition_of(text))
    file = re.sub(r"(?s)<script.*?</script>", "", page)
    tools = re.compile(r"<(?:button|dialog|select|input)\b|\bhidden(?=[ >])")

    assert len(tools.findall(with_tools(page))) > 20
    assert tools.findall(file) == []


def test_witnesses_with_the_same_line_share_it() -> None:
    texts = "The ice is late.", "That ice is early.", "That ice is early.", "The ice is thin."
    witnesses = [Witness(siglum, text) for siglum, text in zip("SABC", texts, strict=True)]

    page = parsed(page_of(Edition("", collate(witnesses, Settings()))))

    assert page.xpath("//li[@data-w]/@data-w")[:2] == ["A B", "C"]
    assert page.xpath("//li[@data-w='A B']//b/text()") == ["A", "B"]


def test_the_brief_is_on_top_with_links_into_the_text() -> None:
    page = parsed(page_of(bare(collate(telegram(), Settings()))))

    assert page.xpath("//header//section[@class='brief']//a[@href='#s10']")
    first, *_ = page.xpath("//div[@class='sum']/section/@aria-labelledby")
    assert first == "brief"
    assert "16 passages folded" in page.xpath("string(//p[@id='hidden'])")


def test_counts_of_a_witness_have_a_line_of_their_own_below_its_name() -> None:
    page = parsed(page_of(bare(collate(telegram(), Settings()))))

    (table,) = page.xpath("//section[@aria-labelledby='witnesses']/table")
    rows = [row.xpath("normalize-space(td[2])") for row in table.xpath(".//tr[td/@rowspan]")]
    more = [row.xpath("normalize-space(td)") for row in table.xpath(".//tr[@class='more']")]
    assert len(rows) == len(more) == 4
    assert all(name and "aligned" not in name for name in rows)
    assert more[0] == "30 sentences"
    assert more[1].startswith("30/30 aligned")
    assert more[1].endswith("\N{NO-BREAK SPACE}% differing")
    assert table.xpath(".//tr[@class='more']/td/@colspan") == ["4"] * 4


def _tokens(theme: str) -> dict[str, str]:
    style = asset("tokens.css")
    blocks = dict(zip(("light", "dark"), style.split("@media")[:2], strict=True))
    return dict(re.findall(r"--([a-z0-9-]+):(#[0-9A-F]{6})", blocks[theme]))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_and_marks_have_enough_contrast(theme: str) -> None:
    tokens = _tokens(theme)
    grounds = [tokens["page"], tokens["panel"]]
    texts = ["text", "muted", "said", "link", "undecided", "decided", "query", "conflict"]

    assert all(_contrast(tokens[name], ground) >= 4.5 for name in texts for ground in grounds)
    for name in ("seed", "other"):
        assert _contrast(tokens[f"{name}-fg"], tokens[f"{name}-bg"]) >= 4.5
        assert all(_contrast(tokens[f"{name}-line"], ground) >= 3 for ground in grounds)
    marks = ["rule", "strip", "said", "focus"]
    assert all(_contrast(tokens[name], ground) >= 3 for name in marks for ground in grounds)


def test_the_letters_that_differ_in_similar_words_are_bold() -> None:
    texts = (
        "The advisers left the harbour on Monday.",
        "The advisors left the harbour on Friday.",
    )
    witnesses = [Witness(siglum, text) for siglum, text in zip("SA", texts, strict=True)]

    page = parsed(page_of(bare(collate(witnesses, Settings()))))

    marks = page.xpath("//article//mark")
    assert [(mark.text_content(), mark.xpath("string(b)")) for mark in marks] == [
        ("advisers", "e"),
        ("Monday", ""),
        ("advisors", "o"),
        ("Friday", ""),
    ]
