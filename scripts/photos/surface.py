"""Flat surfaces: a texture in perspective, lit by a light map, pasted into the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from photos.camera import Camera, Vec

FINE = 2  # surfaces are drawn this many times finer than the picture


def expose(colours: Image.Image, light: Image.Image) -> Image.Image:
    """Return `colours` under `light` (128 is full exposure; brighter burns out softly)."""
    lit = ImageChops.multiply(colours, light)
    return ImageChops.add(lit, lit)


def plain(colour: tuple[int, int, int], size: tuple[int, int] = (64, 64)) -> Image.Image:
    """Return a texture of one colour."""
    return Image.new("RGB", size, colour)


def quad(
    picture: Image.Image,
    camera: Camera,
    corners: Sequence[Vec],
    texture: Image.Image,
    light: Image.Image | None = None,
    blur: float | None = None,
) -> None:
    """Paint `texture` on the quad `corners` (from top left, clockwise, all in front of the camera)."""
    projected = [camera.project(corner) for corner in corners]
    depth = sum(point[2] for point in projected) / 4
    radius = camera.defocus(depth) if blur is None else blur
    margin = int(radius * 3) + 2
    box = (
        max(-margin, int(min(x for x, _, _ in projected)) - margin),
        max(-margin, int(min(y for _, y, _ in projected)) - margin),
        min(picture.width + margin, int(max(x for x, _, _ in projected)) + margin),
        min(picture.height + margin, int(max(y for _, y, _ in projected)) + margin),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    if light is not None:
        texture = expose(texture, light.resize(texture.size, Image.Resampling.BICUBIC))
    points = [((x - box[0]) * FINE, (y - box[1]) * FINE) for x, y, _ in projected]
    size = ((box[2] - box[0]) * FINE, (box[3] - box[1]) * FINE)
    sides = [(0, 0), (texture.width, 0), (texture.width, texture.height), (0, texture.height)]
    drawn = texture.transform(
        size, Image.Transform.PERSPECTIVE, _perspective(points, sides), Image.Resampling.BICUBIC
    )
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).polygon(points, fill=255)
    drawn.putalpha(mask)
    layer = drawn.resize((size[0] // FINE, size[1] // FINE), Image.Resampling.BOX)
    paste(picture, layer, box[:2], radius)


def paste(picture: Image.Image, layer: Image.Image, at: tuple[int, int], blur: float = 0.0) -> None:
    """Paste `layer` (RGBA) at `at`, out of focus by `blur` pixels."""
    if blur > 0.3:
        layer = layer.convert("RGBa").filter(ImageFilter.GaussianBlur(blur)).convert("RGBA")
    picture.paste(layer.convert("RGB"), at, layer.getchannel("A"))


def _perspective(
    outside: Sequence[tuple[float, float]], inside: Sequence[tuple[float, float]]
) -> tuple[float, ...]:
    """Return the eight coefficients that lead from pixels of the picture to those of the texture."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(outside, inside, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for column in range(8):
        pivot = max(range(column, 8), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column]
        rows[column] = [value / head for value in rows[column]]
        for row in range(8):
            if row != column:
                factor = rows[row][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return tuple(row[8] for row in rows)
