"""A comparison inside of another page, as in a notebook."""

import pytest
from playwright.sync_api import Browser

from tests.reports.statuses import DECIDED_HARBOUR
from tests.reports.weighed import weighed
from variants.reports.html.fragment import html_fragment
from variants.types.edition import Edition

pytestmark = pytest.mark.system
_OTHERS = """<h1>Cell</h1><h3>Head</h3><p>Text <a href="#x">link</a> <mark>mark</mark></p>
<p><kbd>k</kbd> <small>small</small> <button>b</button></p>
<table><tr><th>a</th><td>b</td></tr></table><ul class="wits"><li class="row">c</li></ul>
<div class="p"><span class="sig">S</span></div>"""
_STYLES = """(query) => [...document.querySelectorAll(query)].map((element) =>
  [...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)))"""
_LOOKS = """(query) => [...document.querySelectorAll(query)].map((element) => {
  const style = getComputedStyle(element);
  return [style.color, style.background, style.font, style.textDecoration, style.display,
    style.border, style.margin];
})"""
_AROUND = ".others *, .others, body, html"
_GROUND = """(theme) => {
  document.body.setAttribute("data-jp-theme-light", theme);
  const style = getComputedStyle(document.querySelector(".variants-comparison"));
  return [style.backgroundColor, style.color];
}"""


def test_a_fragment_changes_nothing_around_it(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    others = f'<div class="others" style="width:600px;height:400px">{_OTHERS}</div>'
    space = '<div style="height:5000px;overflow:hidden">{}</div>'
    page.set_content(f"<body>{others}{space.format('')}")
    before = page.evaluate(_STYLES, _AROUND)

    page.set_content(f"<body>{others}{space.format(html_fragment(DECIDED_HARBOUR))}")

    assert page.locator(".variants-comparison .v").count() > 10
    assert page.evaluate(_STYLES, _AROUND) == before
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_fragment_has_the_theme_of_the_notebook(browser: Browser, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type] # one of the two
    page.set_content(f"<body>{html_fragment(Edition('', weighed()))}")

    ground, ink = page.evaluate(_GROUND, "true")
    assert (ground, ink) == ("rgb(252, 251, 247)", "rgb(27, 27, 27)")
    assert page.evaluate(_GROUND, "false") == ["rgb(20, 22, 26)", "rgb(236, 234, 228)"]
    page.close()


def test_two_fragments_look_alike(browser: Browser) -> None:
    fragment = html_fragment(Edition("", weighed()))
    page = browser.new_page(viewport={"width": 900, "height": 900})
    page.set_content(f"<body><div id='a'>{fragment}</div><hr><div id='b'>{fragment}</div>")

    one, other = (page.evaluate(_LOOKS, f"#{name} *") for name in "ab")

    assert len(one) > 100
    assert one == other
    page.close()
