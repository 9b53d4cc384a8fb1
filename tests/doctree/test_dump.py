from __future__ import annotations

from briefgen.doctree.dump import dump
from tests.doctree.trees import every_node

EXPECTED = """\
document 名称 / 单位 / 2020-07-03 / zh-CN
  masthead-imprint: 单位 | 日期
  head-rule
  contents: 目录
    entry 1 #article-1: 条目
  title #article-1: 题上 / 题下
  heading-1 #article-1-h-1: [一、]小标题
  body: {lead-2:引}{strong:粗}{strong emphasis:强}{break}{link https://example.cn/:链}{note 1}
  bulleted list, depth 0
    item •
      list-item: 外项
      ordered list, depth 1
        item （1）
          list-item: 内项
  table left right
    caption: 表题
    head: 头 | -
    row: 左 | 右
  figures
    figure photos/a.jpg (jpeg 40×30) width 60%: 图说
    figure photos/a.jpg (jpeg 40×30): -
  drawing 图 100 × 50, 1 shapes: 方框
    caption: 图题
    label 2.0 3.0 宋体/9: 标注
  footnote 1: 注
  colophon
    row 报：甲。
    row 编辑：乙 | 共印5份
"""


def test_every_node_on_a_line_of_its_own() -> None:
    assert dump(every_node()) == EXPECTED


def test_positions_when_asked_for() -> None:
    lines = dump(every_node(), positions=True).splitlines()
    assert [line.strip() for line in lines if "@" in line] == [
        "title #article-1: 题上 / 题下  @a.yaml:3:5",
        EXPECTED.splitlines()[7].strip() + "  @a.yaml:9:1",
    ]
