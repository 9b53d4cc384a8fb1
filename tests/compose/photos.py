"""Pictures for tests, drawn anew each time: small, and one of each kind that needs work."""

from __future__ import annotations

from pathlib import Path

from PIL import Image


def draw(folder: Path) -> None:
    """Draw the pictures that the cases name."""
    photos = folder / "photos"
    photos.mkdir()
    gradient().save(photos / "a.jpg", quality=90)
    gradient().save(photos / "c d.jpg", quality=90)
    gradient().save(photos / "b.png")


def gradient(width: int = 40, height: int = 30) -> Image.Image:
    """A picture whose corners differ: red grows to the right, green downwards."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, Image.new("L", (width, height), 64)))
