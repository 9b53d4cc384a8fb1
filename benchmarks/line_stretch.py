#!/usr/bin/env python3
"""How far lines are stretched, of those that an office can set (`office`) or of all (`optimum`), and the time.

    .venv/bin/python -m benchmarks.line_stretch [--pages 40] [--seed 20200703] [--gap 0.25字]

The text is generated: official prose with numbers, dates, titles in 《》, quotations and Latin words; the same seed
gives the same text. `gaps` is the mean change of all gaps in em, `even` what all of them share once those between Han
and Latin have taken theirs, `in the office` the same where LibreOffice sets the lines, a fifth of an em at each
boundary between Han and Latin.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from statistics import mean
from time import process_time
from typing import Any

from briefgen.doctree.nodes import Document, Metadata, Paragraph, Role, Text
from briefgen.fonts import metrics
from briefgen.layout import Layout, paginate
from briefgen.layout.context import Context
from briefgen.layout.frame import Line
from briefgen.layout.inline import office
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.line import elastic
from briefgen.layout.inline.shape import shape
from briefgen.layout.paragraph import column
from briefgen.model.template import Template
from briefgen.spec import gbt15834
from briefgen.spec.typography import Breaking
from briefgen.style import StyleSheet, stylesheet
from briefgen.units import TWIPS_PER_POINT


def _words(text: str) -> list[str]:
    return text.split("｜")


WHO = _words(
    "区委宣传部｜区发改局｜各乡镇（街道）｜推进办公室｜区委理论学习中心组｜14个牵头部门｜各责任单位｜王堃同志"
)
WHEN = _words("4月9日，｜6月10日上午，｜2020年5月以来，｜截至目前，｜会后，｜3—5月，｜上半年，｜｜｜｜")
DOES = _words("召开｜组织｜开展｜印发｜听取｜落实｜推进｜研究部署｜审议通过｜深入推动｜对照检查｜集中学习")
WHAT = _words(
    "第二次推进会｜《教育实践活动分工方案》｜“三四五”工作法｜4个方面41项任务｜16万套种鸡项目｜7项重点任务26条措施"
    "｜营商环境优化提升工作｜350余场宣讲｜“一谷一城”建设｜疫情防控和复工复产｜江教发〔2020〕12号文件"
    "｜DOCX和PDF格式的简报｜GB/T 9704的各项要求｜1.2万名党员干部的学习研讨｜80%以上的企业诉求｜3000万元以上项目"
)
TAIL = _words(
    "，取得了阶段性成效｜，确保任务按序时进度完成｜，倒排工期、挂图作战｜；对发现的问题逐一建立清单"
    "｜，参加人数达100余人｜，同比增长3.5%｜——这是关键｜｜"
)


def prose(random: Random) -> str:
    """Return a paragraph of three to eight sentences."""
    sentences = []
    for _ in range(random.randint(3, 8)):
        words = [random.choice(part) for part in (WHEN, WHO, DOES, WHAT)]
        if random.random() < 0.5:
            words += ["，", random.choice(DOES), random.choice(WHAT)]
        sentences.append("".join([*words, random.choice(TAIL), "。"]))
    return "".join(sentences)


def document(pages: int, seed: int) -> Document:
    """Return body text for about so many pages."""
    random = Random(seed)
    texts: list[str] = []
    while sum(map(len, texts)) < pages * 560:
        texts.append(prose(random))
    blocks = tuple(Paragraph(Role.BODY, (Text(text),)) for text in texts)
    return Document(Metadata("题", "单位"), blocks)


def sheet(breaking: Breaking, gap: str) -> StyleSheet:
    """Return the styles of a template that breaks lines so."""
    options = {"breaking": breaking, "latin_gap": gap}
    return stylesheet(Template.model_validate({"name": "试排", "typesetting": options}))


def body_lines(layout: Layout) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    paragraphs: dict[int, list[Line]] = {}
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Line) and item.role == Role.BODY:
                paragraphs.setdefault(item.block, []).append(item)
    yield from paragraphs.values()


def measured(layout: Layout, styles: StyleSheet) -> Counter[str]:
    """Return how many lines are how far from full, and what is unwelcome at their ends.

    The gaps between Han and Latin may be an eighth to half an em wide (CLREQ 3.2.2): what counts for the eye is the
    `even` change, which all other gaps share.
    """
    found: Counter[str] = Counter()
    for lines in body_lines(layout):
        found["paragraphs"] += 1
        text = "".join(line.text for line in lines)
        unwelcome, place = penalties(text), 0
        for line, following in pairwise(lines):
            place += len(line.text)
            found["lines"] += 1
            for name, change in (
                ("gaps", line.adjust),
                ("even", line.even),
                ("in the office", shown_by_office(line, styles)),
            ):
                found[f"{name}: beyond +3 %, stretched"] += change > 0.03
                found[f"{name}: beyond -3 %, squeezed"] += change < -0.03
                found[f"{name}: beyond 5 % either way"] += abs(change) > 0.05
                found[f"{name}: beyond 10 % either way"] += abs(change) > 0.10
            found["full to 0.1 %"] += abs(line.adjust) <= 0.001
            found["with spacing in the DOCX"] += line.spacing != 0
            found["parts what belongs together"] += place - 1 in unwelcome
            pair = following.text[:2] in ("——", "……")
            found["forbidden start"] += following.text[0] in gbt15834.NOT_AT_LINE_START and not pair
            found["forbidden end"] += line.text[-1] in gbt15834.NOT_AT_LINE_END
        found["last line of one character"] += len(lines[-1].text.strip("。，")) <= 1
        found["last line with spacing"] += lines[-1].spacing != 0
        found["lines"] += 1
    return found


def shown_by_office(line: Line, styles: StyleSheet) -> float:
    """Return by how much each gap of the line changes where an office sets it, beside its Han–Latin gaps, in em."""
    style = styles[Role.BODY]
    glyphs = shape((Text(line.text),), style, styles, metrics)
    place = column(style, Context(styles, metrics))
    room = place.width + place.spare - (place.first if line.start == 0 else 0.0)
    return (room - office.width(glyphs)) / style.size / (sum(elastic(glyphs)) or 1)


def spacings(layout: Layout) -> list[float]:
    """Return the spacing of the lines that have any in the DOCX, in points."""
    return [
        abs(line.spacing) / TWIPS_PER_POINT for lines in body_lines(layout) for line in lines if line.spacing
    ]


def histogram(layout: Layout) -> Counter[int]:
    """Return the number of lines for each whole per cent of even change."""
    return Counter(round(100 * line.even) for lines in body_lines(layout) for line in lines[:-1])


def main() -> None:
    """Print both ways side by side."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--seed", type=int, default=20200703)
    parser.add_argument("--gap", default="0字")
    given = parser.parse_args()
    text = document(given.pages, given.seed)
    layouts, times = {}, {}
    for breaking in Breaking:
        styles = sheet(breaking, given.gap)
        spent = []
        for _ in range(4):  # the first fills the caches
            begun = process_time()
            layouts[breaking] = paginate(text, styles, metrics)
            spent.append(process_time() - begun)
        times[breaking] = 1000 * min(spent[1:]) / len(layouts[breaking].pages)
    counts = {breaking: measured(layout, sheet(breaking, given.gap)) for breaking, layout in layouts.items()}
    rows: list[tuple[str, dict[Breaking, Any]]] = [("", {breaking: breaking for breaking in Breaking})]
    rows += [(name, {way: counts[way][name] for way in Breaking}) for name in counts[Breaking.OFFICE]]
    sizes = {way: spacings(layout) or [0.0] for way, layout in layouts.items()}
    rows += [("mean size of spacing, pt", {way: f"{mean(found):.2f}" for way, found in sizes.items()})]
    rows += [("largest, pt", {way: f"{max(found):.2f}" for way, found in sizes.items()})]
    rows += [("pages", {way: len(layout.pages) for way, layout in layouts.items()})]
    rows += [("ms of layout a page", {way: f"{time:.2f}" for way, time in times.items()})]
    rows += [
        ("", dict.fromkeys(Breaking, "")),
        ("lines that change evenly by, %", dict.fromkeys(Breaking, "")),
    ]
    bars = {way: histogram(layout) for way, layout in layouts.items()}
    changes = sorted(bars[Breaking.OFFICE] | bars[Breaking.OPTIMUM])
    rows += [(f"{change:+}", {way: bars[way][change] for way in Breaking}) for change in changes]
    for name, cells in rows:
        sys.stdout.write(f"{name:>40}{cells[Breaking.OFFICE]:>10}{cells[Breaking.OPTIMUM]:>10}\n")


if __name__ == "__main__":
    main()
