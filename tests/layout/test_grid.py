from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.layout import Layout, paginate
from briefgen.layout.frame import Line, Page, Stroke
from briefgen.layout.grid import with_grid
from briefgen.model.template import PageOptions, Template
from briefgen.style import StyleSheet, stylesheet
from briefgen.units import Length
from tests.layout.builders import SHEET, body, document, heading, laid, table, title
from tests.layout.squares import Squares

MM = Length(1, "mm").points()
PITCH, EM = 28.95, 15.75
LINES, CHARACTERS = 22, 28
BASELINE = (PITCH - 16) / 2 + 0.88 * 16  # of body text, below the top of its line


def strokes(page: Page, role: str) -> list[Stroke]:
    return [item for item in page.items if isinstance(item, Stroke) and item.role == role]


def across(found: list[Stroke]) -> list[tuple[float, float, float]]:
    """Return x0, x1 and y of the horizontal ones."""
    return [(each.x0, each.x1, each.y0) for each in found if each.y0 == each.y1]


def down(found: list[Stroke]) -> list[tuple[float, float, float]]:
    """Return y0, y1 and x of the vertical ones."""
    return [(each.y0, each.y1, each.x0) for each in found if each.x0 == each.x1]


def approx(places: list[tuple[float, float, float]]) -> list[object]:
    return [pytest.approx(place, abs=0.01) for place in places]


def portrait(sheet: StyleSheet = SHEET) -> Page:
    return with_grid(paginate(document(body("文" * 40)), sheet, Squares()), sheet).pages[0]


def landscape() -> Page:
    turned = replace(table(3), landscape=True)
    return next(page for page in with_grid(laid(body("文"), turned), SHEET).pages if page.landscape)


class TestPortrait:
    def test_the_type_area_is_that_of_the_standard(self) -> None:
        found = strokes(portrait(), "type-area")
        left, right, top, foot = 28 * MM, 184 * MM, 37 * MM, 262 * MM
        assert across(found) == approx([(left, right, top), (left, right, foot)])
        assert down(found) == approx([(top, foot, left), (top, foot, right)])

    def test_cells_are_22_lines_of_28_characters(self) -> None:
        found = strokes(portrait(), "grid")
        left, top = 28 * MM, 37 * MM
        right, foot = left + CHARACTERS * EM, top + LINES * PITCH
        assert across(found) == approx([(left, right, top + n * PITCH) for n in range(LINES + 1)])
        assert down(found) == approx([(top, foot, left + n * EM) for n in range(CHARACTERS + 1)])

    def test_a_baseline_for_each_line(self) -> None:
        found = strokes(portrait(), "grid-baseline")
        left, top = 28 * MM, 37 * MM
        places = [(left, left + CHARACTERS * EM, top + n * PITCH + BASELINE) for n in range(LINES)]
        assert across(found) == approx(places)

    def test_body_text_stands_on_the_baselines(self) -> None:
        page = with_grid(laid(*[body("文" * 28 * 3)] * 12), SHEET).pages[0]
        text = sorted(item.baseline for item in page.items if isinstance(item, Line) and item.role == "body")
        drawn = [each.y0 for each in strokes(page, "grid-baseline")]
        assert text == pytest.approx(drawn[: len(text)])
        assert len(text) == LINES

    def test_another_pitch_of_the_body_leaves_the_grid_alone(self) -> None:
        wide = Template.model_validate({"name": "试排", "styles": {"body": {"pitch": "36pt"}}})
        assert strokes(portrait(stylesheet(wide)), "grid-baseline") == strokes(portrait(), "grid-baseline")

    def test_the_other_recipe_has_its_own_box(self) -> None:
        page = portrait(stylesheet(Template(name="试排", page=PageOptions(recipe="gbt33476"))))
        rows = across(strokes(page, "grid"))
        assert [y for _, _, y in rows] == pytest.approx([34.58 * MM + n * 29.6 for n in range(LINES + 1)])


class TestLandscape:
    def test_the_type_area_is_turned_with_the_sheet(self) -> None:
        found = strokes(landscape(), "type-area")
        left, right, top, foot = 35 * MM, 260 * MM, 28 * MM, 184 * MM
        assert across(found) == approx([(left, right, top), (left, right, foot)])
        assert down(found) == approx([(top, foot, left), (top, foot, right)])

    def test_as_many_cells_as_fit(self) -> None:
        page = landscape()
        assert len(across(strokes(page, "grid"))) == 15 + 1
        assert len(down(strokes(page, "grid"))) == 40 + 1
        assert len(strokes(page, "grid-baseline")) == 15


class TestEverythingElse:
    def plain(self) -> Layout:
        turned = replace(table(3), landscape=True)
        return laid(title("题"), body("文" * 900), heading("一"), turned, body("文" * 60), footnotes=1)

    def test_stays_as_it_is_and_lies_above_the_grid(self) -> None:
        plain = self.plain()
        proof = with_grid(plain, SHEET)
        assert replace(proof, pages=plain.pages) == plain
        for before, after in zip(plain.pages, proof.pages, strict=True):
            added = len(after.items) - len(before.items)
            assert after.items[added:] == before.items
            assert all(isinstance(item, Stroke) for item in after.items[:added])
            assert replace(after, items=before.items) == before

    def test_every_page_has_one(self) -> None:
        assert all(strokes(page, "type-area") for page in with_grid(self.plain(), SHEET).pages)

    def test_it_is_light_and_thin(self) -> None:
        for role in ("grid", "grid-baseline", "type-area"):
            for stroke in strokes(portrait(), role):
                assert stroke.width <= 0.5
                assert max(int(stroke.color[i : i + 2], 16) for i in (0, 2, 4)) > 150
