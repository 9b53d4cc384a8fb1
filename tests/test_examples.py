"""Every example loads, composes and renders in both formats, without a diagnostic, into files that readers accept."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

import briefgen
from briefgen import pipeline
from briefgen.parity.office import to_pdf
from tests.office import needs_office, page_texts

if TYPE_CHECKING:
    from types import ModuleType

    from briefgen.writers import Manuscript

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(
    path for path in (ROOT / "examples").glob("*/brief.*") if path.suffix in {".yaml", ".toml", ".json"}
)
ISSUE = ROOT / "examples" / "huodong-dongtai-12" / "brief.yaml"
SIZE, SIZES = (1600, 1067), {"articles": (800, 534)}  # those of the office are small
PHOTOS = sorted((ROOT / "examples").glob("**/photos/*.jpg"))

every_example = pytest.mark.parametrize("path", EXAMPLES, ids=[path.parent.name for path in EXAMPLES])
needs_poppler = pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler-utils is not installed")
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")


@cache
def manuscript(path: Path) -> Manuscript:
    """Return the example at `path`, set on pages, having checked that nothing was wrong with it."""
    made, found = pipeline.typeset(briefgen.load(path))
    assert list(found) == []
    return made


@cache
def rendered(path: Path, form: str) -> bytes:
    """Return the example at `path` as a file."""
    return briefgen.render(briefgen.load(path), form)


def output_of(*command: str | Path) -> str:
    """Return what `command` prints; a failure of it fails the test."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_there_are_examples() -> None:
    assert {path.parent.name for path in EXAMPLES} == {
        "huodong-dongtai-12",
        "kuaixun",
        "renwu-fengong",
        "gongzuo-jianbao",
        "toml",
    }


@every_example
def test_sets_without_diagnostics(path: Path) -> None:
    assert manuscript(path).layout.pages


@every_example
def test_saves_both_formats_and_says_where_headings_stand(path: Path, tmp_path: Path) -> None:
    result = briefgen.save(briefgen.load(path), tmp_path / "a.docx", tmp_path / "a.pdf")
    assert [file.name for file in result.files] == ["a.docx", "a.pdf"]
    assert all(file.stat().st_size > 2000 for file in result.files)
    assert result.warnings == ()
    assert result.headings[0].page >= 1
    assert [each.page for each in result.headings] == sorted(each.page for each in result.headings)


@every_example
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_renders_the_same_bytes_again(path: Path, form: str) -> None:
    assert briefgen.render(briefgen.load(path), form) == rendered(path, form)


@every_example
@needs_qpdf
def test_pdf_passes_qpdf(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(rendered(path, "pdf"))
    assert "No syntax or stream encoding errors found" in output_of("qpdf", "--check", file)


@every_example
@needs_poppler
def test_pdf_embeds_every_font_with_unicode(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(rendered(path, "pdf"))
    lines = output_of("pdffonts", file).splitlines()[2:]
    assert lines
    for line in lines:  # name, type, encoding, then: embedded, subset, unicode, object
        embedded, subset, unicode = line.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), line


@every_example
@needs_poppler
def test_pdf_gives_its_text_back_in_order(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(rendered(path, "pdf"))
    text = squeezed(output_of("pdftotext", "-raw", file, "-"))
    place = 0
    for anchor in manuscript(path).layout.anchors:
        assert squeezed(anchor.text) in text
        found = text.find(squeezed(anchor.text), place)
        assert found >= 0, f"out of order: {anchor.text}"
        place = found


@every_example
@pytest.mark.office
@needs_office
def test_office_opens_the_docx_on_as_many_pages(path: Path) -> None:
    pages = page_texts(to_pdf(rendered(path, "docx")))
    assert len(pages) == len(manuscript(path).layout.pages)


def test_full_issue_is_full() -> None:
    made = manuscript(ISSUE)
    assert 7 <= len(made.layout.pages) <= 9
    titles = [anchor.text for anchor in made.layout.anchors if anchor.level == 0]
    assert len(titles) == 5


def test_figures_to_date_of_the_full_issue_add_up() -> None:
    (data,) = [article for article in briefgen.load(ISSUE).articles if isinstance(article.body, list)]
    table = next(block for block in data.body or [] if isinstance(block, briefgen.TableBlock))
    rows = {row[1]: (first_number(row[2]), row[3]) for row in table.rows}
    assert len(table.rows) == 10
    for name in ("市级以上稿件", "宣传阵地", "上级简报采用"):
        total, parts = rows[name]
        assert total == sum(map(int, re.findall(r"\d+", parts))), name


def test_photos_are_photos_of_their_kind() -> None:
    assert len(PHOTOS) == 7
    for photo in PHOTOS:
        assert photo.stat().st_size < 400_000
        with Image.open(photo) as picture:
            assert (picture.format, picture.mode, picture.size) == (
                "JPEG",
                "RGB",
                SIZES.get(photo.parent.parent.name, SIZE),
            )
            assert not picture.getexif()


def test_photos_are_drawn_by_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = photo_script(monkeypatch)
    assert {ROOT / "examples" / name for name in script.PHOTOS} == set(PHOTOS)
    script.main(["--into", str(tmp_path), "--only", "gongchang"])
    name = "huodong-dongtai-12/photos/gongchang.jpg"
    with Image.open(tmp_path / name) as drawn, Image.open(ROOT / "examples" / name) as kept:
        assert drawn.size == kept.size
        small = [picture.convert("L").resize((16, 10)).tobytes() for picture in (drawn, kept)]
    assert max(abs(one - other) for one, other in zip(*small, strict=True)) < 12


def photo_script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return scripts/make_photos.py as a module."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    spec = importlib.util.spec_from_file_location("make_photos", ROOT / "scripts" / "make_photos.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "make_photos", module)
    spec.loader.exec_module(module)
    return module


def first_number(text: str) -> int:
    """Return the first number in `text`."""
    found = re.search(r"\d+", text)
    assert found
    return int(found[0])


def squeezed(text: str) -> str:
    """Return `text` without white space."""
    return re.sub(r"\s+", "", text)
