"""`--set masthead.issue=13`: one value is changed before the fields are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.messages import message, speak
from briefgen.model.briefing import Briefing
from briefgen.reader import load
from tests.reader.briefings import SOUND, loaded, places, refused

ISSUE = """\
报头:
  编发单位: 宣传部
  期号: 12
  date: 2020-07-03
文章:
  - 标题: 一
    作者: [王堃, 李玥]
    正文: 文。
  - title: 二
    body:
      - type: heading
        text: 小标题
        level: 1
"""


def changed(*overrides: str) -> Briefing:
    return loaded(ISSUE, overrides=overrides)


@pytest.mark.parametrize(
    "path", ["masthead.issue", "报头.期号", "报头.issue", "masthead.期号", " 报头.期号 "]
)
def test_either_name_of_a_key(path: str) -> None:
    assert changed(f"{path}=13").masthead.issue == 13


def test_values_are_what_a_file_would_hold() -> None:
    briefing = changed(
        "masthead.special=是",
        "报头.日期=2020-07-17",
        "contents=false",
        "文章.0.编号=标准",
        "masthead.name= 简报 ",
    )
    assert briefing.masthead.special is True
    assert briefing.masthead.date.isoformat() == "2020-07-17"
    assert briefing.contents is False
    assert briefing.articles[0].numbering == "standard"
    assert briefing.masthead.name == "简报"


def test_items_of_lists_are_counted_from_zero() -> None:
    briefing = changed("articles.1.title=第二", "文章.0.作者.1=张祎", "articles.1.body.0.level=2")
    assert briefing.articles[1].title == "第二"
    assert briefing.articles[0].authors == ["王堃", "张祎"]
    assert briefing.articles[1].body[0].level == 2  # type: ignore[index, union-attr]


def test_one_line_is_a_list_of_one() -> None:
    assert changed("articles.0.authors=张祎").articles[0].authors == ["张祎"]


def test_parts_that_the_file_has_not() -> None:
    briefing = changed("报尾.印数=120", "colophon.report_to=市委宣传部")
    assert briefing.colophon is not None
    assert (briefing.colophon.copies, briefing.colophon.report_to) == (120, ["市委宣传部"])


@pytest.mark.parametrize("empty", ["colophon:\n", "colophon: ~\n", "colophon: {}\n"])
def test_parts_that_are_empty_in_the_file(empty: str) -> None:
    briefing = loaded(SOUND + empty, overrides=("colophon.copies=3",))
    assert briefing.colophon is not None
    assert briefing.colophon.copies == 3


def test_nothing_takes_a_value_away() -> None:
    assert changed("masthead.issue=").masthead.issue is None


def test_the_value_may_hold_dots_and_equal_signs() -> None:
    assert changed("masthead.note=a=b.c=d").masthead.note == "a=b.c=d"


def test_later_ones_win() -> None:
    assert changed("masthead.issue=13", "报头.期号=14").masthead.issue == 14


def test_the_text_no_longer_stands_in_the_file() -> None:
    sources = changed("articles.0.body=别的文字").sources
    assert sources.text("articles", 0, "body") is None
    assert sources.value("articles", 0, "body") == sources.value("articles", 0)


@pytest.mark.parametrize(
    "override",
    [
        "masthead.issue", "", "issue=13", "masthead.isue=13", "报头.号=1", "=13", ".=13", "masthead..issue=13",
        "articles.2.title=三", "articles.-1.title=三", "articles.x.title=三", "articles.title=三", "文章.0.标题.x=三",
        "masthead.issue.x=1", "articles.0.body.0.text=文", "articles.²=x", "[masthead]=1",
    ],
)  # fmt: skip
def test_paths_that_lead_nowhere(override: str) -> None:
    assert places(refused(ISSUE, overrides=(override,))) == [("BG111", 0, 0)]


@pytest.mark.parametrize(
    ("override", "advice"),
    [
        ("masthead.isue=13", "是不是“issue”？"),
        ("报头.期=13", "是不是“期号”？"),
        ("文章.0.tilte=三", "是不是“title”？"),
        ("mastheda.issue=1", "是不是“masthead”？"),
    ],
)
def test_a_slip_in_a_path_is_told_the_nearest_key(override: str, advice: str) -> None:
    [diagnostic] = refused(ISSUE, overrides=(override,))
    with speak("zh"):
        assert message(diagnostic).endswith(advice)


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b", "\udcb0", "\u202e", "\ufeff"])
def test_what_no_text_may_hold(char: str) -> None:
    [diagnostic] = refused(ISSUE, overrides=(f"报头.名称=简{char}报",))
    assert diagnostic.code == "BG111"
    with speak("zh"):
        assert message(diagnostic).endswith(f"U+{ord(char):04X}")


def test_all_faults_at_once() -> None:
    found = refused(ISSUE, overrides=("x=1", "masthead.issue=十三", "y", "报头.日期=明天"))
    assert places(found) == [("BG111", 0, 0), ("BG111", 0, 0), ("BG104", 2, 3), ("BG105", 2, 3)]
    assert {str(each.values["actual"]) for each in found[2:]} == {"十三", "明天"}


def test_a_fault_in_the_file_can_be_set_right(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(ISSUE.replace("期号: 12", "期号: 十二"), encoding="utf-8")
    assert load(path, ["报头.期号=12"]).masthead.issue == 12


def test_a_body_instead_of_a_body_file() -> None:
    text = SOUND.replace("body: 文。", "body_file: 没有.md")
    briefing = loaded(text, overrides=("articles.0.body_file=", "articles.0.body=文。"))
    assert briefing.articles[0].body == "文。"
