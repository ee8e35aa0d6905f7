"""The page in a browser: what a person does with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.project.editions import telegram
from tests.reports.html.pages import page_of
from tests.reports.statuses import DECIDED_HARBOUR, bare
from tests.reports.true_texts import edition_of, lines_of
from tests.reports.true_texts import shown as shown_line
from tests.reports.weighed import OTHER_WORDING, weighed
from variants.pipeline import collate
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.witness import Witness

pytestmark = pytest.mark.system
_IN_ALL_LIGHTS = [
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"viewport": {"width": 500, "height": 900}},
]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a report with decisions in every state."""
    path = tmp_path_factory.mktemp("report") / "harbour.html"
    path.write_text(page_of(DECIDED_HARBOUR), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, harbour: str) -> Iterator[Page]:
    """Yield the open report, and fail if it had an error."""
    opened = browser.new_page(viewport={"width": 1360, "height": 900})
    opened.set_default_timeout(5000)
    failures: list[str] = []
    opened.on("pageerror", lambda error: failures.append(str(error)))
    opened.on("console", lambda message: failures.append(message.text))
    opened.goto(harbour)
    yield opened
    opened.close()
    assert failures == []


def _said(page: Page) -> str:
    return page.inner_text("#say")


def _focused(page: Page) -> str:
    """Return the label of the place that has the focus."""
    focused = str(page.evaluate("document.activeElement.id"))
    if not focused.startswith("v-"):
        return ""
    # An element far outside the window is not rendered, and has no inner text.
    return page.text_content(f"#a-{focused.removeprefix('v-')} .ref") or ""


def _leave_out(page: Page, siglum: str) -> None:
    page.uncheck(f"input[data-witness={siglum}]")


def _choose(page: Page, *kinds: str) -> None:
    """Mark only differences of some kinds, as an address with several would: c=order,form."""
    key, _, values = ",".join(kinds).partition("=")
    page.evaluate(
        """([value]) => {
            const list = document.getElementById("kind");
            const known = [...list.options].some((one) => one.value === value);
            if (!known) list.append(new Option("", value));
        }""",
        [f"{key}={values}"],
    )
    page.select_option("#kind", f"{key}={values}")


def test_n_and_p_go_from_place_to_place_and_say_where(page: Page) -> None:
    page.keyboard.press("n")
    first = (_focused(page), _said(page))
    page.keyboard.press("n")
    page.keyboard.press("n")
    third = (_focused(page), _said(page))
    page.keyboard.press("p")

    assert first[0] == "1.1"
    assert first[1] == (
        "Place 1.1: order, decided. S The council met on Monday the seed; B On Monday met the "
        "council order, (moved); A C as the seed"
    )
    assert third[0] == "2.1"
    assert _focused(page) == "1.2"


def test_every_place_is_reached(page: Page) -> None:
    labels = []
    for _ in range(22):
        page.keyboard.press("n")
        place = str(page.evaluate("document.activeElement.id")).removeprefix("v-")
        labels.append(place)

    assert len(set(labels)) == 22


def test_e_goes_to_a_place_with_the_same_difference(browser: Browser, tmp_path: Path) -> None:
    collation = collate(telegram(), Settings())
    path = tmp_path / "telegram.html"
    path.write_text(page_of(bare(collation)), encoding="utf-8")
    pattern = collation.patterns[0]
    opened = browser.new_page()
    opened.goto(f"{path.as_uri()}#v-{pattern.places[0]}")

    went = [pattern.labels[0]]
    for _ in pattern.places:
        opened.keyboard.press("e")
        went.append(_focused(opened))
        assert f"Place {went[-1]}: " in _said(opened)
    opened.keyboard.press("j")
    opened.keyboard.press("e")

    alike = [set(each.labels) for each in collation.patterns]
    assert all(any({*pair} <= labels for labels in alike) for pair in pairwise(went))
    assert all(one != other for one, other in pairwise(went))
    assert _said(opened) == "No other place has the same difference."
    opened.close()


def test_j_and_k_go_from_passage_to_passage(page: Page) -> None:
    for key in "jjjk":
        page.keyboard.press(key)

    assert page.get_attribute(".p.cur", "id") == "s2"
    assert page.url.endswith("#s2")


def test_a_digit_hides_a_witness_and_shows_it_again(page: Page) -> None:
    page.keyboard.press("2")
    hidden = page.locator(".wits [data-w=B]:visible").count()
    page.keyboard.press("2")

    assert hidden == 0
    assert page.locator(".wits [data-w=B]:visible").count() == 7


def test_single_keys_can_be_switched_off(page: Page) -> None:
    page.keyboard.press("?")
    page.uncheck("#single")
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("n")

    assert _focused(page) == ""
    assert "Place" not in _said(page)


