from __future__ import annotations

import datetime as dt
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pdfplumber
import pytest

from briefgen.doctree.nodes import Metadata
from briefgen.layout.frame import Anchor, Image, Line, Link, Page, Stroke
from briefgen.writers.pdf import write
from tests.writers.pdf.builders import (
    FALLBACK,
    HEI,
    HEIGHT,
    METADATA,
    TIMESTAMP,
    WIDTH,
    layout,
    line,
    opened,
    page,
    pdf,
    pdf_of,
    picture,
    run,
)

ROOT = Path(__file__).parents[3]
FULL = layout(
    page(
        line(
            run("活动", face=HEI), run("镕", x=112.0, face=FALLBACK), run("网", x=128.0, href="http://x.cn")
        ),
        Stroke("rule", 80.0, 140.0, 520.0, 140.0, 2.25, "ff0000"),
        Image("figure", 100.0, 200.0, 300.0, 150.0, picture(), "图"),
        Image("figure", 100.0, 400.0, 300.0, 150.0, picture("png"), "图"),
    ),
    page(line("第二页"), number=2),
    anchors=(Anchor("article-1", "题", 0, 1, 100.0), Anchor("article-1-h-1", "一、", 1, 2, 100.0)),
)


def test_file_says_what_it_is() -> None:
    reader = opened(pdf(line("活动")))
    found = reader.metadata
    assert found is not None
    assert (found.title, found.author, found.subject) == (METADATA.title, METADATA.author, METADATA.subject)
    assert found["/Keywords"] == "学习，宣讲"
    assert found.creation_date == found.modification_date == TIMESTAMP
    assert (found.creator, found.producer) == ("briefgen", "briefgen")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.pdf_header == "%PDF-1.7"


@pytest.mark.parametrize("title", ["𠮷林简报", "a (b) \\c", "", "“引文”——"])
def test_title_comes_back(title: str) -> None:
    found = opened(pdf(line("活"), metadata=Metadata(title, ""))).metadata
    assert found is not None
    assert (found.title or "") == title


def test_time_is_that_of_the_caller_whatever_its_zone() -> None:
    east = dt.timezone(dt.timedelta(hours=8))
    local = TIMESTAMP.astimezone(east)
    assert write(FULL, METADATA, timestamp=local) == write(FULL, METADATA, timestamp=TIMESTAMP)
    assert write(FULL, METADATA, timestamp=TIMESTAMP + dt.timedelta(days=1)) != write(
        FULL, METADATA, timestamp=TIMESTAMP
    )


def test_pages_have_their_own_sizes() -> None:
    portrait = page(line("甲"))
    landscape = type(portrait)(2, portrait.height, portrait.width, ())
    boxes = [sheet.mediabox for sheet in opened(pdf_of(layout(portrait, landscape))).pages]
    assert [(round(box.width), round(box.height)) for box in boxes] == [(595, 842), (842, 595)]


def test_no_stream_is_ascii85_and_each_ends_on_a_line() -> None:
    data = pdf_of(FULL)
    assert b"ASCII85" not in data
    ends = [found.start() for found in re.finditer(rb"endstream", data)]
    assert ends
    assert all(data[end - 1 : end] == b"\n" for end in ends)


def test_no_font_but_ours_is_named() -> None:
    names = set(re.findall(rb"/BaseFont\s*/(\S+)", pdf_of(FULL)))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+(Fandol|BriefgenFallback-)\S+", name) for name in names), names


def test_identifier_comes_from_the_content() -> None:
    first, again, other = (opened(pdf(line(text))).trailer["/ID"] for text in ("活动", "活动", "动活"))
    assert first == again != other


def test_a_page_may_be_empty() -> None:
    reader = opened(pdf_of(layout(page(), page(line("甲"), number=2))))
    assert [sheet.extract_text().strip() for sheet in reader.pages] == ["", "甲"]


def test_same_bytes_in_any_zone_folder_and_hash_order(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.writers.pdf.test_writer import FULL\n"
        "from tests.writers.pdf.builders import pdf_of\n"
        "sys.stdout.buffer.write(pdf_of(FULL))"
    )
    made = set()
    for zone, seed, folder, locale in [
        ("Asia/Shanghai", "1", ROOT, "C.UTF-8"),
        ("America/New_York", "2", tmp_path, "C"),
    ]:
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", code, str(ROOT)],
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
        )
        made.add(done.stdout)
    assert made == {pdf_of(FULL)}


def test_importing_the_writer_is_light() -> None:
    code = (
        "import sys, briefgen.writers.pdf\n"
        "print(sorted({'reportlab', 'uharfbuzz', 'fontTools', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_landscape_page_is_a_portrait_sheet_that_readers_turn() -> None:
    number = Line("page-number", 74.0, (run("— 2 —", x=93.0),), turned=True)
    area = Link(100.0, 100.0, 50.0, 20.0, "a")
    made = layout(
        page(line("前文")),
        Page(2, HEIGHT, WIDTH, (line("表格", baseline=100.0), number, area), landscape=True),
        anchors=(Anchor("a", "表", 0, 2, 100.0),),
    )
    data = pdf_of(made)
    upright, turned = opened(data).pages
    assert turned["/Rotate"] == 90
    assert upright.get("/Rotate", 0) == 0
    assert [float(side) for side in turned.mediabox] == pytest.approx([0, 0, WIDTH, HEIGHT], abs=0.01)
    # the link's box: what is 100 points from the top of the page is as far from the left edge of the sheet
    (link,) = turned["/Annots"]
    assert [float(side) for side in link.get_object()["/Rect"]] == pytest.approx(
        [100, 100, 120, 150], abs=0.01
    )
    with pdfplumber.open(io.BytesIO(data)) as found:
        (shown,) = found.pages[1:]
        assert (shown.width, shown.height) == pytest.approx((HEIGHT, WIDTH), abs=0.01)
        words = {char["text"]: char for char in shown.chars}
        assert words["表"]["upright"]
        assert words["表"]["x0"] == pytest.approx(80.0, abs=0.1)
        dashes = [char for char in shown.chars if char["text"] == "—"]
        assert [char["upright"] for char in dashes] == [False, False]
        assert dashes[0]["top"] == pytest.approx(93.0, abs=0.1)
        assert dashes[0]["x0"] < 74.0 < dashes[0]["x1"]
