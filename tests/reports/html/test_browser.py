"""The page in a browser: what a person does with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.project.editions import telegram
from tests.reports.html.pages import page_of
from tests.reports.statuses import DECIDED_HARBOUR, bare
from tests.reports.weighed import OTHER_WORDING, weighed
from variants.pipeline import collate
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.sense import Tier

pytestmark = pytest.mark.system
_CHROMIUM = "/usr/bin/chromium"
_IN_ALL_LIGHTS = [
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"viewport": {"width": 500, "height": 900}},
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield Debian's Chromium."""
    with sync_playwright() as playwright:
        # Without a sandbox, since tests may run as root in a container; the page is our own.
        started = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


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


def _uncheck(page: Page, *boxes: str) -> None:
    for box in boxes:
        page.uncheck(f"input[data-{box}]")


def test_n_and_p_go_from_place_to_place_and_say_where(page: Page) -> None:
    page.keyboard.press("n")
    first = (_focused(page), _said(page))
    page.keyboard.press("n")
    page.keyboard.press("n")
    third = (_focused(page), _said(page))
    page.keyboard.press("p")

    assert first == ("1.1", "Place 1.1, order, decided. Seed: The council met on Monday")
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
        assert f"Place {went[-1]}, " in _said(opened)
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


def test_a_slash_goes_to_the_search_and_keys_do_nothing_in_it(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("nj1?p")

    assert page.input_value("#search") == "nj1?p"
    assert page.is_checked("input[data-witness=A]")
    assert page.locator(".p.cur").count() == 0


def test_a_search_leaves_the_passages_with_the_words(page: Page) -> None:
    page.fill("#search", "SIXTEEN")

    expect(page.locator("#say")).to_have_text("Shown: 1 of 8 passages, 21 of 21 places")
    assert page.locator(".p:visible").get_attribute("id") == "s3-4"


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
    _uncheck(page, "class=meaning")

    sixteen = page.locator("#s3-4 .wits .v", has_text="16")
    sixty = page.locator("#s3-4 .wits .v", has_text="sixty")
    lemma = page.locator("#s3-4 .bt .v", has_text="sixteen")
    assert "off" not in (sixteen.get_attribute("class") or "")
    assert "off" in (sixty.get_attribute("class") or "")
    assert "off" not in (lemma.get_attribute("class") or "")


def test_without_its_last_witness_a_place_is_plain_text(page: Page) -> None:
    _uncheck(page, "witness=A")

    assert "off" in (page.locator(".bt .v", has_text="rumours").get_attribute("class") or "")
    assert page.locator(".app > li", has_text="rumours ] rumors").is_hidden()


def test_a_word_in_a_larger_place_belongs_to_that_when_its_own_is_hidden(page: Page) -> None:
    _uncheck(page, "witness=A")

    assert "under" in (page.locator(".bt .v", has_text="must").get_attribute("class") or "")


def test_states_are_filtered(page: Page) -> None:
    page.select_option("#which", "differing")
    _uncheck(page, "state=decided", "state=undecided", "state=stale", "state=deferred")

    assert [each.inner_text() for each in page.locator(".app > li:visible .ref").all()] == [
        "4.1",
        "5.1",
    ]
    assert page.locator(".p:visible").count() == 2


def test_filters_are_written_into_the_address_and_read_from_it(
    page: Page, browser: Browser
) -> None:
    page.keyboard.press("j")
    _uncheck(page, "class=form", "witness=C")
    page.select_option("#rows", "readings")
    page.fill("#search", "ice comes, because")
    expect(page.locator("#say")).to_have_text(re.compile("1 of 8 passages"))

    other = browser.new_page()
    other.goto(page.url)

    assert re.search(r"#s1\?w=A,B&c=.*wording&rows=readings&q=ice%20comes,%20because$", page.url)
    assert not other.is_checked("input[data-witness=C]")
    assert not other.is_checked("input[data-class=form]")
    assert other.input_value("#rows") == "readings"
    assert other.input_value("#search") == "ice comes, because"
    assert other.inner_text("#say") == page.inner_text("#say")
    other.close()


@pytest.fixture
def weighed_page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Yield a report with two readings in the first tier, of 0.9 and 0.6."""
    path = tmp_path / "weighed.html"
    path.write_text(page_of(Edition("", weighed())), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(path.as_uri())
    yield opened
    opened.close()


def test_only_the_first_tier_is_shown_and_the_hidden_wording_is_counted(
    weighed_page: Page,
) -> None:
    before = weighed_page.locator("#wording").is_hidden()

    _uncheck(weighed_page, "tier=wording", "tier=form")

    hidden = sum(
        any(one.tier is Tier.WORDING for one in entry.readings) for entry in weighed().entries
    )
    assert before
    expect(weighed_page.locator("#wording")).to_have_text(
        f"Hidden wording: {hidden} places, expected to touch the sense: "
        f"{hidden * OTHER_WORDING:.1f}"
    )
    shown = weighed_page.locator(".app .r:not([hidden]) bdi").all_text_contents()
    assert shown == ["not dreamers, but hardened sailors", "sixty"]
    assert re.search(r"t=sense$", weighed_page.url)


def test_wording_that_a_search_hides_is_counted_too(weighed_page: Page) -> None:
    weighed_page.fill("#search", "captains")

    places = [
        entry
        for passage in weighed().passages
        for entry in passage.entries
        if passage.label != "3–4" and any(one.tier is Tier.WORDING for one in entry.readings)
    ]
    expect(weighed_page.locator("#wording")).to_have_text(
        f"Hidden wording: {len(places)} places, expected to touch the sense: "
        f"{len(places) * OTHER_WORDING:.1f}"
    )


def test_in_readings_only_a_row_without_one_says_so(page: Page) -> None:
    page.select_option("#rows", "readings")
    _uncheck(page, "class=form")
    row = page.locator("#s7 [data-w=A] .wt")
    _uncheck(page, "class=name", "class=wording")

    shown = row.evaluate("element => getComputedStyle(element, '::after').content")
    size = row.evaluate("element => getComputedStyle(element).fontSize")

    assert "in what is shown" in shown
    assert size == "0px"


def test_the_most_different_comes_first_on_demand(page: Page) -> None:
    page.select_option("#order", "amount")
    levels = page.locator(".p").evaluate_all("all => all.map((each) => +each.dataset.level)")
    page.select_option("#order", "text")

    assert levels == sorted(levels, reverse=True)
    assert page.locator(".p").first.get_attribute("id") == "s1"


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
    _uncheck(page, "class=form")
    page.click(".app .ref:text('7.1')")

    assert re.search(r"#v-k3f9q2ga\?c=", page.url)


def test_text_is_one_stop_of_the_tab_key(page: Page) -> None:
    stops = page.evaluate(
        "[...document.querySelectorAll('main *')].filter((each) => each.tabIndex >= 0).length"
    )
    lists = page.evaluate(
        "[...document.querySelectorAll('.ov a, .app a')].filter((one) => one.tabIndex >= 0).length"
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
    _uncheck(page, "class=form")
    page.emulate_media(media="print")

    assert page.locator("#printed").is_visible()
    assert "class meaning" in page.inner_text("#printed")
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


@pytest.mark.parametrize("options", _IN_ALL_LIGHTS, ids=["light", "dark", "narrow"])
@pytest.mark.parametrize("text", ["harbour", "telegram"])
def test_nothing_serious_bars_anybody(
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
        (each["id"], each["nodes"][0]["html"])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ] == []
