"""Shapes of a drawing: the operators of their paths, and where they show on the page."""

from __future__ import annotations

import pypdfium2
import pytest

from briefgen.doctree.shapes import Area, Disc, Hatch, Path, Shape, rectangle
from briefgen.layout.frame import Drawn, Line
from briefgen.writers.pdf.font import Fonts
from briefgen.writers.pdf.shapes import drawn_operators
from tests.writers.pdf.builders import pdf, run

BOX = rectangle(10, 20, 30, 40)


def placed(*shapes: Shape, lines: tuple[Line, ...] = (), scale: float = 1.0) -> Drawn:
    """Return a drawing of 100 × 80 points whose corner is at (50, 60)."""
    return Drawn("drawing", 50, 60, 100 * scale, 80 * scale, scale, shapes, lines, "图", "方框")


def operators(*shapes: Shape, scale: float = 1.0) -> list[str]:
    return list(drawn_operators(placed(*shapes, scale=scale), 842.0, Fonts()))


def test_a_drawing_has_a_coordinate_system_of_its_own() -> None:
    assert operators() == ["q 1 0 0 1 50 702 cm", "Q"]
    assert operators(scale=0.5) == ["q 0.5 0 0 0.5 50 742 cm", "Q"]


def test_an_area_is_filled_and_then_outlined() -> None:
    corners = "10 60 m 40 60 l 40 20 l 10 20 l h"
    assert operators(Area(BOX, "FF0000", width=2))[1:-1] == [
        f"1 0 0 rg {corners} f",
        f"0 0 0 RG 2 w {corners} S",
    ]


def test_an_area_without_fill_and_width_draws_nothing() -> None:
    assert operators(Area(BOX, width=0))[1:-1] == []


def test_a_path_keeps_its_dash_to_itself() -> None:
    (path,) = operators(Path(((0, 0), (5, 80)), 1.5, "0000FF", (4, 2)))[1:-1]
    assert path == "q 0 0 1 RG 1.5 w [4 2] 0 d 1 j 0 80 m 5 0 l S Q"


def test_a_disc_is_four_curves() -> None:
    (disc,) = operators(Disc((50, 40), 10, "00FF00", 0))[1:-1]
    assert disc.count(" c") == 4
    assert disc.startswith("0 1 0 rg 60 40 m ")
    assert disc.endswith(" 60 40 c h f")


@pytest.mark.parametrize("hatch", [each for each in Hatch if each is not Hatch.NONE])
def test_hatches_are_clipped_to_their_area(hatch: Hatch) -> None:
    found, outline = operators(Area(BOX, None, hatch))[1:-1]
    assert found.startswith("q 10 60 m 40 60 l 40 20 l 10 20 l h W n ")
    assert found.endswith(" S Q")
    assert found.count(" m ") > 8  # the outline's and those of the lines
    assert outline.endswith("h S")


def test_hatches_differ() -> None:
    drawn = {hatch: tuple(operators(Area(BOX, None, hatch))) for hatch in Hatch}
    assert len(set(drawn.values())) == len(Hatch)


def test_shapes_and_texts_show_where_they_stand() -> None:
    text = Line("caption", 30.0, (run("甲", x=60, size=10),))
    file = pdf(placed(Area(BOX, "FF0000", width=0), Disc((80, 40), 8, "0000FF", 0), lines=(text,)))
    with pypdfium2.PdfDocument(file) as document:
        page = document[0]
        image = page.render().to_pil().convert("RGB")
        assert image.getpixel((50 + 25, 60 + 40)) == (255, 0, 0)
        assert image.getpixel((50 + 80, 60 + 40)) == (0, 0, 255)
        assert image.getpixel((50 + 5, 60 + 40)) == (255, 255, 255)
        assert page.get_textpage().get_text_range().strip() == "甲"
