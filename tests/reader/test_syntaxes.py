"""The same content in English keys, in Chinese keys, in JSON and in TOML is the same briefing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.model.base import Model, chinese_names
from briefgen.model.briefing import Article, Briefing, Colophon, Masthead
from briefgen.reader import load
from tests.reader.briefings import loaded

ENGLISH: dict[str, Any] = {
    "template": "jianbao",
    "masthead": {
        "name": "活动动态",
        "campaign": "“解放思想再深入、全面振兴新突破”教育实践活动",
        "issue": 12,
        "total_issue": 112,
        "special": True,
        "issuer": "中共白山市江源区委宣传部",
        "date": "2020-07-03",
        "secrecy": "秘密",
        "secrecy_period": "1年",
        "copy_number": 7,
        "note": "内部资料　注意保存",
        "urgency": "特急",
    },
    "contents": "auto",
    "editor_note": "“三四五”工作法见成效。\n\n编者。",
    "articles": [
        {
            "title": "推进会召开",
            "subtitle": "六月十日",
            "authors": ["王堃", "李玥"],
            "source": "活动推进办公室",
            "numbering": "standard",
            "body": "# 会议\n\n听取汇报。\n\n- 一\n- 二",
        },
        {
            "title": "宣讲进社区",
            "body": [
                {"type": "heading", "text": "概况", "level": 2},
                {"type": "paragraph", "text": "宣讲350余场。"},
                {"type": "list", "items": ["线上", "服务"], "ordered": True},
                {"type": "table", "header": ["类别", "场次"], "rows": [["宣讲", "350"]], "caption": "场次",
                 "align": ["left", "right"]},
                {"type": "figure", "figures": [{"image": "a.jpg", "caption": "会场", "width": "60%"}]},
                {"type": "quote", "text": "引文。"},
            ],
        },
    ],
    "colophon": {
        "report_to": ["市委宣传部"],
        "send_to": ["各乡镇", "各街道"],
        "issue_to": ["各支部"],
        "copies": 120,
        "editor": "王堃",
        "reviewer": "李玥",
        "approver": "张祎",
    },
    "normalize_punctuation": False,
}  # fmt: skip


CHINESE: dict[str, Any] = {
    "模板": "jianbao",
    "报头": {
        "名称": "活动动态",
        "活动名称": "“解放思想再深入、全面振兴新突破”教育实践活动",
        "期号": 12,
        "总期号": 112,
        "增刊": "是",
        "编发单位": "中共白山市江源区委宣传部",
        "日期": "2020-07-03",
        "密级": "秘密",
        "保密期限": "1年",
        "份号": 7,
        "注意事项": "内部资料　注意保存",
        "紧急程度": "特急",
    },
    "目录": "自动",
    "编者按": "“三四五”工作法见成效。\n\n编者。",
    "文章": [
        {
            "标题": "推进会召开",
            "副标题": "六月十日",
            "作者": ["王堃", "李玥"],
            "供稿": "活动推进办公室",
            "编号": "标准",
            "正文": "# 会议\n\n听取汇报。\n\n- 一\n- 二",
        },
        {
            "标题": "宣讲进社区",
            "正文": [
                {"类型": "小标题", "文字": "概况", "级别": 2},
                {"类型": "段落", "文字": "宣讲350余场。"},
                {"类型": "列表", "各项": ["线上", "服务"], "有序": "是"},
                {"类型": "表格", "表头": ["类别", "场次"], "各行": [["宣讲", "350"]], "表题": "场次",
                 "对齐": ["左", "右"]},
                {"类型": "图片", "各图": [{"文件": "a.jpg", "说明": "会场", "宽度": "60%"}]},
                {"类型": "引文", "文字": "引文。"},
            ],
        },
    ],
    "报尾": {
        "报": "市委宣传部",
        "送": ["各乡镇", "各街道"],
        "发": "各支部",
        "印数": 120,
        "编辑": "王堃",
        "审核": "李玥",
        "签发": "张祎",
    },
    "规范标点": "否",
}  # fmt: skip


def toml(data: dict[str, Any]) -> str:
    """Return `data` as TOML: JSON's texts, numbers and lists are TOML's too, its mappings are inline tables."""
    return "\n".join(f"{json.dumps(key, ensure_ascii=False)} = {_toml(value)}" for key, value in data.items())


def _toml(value: Any) -> str:
    match value:
        case dict():
            entries = (
                f"{json.dumps(key, ensure_ascii=False)} = {_toml(each)}" for key, each in value.items()
            )
            return f"{{{', '.join(entries)}}}"
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)


SPELLINGS = {
    "YAML": (yaml.safe_dump(ENGLISH, allow_unicode=True), ".yaml"),
    "YAML, flow": (yaml.safe_dump(ENGLISH, allow_unicode=True, default_flow_style=True, width=40), ".yml"),
    "YAML, Chinese": (yaml.safe_dump(CHINESE, allow_unicode=True), ".YAML"),
    "YAML, escaped": (yaml.safe_dump(CHINESE), ".yaml"),
    "JSON": (json.dumps(ENGLISH), ".json"),
    "JSON, Chinese": (json.dumps(CHINESE, ensure_ascii=False, indent=2), ".JSON"),
    "TOML": (toml(ENGLISH), ".toml"),
    "TOML, Chinese": (toml(CHINESE), ".toml"),
}


@pytest.mark.parametrize(("text", "suffix"), SPELLINGS.values(), ids=SPELLINGS)
def test_every_spelling_is_the_same_briefing(text: str, suffix: str) -> None:
    assert loaded(text, suffix).model_dump() == Briefing.model_validate(ENGLISH).model_dump()


def test_the_content_has_every_field() -> None:
    assert [set(CHINESE), set(ENGLISH)] == _names_of(Briefing)
    assert [set(CHINESE["报头"]), set(ENGLISH["masthead"])] == _names_of(Masthead)
    assert [set(CHINESE["报尾"]), set(ENGLISH["colophon"])] == _names_of(Colophon)
    assert [set(CHINESE["文章"][0]) | {"正文文件"}, set(ENGLISH["articles"][0]) | {"body_file"}] == _names_of(
        Article
    )


def _names_of(model: type[Model]) -> list[set[str]]:
    names = chinese_names(model)
    return [set(names), set(names.values())]


def test_a_loaded_briefing_knows_its_file_and_folder(tmp_path: Path) -> None:
    path = tmp_path / "第12期.yaml"
    path.write_text(SPELLINGS["YAML"][0], encoding="utf-8")
    briefing = load(path)
    assert (briefing.sources.file, briefing.folder) == (str(path), tmp_path)
    assert load(str(path)).sources == briefing.sources
