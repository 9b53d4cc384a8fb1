"""One document with a node of every kind."""

from __future__ import annotations

import datetime as dt

from briefgen.diagnostics import Position
from briefgen.doctree import nodes as n
from briefgen.doctree.shapes import Area, Label, rectangle
from briefgen.units import Length


def text(words: str) -> n.Inlines:
    return (n.Text(words),)


def every_node() -> n.Document:
    picture = n.Picture("photos/a.jpg", b"", "jpeg", 40, 30)
    inner = n.List(True, (n.ListItem("（1）", (n.Paragraph(n.Role.LIST_ITEM, text("内项")),)),), 1)
    outer = n.ListItem("•", (n.Paragraph(n.Role.LIST_ITEM, text("外项")), inner))
    styled = (
        n.Text("引", lead=2),
        n.Text("粗", strong=True),
        n.Text("强", strong=True, emphasis=True),
        n.LineBreak(),
        n.Text("链", href="https://example.cn/"),
        n.FootnoteMark(1),
    )
    blocks: tuple[n.Block, ...] = (
        n.SplitLine(n.Role.MASTHEAD_IMPRINT, "单位", "日期"),
        n.HeadRule(),
        n.Contents("目录", (n.ContentsEntry("条目", "article-1"),)),
        n.Title("article-1", ("题上", "题下"), Position("a.yaml", 3, 5)),
        n.Heading("article-1-h-1", 1, "一、", text("小标题")),
        n.Paragraph(n.Role.BODY, styled, Position("a.yaml", 9, 1)),
        n.List(False, (outer,)),
        n.Table(
            text("表题"),
            (n.Align.LEFT, n.Align.RIGHT),
            ((n.Cell(text("头")), n.Cell(())),),
            ((n.Cell(text("左")), n.Cell(text("右"))),),
        ),
        n.FigureRow((n.Figure(picture, text("图说"), Length(60, "%")), n.Figure(picture, ()))),
        n.Drawing(
            "图",
            100,
            50,
            (Area(rectangle(0, 0, 60, 20)),),
            (Label("标注", 2, 3, 40, 10, 9),),
            "方框",
            text("图题"),
        ),
    )
    return n.Document(
        n.Metadata("名称", "单位", date=dt.date(2020, 7, 3)),
        blocks,
        (text("注"),),
        n.Colophon((n.ColophonRow("报：", "甲。"), n.ColophonRow("", "编辑：乙", "共印5份"))),
    )
