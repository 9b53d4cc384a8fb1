"""Shapes of reportlab's graphics → our shapes: what it reckons with its axes, we draw.

In: a widget of `reportlab.graphics`, y upwards. Out: shapes and labels of a drawing, y downwards, texts in our faces.
Does not belong here: which chart is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportlab.graphics import shapes as rl
from reportlab.graphics.transform import mmult, transformPoint
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics

from briefgen.doctree.nodes import Align
from briefgen.doctree.shapes import Area, Disc, Hatch, Label, Path, Point, Shape
from briefgen.errors import InternalError
from briefgen.spec import typography

ROOM = 300.0  # points, more than any text of a chart takes: it is placed by its anchor
_ANCHORS = {"start": (Align.LEFT, 0.0), "middle": (Align.CENTER, 0.5), "end": (Align.RIGHT, 1.0)}
_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Widths:
    """What reportlab asks of a font when it places texts: Han take an em, all others of a chart half of one."""

    fontName = "briefgen-chart"  # noqa: N815 - reportlab's name
    ascent, descent = 1000 * typography.EM_ASCENT, -1000 * typography.EM_DESCENT
    _dynamicFont = _multiByte = 0  # noqa: N815

    @staticmethod
    def stringWidth(text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - reportlab's name
        return size * sum(1.0 if char > "\u2000" else 0.5 for char in text)


def measuring_font() -> str:
    """Return the name of a font that reportlab can measure the texts of charts by."""
    if _Widths.fontName not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_Widths())
    return _Widths.fontName


def color(rrggbb: str) -> Any:
    """Return the colour as reportlab has it."""
    return HexColor(int(rrggbb, 16))


def flattened(widget: Any, height: float, hatches: Mapping[str, Hatch]) -> tuple[list[Shape], list[Label]]:
    """Return what `widget` draws in a drawing of `height` points; `hatches` are those of areas by their fill."""
    found = [
        item for node, matrix in _leaves(widget, _UPRIGHT) for item in _ours(node, matrix, height, hatches)
    ]
    return (
        [item for item in found if not isinstance(item, Label)],
        [item for item in found if isinstance(item, Label)],
    )


def _leaves(node: Any, matrix: tuple[float, ...]) -> Iterator[tuple[Any, tuple[float, ...]]]:
    """Yield every shape inside `node` with the matrix that places it."""
    if isinstance(node, rl.UserNode):
        node = node.provideNode()
    if isinstance(node, rl.Group):
        inner = mmult(matrix, node.transform)
        for child in node.getContents():
            yield from _leaves(child, inner)
    elif node is not None:
        yield node, matrix


def _ours(
    node: Any, matrix: tuple[float, ...], height: float, hatches: Mapping[str, Hatch]
) -> Iterator[Shape | Label]:
    def at(x: float, y: float) -> Point:
        across, up = transformPoint(matrix, (x, y))
        return across, height - up

    match node:
        case rl.Line(x1=x1, y1=y1, x2=x2, y2=y2):
            yield from _stroked(node, (at(x1, y1), at(x2, y2)))
        case rl.PolyLine(points=points):
            yield from _stroked(node, tuple(at(*pair) for pair in _pairs(points)))
        case rl.Rect(x=x, y=y, width=w, height=h):
            yield _area(node, (at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)), hatches)
        case rl.Polygon(points=points):
            yield _area(node, tuple(at(*pair) for pair in _pairs(points)), hatches)
        case rl.Circle(cx=x, cy=y, r=radius):
            yield Disc(
                at(x, y), radius, _hex(node.fillColor), _width(node), _hex(node.strokeColor) or "000000"
            )
        case rl.String(text=text):
            yield _label(node, text, at(node.x, node.y))
        case _:
            raise InternalError(f"a chart with a {type(node).__name__}")


def _pairs(points: list[float]) -> Iterator[Point]:
    return zip(points[::2], points[1::2], strict=True)


def _stroked(node: Any, points: tuple[Point, ...]) -> Iterator[Path]:
    stroke = _hex(node.strokeColor)
    if stroke is not None:
        yield Path(points, node.strokeWidth, stroke, tuple(node.strokeDashArray or ()))


def _area(node: Any, points: tuple[Point, ...], hatches: Mapping[str, Hatch]) -> Area:
    fill = _hex(node.fillColor)
    hatch = hatches.get(fill or "", Hatch.NONE)
    return Area(points, fill, hatch, _width(node), _hex(node.strokeColor) or "000000")


def _label(node: Any, text: str, anchor: Point) -> Label:
    """Return a text on one line whose baseline is at the anchor."""
    align, share = _ANCHORS[node.textAnchor]
    x, baseline = anchor
    size = node.fontSize
    return Label(
        text, x - share * ROOM, baseline - typography.EM_ASCENT * size, ROOM, size, size, align=align
    )


def _width(node: Any) -> float:
    return float(node.strokeWidth) if node.strokeColor is not None else 0.0


def _hex(value: Any) -> str | None:
    return None if value is None else str(value.hexval())[2:].upper()
