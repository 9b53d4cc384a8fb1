"""The mark of minutes stands 35 mm below the type area's top, in the PDF and in an office (GB/T 9704-2012 10.3)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from briefgen import pipeline
from briefgen.parity.office import to_pdf
from briefgen.spec import gbt9704

MINUTES = Path(__file__).parents[2] / "examples" / "weekly" / "reports" / "会议纪要.yaml"
DOTS = 20  # a millimetre


def red_ink(pdf: bytes) -> float:
    """Return how many millimetres below the type area's top the first red ink of page 1 stands."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB")
    red, green, _ = picture.split()
    ink = ImageChops.subtract(red, green).getbbox()
    assert ink is not None
    return ink[1] / DOTS - gbt9704.TOP_MARGIN.value


def test_in_the_pdf() -> None:
    pdf = pipeline.render(pipeline.load_any(MINUTES), "pdf")
    assert red_ink(pdf) == pytest.approx(gbt9704.MINUTES_MARK_DROP.value, abs=0.1)


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_in_an_office() -> None:
    docx = pipeline.render(pipeline.load_any(MINUTES), "docx")
    assert red_ink(to_pdf(docx)) == pytest.approx(gbt9704.MINUTES_MARK_DROP.value, abs=0.1)
