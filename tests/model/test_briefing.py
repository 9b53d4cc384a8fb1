"""Briefings built in Python: by English or Chinese names, checked like those in files, without places."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from briefgen.diagnostics import Position, SourceMap
from briefgen.model import briefing as models
from briefgen.model.base import Model, chinese_names
from briefgen.model.briefing import Article, Briefing, Colophon, Masthead
from briefgen.model.content import HeadingBlock, ListBlock, ParagraphBlock, TableBlock
from briefgen.pipeline import Result

MASTHEAD = Masthead(issuer="宣传部", date=dt.date(2020, 7, 3))


def issue(**fields: Any) -> Briefing:
    return Briefing(**{"masthead": MASTHEAD, "articles": [Article(title="题", body="文。")], **fields})


def faults(model: type[Model], **fields: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(ValidationError) as caught:
        model(**fields)
    return [(each["type"], each["loc"]) for each in caught.value.errors()]


class TestBuilding:
    def test_from_models(self) -> None:
        briefing = issue(colophon=Colophon(report_to=["市委宣传部"], copies=120))
        assert briefing.template == "huodong-dongtai"
        assert briefing.contents == "auto"
        assert briefing.normalize_punctuation is True
        assert briefing.articles[0].numbering == "none"
        assert briefing.colophon is not None
        assert briefing.colophon.send_to == []

    def test_from_chinese_names(self) -> None:
        masthead = Masthead.model_validate({"编发单位": "宣传部", "日期": "2020-07-03"})
        article = Article.model_validate({"标题": "题", "正文": "文。", "编号": "标准"})
        assert masthead == MASTHEAD
        assert article == Article(title="题", body="文。", numbering="standard")
        assert Briefing.model_validate({"报头": masthead, "文章": [article], "目录": "否"}).contents is False

    def test_one_line_is_a_list_of_one(self) -> None:
        assert Article(title="题", body="文。", authors="王堃").authors == ["王堃"]  # type: ignore[arg-type]

    def test_from_blocks_and_mappings_of_blocks(self) -> None:
        body: list[Any] = [
            ParagraphBlock(text="文。"),
            {"type": "heading", "text": "题", "level": 2},
            {"类型": "列表", "各项": "一项", "有序": "是"},
            {"type": "表格", "表头": ["甲"], "rows": [["1"]], "对齐": ["右"]},
        ]
        article = Article(title="题", body=body)
        assert article.body == [
            ParagraphBlock(text="文。"),
            HeadingBlock(text="题", level=2),
            ListBlock(items=["一项"], ordered=True),
            TableBlock(header=["甲"], rows=[["1"]], align=["right"]),
        ]

    def test_dates_are_days(self) -> None:
        assert Masthead(issuer="宣传部", date="2020-07-03") == MASTHEAD  # type: ignore[arg-type]
        for wrong in (86400, 1.5, "86400", "2020-7-3", "２０２０-07-03", None):
            assert faults(Masthead, issuer="宣传部", date=wrong)[0][1] == ("date",)


class TestFaults:
    def test_both_names_of_a_field(self) -> None:
        assert faults(Article, title="题", 标题="题", body="文。") == [("duplicate_name", ())]

    def test_unknown_names(self) -> None:
        assert faults(Masthead, issuer="宣传部", date=dt.date(2020, 7, 3), isue=12) == [
            ("extra_forbidden", ("isue",))
        ]

    @pytest.mark.parametrize("bodies", [{}, {"body": "文。", "body_file": "a.md"}, {"body": None}])
    def test_exactly_one_body(self, bodies: dict[str, Any]) -> None:
        assert faults(Article, title="题", **bodies) == [("one_body", ())]

    def test_texts_that_are_lines(self) -> None:
        for wrong in ("", "  ", "甲\n乙", "字" * 501):
            assert faults(Article, title=wrong, body="文。")[0][1] == ("title",)

    def test_numbers_that_count(self) -> None:
        for wrong in (0, -1, "十二", 1.5):
            assert faults(Colophon, copies=wrong)[0][1] == ("copies",)

    def test_articles_there_must_be(self) -> None:
        assert faults(Briefing, masthead=MASTHEAD, articles=[]) == [("too_short", ("articles",))]

    def test_a_mapping_needs_the_type_of_its_block(self) -> None:
        found = faults(Article, title="题", body=[ParagraphBlock(text="文。"), {"text": "文。"}])
        assert [loc[-1] for kind, loc in found if kind == "union_tag_not_found"] == [1]


class TestValue:
    def test_it_is_frozen(self) -> None:
        with pytest.raises(ValidationError, match="frozen"):
            issue().template = "jianbao"

    def test_it_has_no_places_and_starts_from_the_current_folder(self) -> None:
        assert issue().sources == SourceMap()
        assert issue().sources.value("masthead") is None
        assert issue().folder == Path()

    def test_placing_leaves_the_original_alone(self) -> None:
        briefing = issue()
        sources = SourceMap("a.yaml", values={(): Position("a.yaml", 1, 1)})
        placed = briefing.placed(sources, Path("folder"))
        assert (placed.sources, placed.folder) == (sources, Path("folder"))
        assert briefing.sources == SourceMap()
        assert placed.model_dump() == briefing.model_dump()

    def test_it_crosses_processes(self) -> None:
        placed = issue().placed(SourceMap("a.yaml", values={(): Position("a.yaml", 1, 1)}), Path("folder"))
        copy = pickle.loads(pickle.dumps(placed))
        assert copy == placed
        assert (copy.sources, copy.folder) == (placed.sources, placed.folder)

    def test_it_saves_itself(self, tmp_path: Path) -> None:
        result = issue().save(tmp_path / "a.pdf")
        assert isinstance(result, Result)
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


class TestNames:
    @pytest.mark.parametrize(
        "model",
        [each for each in vars(models).values() if isinstance(each, type) and issubclass(each, Model)],
    )
    def test_every_field_has_a_chinese_name_of_its_own(self, model: type[Model]) -> None:
        names = chinese_names(model)
        assert sorted(names.values()) == sorted(model.model_fields)
        assert not set(names) & set(model.model_fields)


def test_the_models_import_lightly() -> None:
    heavy = {
        "yaml", "reportlab", "docx", "babel", "PIL", "rapidfuzz", "markdown_it", "mdit_py_plugins", "rich",
        "click", "uharfbuzz",
    }  # fmt: skip
    code = "import sys, briefgen.model.briefing, briefgen.model.template; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {name.split(".")[0] for name in loaded.split()} & heavy