def test_a_class_belongs_to_the_reading(page: Page) -> None:
    _choose(page, "c=form")

    sixteen = page.locator("#s3-4 .wits .v", has_text="16")
    sixty = page.locator("#s3-4 .wits .v", has_text="sixty")
    lemma = page.locator("#s3-4 .bt .v", has_text="sixteen")
    assert "off" not in (sixteen.get_attribute("class") or "")
    assert "off" in (sixty.get_attribute("class") or "")
    assert "off" not in (lemma.get_attribute("class") or "")


def test_without_its_last_witness_a_place_is_plain_text(page: Page) -> None:
    _leave_out(page, "A")

    assert "off" in (page.locator(".bt .v", has_text="rumours").get_attribute("class") or "")
    assert page.locator(".app > li", has_text="rumours ] rumors").is_hidden()


def test_a_word_in_a_larger_place_belongs_to_that_when_its_own_is_hidden(page: Page) -> None:
    _leave_out(page, "A")

    assert "under" in (page.locator(".bt .v", has_text="must").get_attribute("class") or "")


@pytest.fixture
def weighed_page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Yield a report with two readings in the first tier, of 0.9 and 0.6."""
    path = tmp_path / "weighed.html"
    path.write_text(page_of(Edition("", weighed())), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(path.as_uri())
    yield opened
    opened.close()


def test_states_are_filtered(page: Page) -> None:
    _choose(page, "s=query", "conflict")

    assert [each.inner_text() for each in page.locator(".app > li:visible .ref").all()] == [
        "4.1",
        "5.1",
    ]
    assert page.locator(".p:visible").count() == 2


def test_filters_are_written_into_the_address_and_read_from_it(
    page: Page, browser: Browser
) -> None:
    _choose(page, "c=name", "wording")
    _leave_out(page, "C")
    page.select_option("#which", "uncertain")

    other = browser.new_page()
    other.goto(page.url)

    assert re.search(r"#\?w=A,B&c=name,wording&which=uncertain$", page.url)
    assert not other.is_checked("input[data-witness=C]")
    assert other.input_value("#kind") == "c=name,wording"
    assert other.input_value("#which") == "uncertain"
    assert other.inner_text("#say") == page.inner_text("#say")
    other.close()


def test_only_the_first_tier_is_shown_and_the_hidden_wording_is_counted(
    weighed_page: Page,
) -> None:
    weighed_page.select_option("#kind", "t=sense")

    hidden = sum(
        any(one.tier is Tier.WORDING for one in entry.readings) for entry in weighed().entries
    )
    expect(weighed_page.locator("#hidden")).to_have_text(
        "Only tier “sense” is marked, 7 passages folded · "
        f"{hidden} places of other wording · "
        f"{hidden * OTHER_WORDING:.1f} expected to touch the sense"
    )
    shown = weighed_page.locator(".app .r:not([hidden]) bdi").all_text_contents()
    assert shown == ["not dreamers, but hardened sailors", "sixty"]
    assert weighed_page.locator(".p:visible").get_attribute("id") == "s3-4"
    assert re.search(r"t=sense$", weighed_page.url)


def test_what_is_uncertain_is_found(page: Page) -> None:
    page.select_option("#which", "uncertain")

    assert [each.get_attribute("id") for each in page.locator(".p:visible").all()] == ["s2"]


def test_a_permalink_leads_to_its_place(page: Page, browser: Browser) -> None:
    link = page.locator(".app .ref", has_text="7.4").get_attribute("href") or ""
    other = browser.new_page()
    other.goto(page.url.partition("#")[0] + link)

    assert other.evaluate("document.activeElement.textContent").startswith("שלום")
    other.close()


def test_a_link_keeps_the_filters(page: Page) -> None:
    _leave_out(page, "B")
    page.click(".app .ref:text('7.1')")

    assert re.search(r"#v-k3f9q2ga\?w=A,C$", page.url)


def test_text_is_one_stop_of_the_tab_key(page: Page) -> None:
    stops = page.evaluate(
        "[...document.querySelectorAll('main *')].filter((each) => each.tabIndex >= 0).length"
    )
    lists = page.evaluate(
        "[...document.querySelectorAll('.ov a, .app a')]"
        ".filter((one) => one.getAttribute('tabindex') !== '-1').length"
    )

    assert stops <= 1
    assert lists == 2


def test_what_belongs_together_lights_up(page: Page) -> None:
    page.locator("#s2 .wits .v", has_text="should").first.hover()

    lit = page.locator(".hot").all_inner_texts()

    assert [text.split()[-1] for text in lit[:2]] == ["must", "should"]
    assert lit[2].startswith("2.2")


def test_light_and_dark_are_switched(page: Page) -> None:
    colours = []
    for _ in range(2):
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.click("#theme")

    assert colours == ["rgb(252, 251, 247)", "rgb(20, 22, 26)"]


def test_paper_has_the_text_and_says_what_is_shown(page: Page) -> None:
    _choose(page, "c=meaning")
    page.emulate_media(media="print")

    assert "Only class “meaning” is marked" in page.inner_text("#hidden")
    assert page.locator(".fold").first.is_visible()
    assert page.locator(".tools").is_hidden()
    assert page.locator(".app").first.is_visible()


def test_no_request_leaves_the_page(browser: Browser, harbour: str) -> None:
    opened = browser.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))

    opened.goto(harbour)
    opened.wait_for_load_state("networkidle")
    opened.close()

    assert asked == [harbour]


def test_without_scripts_all_is_there_and_nothing_pretends_to_work(
    browser: Browser, harbour: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(harbour)

    assert opened.locator(".p:visible").count() == 8
    assert opened.locator(".app > li:visible").count() == 21
    assert opened.locator(".tools").is_hidden()
    assert "Get three ships out ahead of the ice" in opened.inner_text("#s2")
    context.close()


@pytest.mark.parametrize("text", ["telegram", "chapter"])
def test_without_scripts_nothing_is_folded(browser: Browser, text: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(page_of(edition_of(text)), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(path.as_uri())

    shown = " ".join(opened.inner_text("#text").split())
    lines = opened.locator(".p, .row").all()
    heights = [(box or {"height": 0})["height"] for box in (line.bounding_box() for line in lines)]
    context.close()

    assert min(heights) > 10
    for _, cut, sentences in lines_of(edition_of(text).collation):
        assert all(shown_line(cut, one) in shown for one in sentences)


def test_the_telegram_on_paper(browser: Browser, tmp_path: Path) -> None:
    edition = bare(collate(telegram(), Settings()))
    path = tmp_path / "report.html"
    opened = browser.new_page()
    for options, most in ((ReportOptions(), 6), (ReportOptions(unfolded=True), 8)):
        path.write_text(page_of(edition, options), encoding="utf-8")
        opened.goto(path.as_uri())
        printed = opened.pdf(format="A4", prefer_css_page_size=True)
        assert 1 < printed.count(b"/Type /Page\n") <= most
    opened.close()


@pytest.fixture
def long_page(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Page]:
    """Yield the page of an edition that is folded."""
    path = tmp_path / "report.html"
    path.write_text(page_of(edition_of(request.param)), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(5000)
    failures: list[str] = []
    opened.on("pageerror", lambda error: failures.append(str(error)))
    opened.goto(path.as_uri())
    yield opened
    opened.close()
    assert failures == []


on_the_telegram = pytest.mark.parametrize("long_page", ["telegram"], indirect=True)
on_the_chapter = pytest.mark.parametrize("long_page", ["chapter"], indirect=True)


@on_the_telegram
def test_a_card_shows_all_readings_of_a_place_in_words(long_page: Page) -> None:
    long_page.locator("#s10 .wits .v", has_text="sixty").hover()

    card = " ".join(long_page.inner_text("#card").split())
    assert card.startswith("Place 10.")
    assert "likely to touch the sense S sixteen the seed" in card
    assert "B sixty number: sixteen → sixty" in card
    assert "C as the seed" in card
    long_page.keyboard.press("Escape")
    assert long_page.locator("#card").is_hidden()


@on_the_telegram
def test_the_card_stays_while_the_pointer_goes_to_it(long_page: Page) -> None:
    long_page.locator("#s10 .wits .v", has_text="sixty").hover()
    long_page.locator("#card td").first.hover()
    long_page.wait_for_timeout(400)
    stays = long_page.locator("#card").is_visible()
    long_page.locator("h1").hover()

    assert stays
    expect(long_page.locator("#card")).to_be_hidden()


@on_the_telegram
def test_the_tab_key_reaches_the_places_and_arrows_move_between_them(long_page: Page) -> None:
    long_page.focus(".fold >> nth=0")
    long_page.keyboard.press("Tab")
    long_page.keyboard.press("ArrowRight")
    first = long_page.evaluate("document.activeElement.id")
    long_page.keyboard.press("ArrowRight")

    assert first.startswith("v-")
    assert long_page.evaluate("document.activeElement.id") not in {first, ""}
    assert long_page.locator("#card").is_visible()
    assert long_page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "card"


@on_the_telegram
def test_n_goes_to_the_next_difference_of_sense(long_page: Page) -> None:
    heads = []
    for _ in range(3):
        long_page.keyboard.press("n")
        heads.append(long_page.inner_text("#card .h"))

    assert len(set(heads)) == 3
    assert all(head.endswith("likely to touch the sense") for head in heads)


@on_the_telegram
def test_a_filter_hides_rows_and_says_what_it_hides(long_page: Page) -> None:
    before = long_page.locator(".p:visible").count()
    said = long_page.inner_text("#hidden")
    long_page.select_option("#kind", "c=modality")

    assert 0 < long_page.locator(".p:visible").count() < before
    line = long_page.inner_text("#hidden")
    assert line.startswith("Only class “modality” is marked, ")
    assert "passages folded" in line
    assert "places of other wording" in line
    long_page.select_option("#kind", "")
    assert long_page.locator(".p:visible").count() == before
    assert long_page.inner_text("#hidden") == said


@on_the_telegram
def test_form_is_marked_on_demand(long_page: Page) -> None:
    long_page.select_option("#which", "all")
    form = long_page.locator("#s10 .wits .fm").first
    before = form.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    long_page.check("#form")

    assert before == "none"
    assert form.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "underline"


@on_the_telegram
def test_a_fold_opens_and_closes_and_a_key_opens_all(long_page: Page) -> None:
    fold = long_page.locator(".fold").first
    hidden = long_page.locator(".p:visible").count()
    fold.click()
    opened = long_page.locator(".p:visible").count()
    fold.click()
    closed = long_page.locator(".p:visible").count()
    long_page.keyboard.press("a")
    everything = long_page.locator(".p:visible").count()
    words = long_page.inner_text("#unfold-word")
    long_page.click("#unfold")

    assert hidden == closed < opened < everything == 30
    assert words == "Fold again"
    assert long_page.locator(".p:visible").count() == hidden


@on_the_telegram
def test_the_search_of_the_browser_opens_what_is_folded(long_page: Page) -> None:
    assert not long_page.locator("#s27").is_visible()

    long_page.goto(f"{long_page.url}#:~:text=familiarize%20Krasovsky")

    expect(long_page.locator("#s27")).to_be_visible()


@on_the_chapter
def test_lines_of_wording_in_numbers_open(long_page: Page) -> None:
    line = long_page.locator(".gathered:visible").first
    rows = line.locator("xpath=../li[contains(@class,'light')]")
    before = [row.is_visible() for row in rows.all()]
    line.locator("button").click()

    assert not any(before)
    assert all(row.is_visible() for row in rows.all())
    assert line.locator("button").get_attribute("aria-expanded") == "true"


@on_the_chapter
def test_without_a_witness_it_is_in_no_line(long_page: Page) -> None:
    _leave_out(long_page, "BBE")

    assert long_page.locator(".wits [data-w='BBE']:visible").count() == 0
    assert "BBE" not in " ".join(long_page.locator(".gathered:visible").all_inner_texts())
    assert "without BBE" in long_page.inner_text("#hidden")


def test_the_page_is_readable_with_long_sigla_on_a_narrow_screen(
    browser: Browser, tmp_path: Path
) -> None:
    sigla = ("S", "Douay-Rheims-1899", "B")
    texts = "The ice is late.", "The ice is early this year.", "That ice is very late."
    witnesses = [Witness(siglum, text) for siglum, text in zip(sigla, texts, strict=True)]
    path = tmp_path / "report.html"
    path.write_text(page_of(Edition("", collate(witnesses, Settings()))), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 500, "height": 900})
    opened.goto(path.as_uri())

    assert opened.evaluate("document.documentElement.scrollWidth") <= 500
    line = opened.locator(".row .wt").first.bounding_box()
    assert line is not None
    assert line["width"] > 250
    opened.close()


@pytest.mark.parametrize("options", _IN_ALL_LIGHTS, ids=["light", "dark", "narrow"])
@pytest.mark.parametrize("text", ["harbour", "telegram"])
def test_nothing_bars_anybody(
    browser: Browser, options: dict[str, object], text: str, tmp_path: Path
) -> None:
    edition = DECIDED_HARBOUR if text == "harbour" else bare(collate(telegram(), Settings()))
    path = tmp_path / "report.html"
    path.write_text(page_of(edition), encoding="utf-8")
    # The checker is put into the page, which its own policy would forbid.
    opened = browser.new_page(bypass_csp=True, **options)  # type: ignore[arg-type] # by name
    opened.goto(path.as_uri())
    # It also takes passages outside of the window to overlap, since they have no layout yet.
    opened.add_style_tag(content=".p { content-visibility: visible !important }")

    found = Axe().run(opened).response["violations"]
    opened.close()

    assert [
        (each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] != "minor"
    ] == []
