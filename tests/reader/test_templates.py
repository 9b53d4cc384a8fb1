"""Templates: shipped ones by name, own ones by path, laid over what they extend; each fault in the file that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.messages import hint, message, speak
from briefgen.model.template import Template
from briefgen.reader import load_template
from briefgen.resources import font_file, template_file, template_names, templates_folder
from briefgen.spec.faces import Face
from briefgen.units import Length


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def found_wrong(name: str, folder: Path) -> list[tuple[str, str]]:
    """Return code and place (file, line, column) of each diagnostic."""
    with pytest.raises(InputError) as caught:
        load_template(name, folder)
    return [
        (
            each.code,
            f"{Path(each.position.file).name}:{each.position.line}:{each.position.column}"
            if each.position
            else "",
        )
        for each in caught.value.diagnostics
    ]


def said(name: str, folder: Path) -> str:
    """Return the message of the only diagnostic."""
    with pytest.raises(InputError) as caught:
        load_template(name, folder)
    [found] = caught.value.diagnostics
    with speak("zh"):
        return message(found)


class TestShipped:
    def test_names(self) -> None:
        assert template_names() == [
            "baosong", "daopai-gongqi", "diaodu-tongbao", "guatu", "huiyi-jiyao", "huodong-dongtai", "jianbao",
            "renwu-fengong", "tongjibiao",
        ]  # fmt: skip
        assert all(template_file(name).parent == templates_folder() for name in template_names())

    @pytest.mark.parametrize("name", template_names())
    def test_each_is_sound_and_says_what_it_is(self, name: str, tmp_path: Path) -> None:
        template = load_template(name, tmp_path)
        assert template.name
        assert template.description
        assert template.extends is None

    def test_the_files_of_fonts_are_there(self) -> None:
        assert font_file("faces.json").is_file()

    def test_a_file_of_the_same_name_does_not_take_its_place(self, tmp_path: Path) -> None:
        write(tmp_path, jianbao="name: 假的\n")
        assert load_template("jianbao", tmp_path).name == "工作简报"
        assert load_template("jianbao.yaml", tmp_path).name == "假的"


class TestOwn:
    def test_beside_the_briefing(self, tmp_path: Path) -> None:
        write(tmp_path, own="name: 自己的\ncolors: {red: c00000}\n")
        template = load_template("own.yaml", tmp_path)
        assert (template.name, template.colors.red) == ("自己的", "C00000")

    def test_by_an_absolute_path(self, tmp_path: Path) -> None:
        write(tmp_path, own="name: 自己的\n")
        assert load_template(tmp_path / "own.yaml", Path("/")).name == "自己的"

    def test_from_the_current_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path, own="name: 自己的\n")
        monkeypatch.chdir(tmp_path)
        assert load_template("own.yaml").name == "自己的"

    def test_in_chinese_keys(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            zh="名称: 简讯\n说明: 一句\n组成: [masthead, articles]\n页面: {版式: gbt33476, 页码: '{page}'}\n"
            "颜色: {红色: E60012}\n报头: {活动名称: above, 期号: '{issue}', 红线: 1mm}\n用语: {供稿: '（{source}）'}\n"
            "样式:\n  body: {字体: 楷体, 字号: 四号, 行距: 28pt, 对齐: left, 段前: 1行}\n",
            en="name: 简讯\ndescription: 一句\nparts: [masthead, articles]\n"
            "page: {recipe: gbt33476, number: '{page}'}\ncolors: {red: E60012}\n"
            "masthead: {campaign: above, issue: '{issue}', rule: 1mm}\nwording: {contribution: '（{source}）'}\n"
            "styles:\n  body: {face: 楷体, size: 四号, pitch: 28pt, align: left, before: 1行}\n",
        )
        chinese, english = load_template("zh.yaml", tmp_path), load_template("en.yaml", tmp_path)
        assert chinese == english
        assert english.styles["body"].size == Length(14, "pt")  # type: ignore[index]
        assert english.styles["body"].face is Face.KAITI  # type: ignore[index]


class TestExtends:
    def test_what_is_said_takes_the_place_of_what_is_extended(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            own="extends: jianbao\nname: 自己的\ncolors: {red: C00000}\nwording: {contents: 目　次}\n",
        )
        base, own = load_template("jianbao"), load_template("own.yaml", tmp_path)
        assert (own.name, own.colors.red, own.wording.contents) == ("自己的", "C00000", "目　次")
        assert own.wording.editor_note == base.wording.editor_note == "【编者按】"
        assert (own.parts, own.masthead, own.styles) == (base.parts, base.masthead, base.styles)

    def test_styles_are_merged_by_role_lists_are_replaced(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            base="name: 底\nparts: [masthead, articles, colophon]\n"
            "styles: {body: {face: 仿宋, size: 三号}, title: {size: 二号}}\n",
            own="extends: base.yaml\nparts: [articles]\nstyles: {body: {size: 四号}}\n",
        )
        own = load_template("own.yaml", tmp_path)
        assert own.parts == ("articles",)
        assert set(own.styles) == {"body", "title"}
        assert (own.styles["body"].face, str(own.styles["body"].size)) == ("仿宋", "14pt")  # type: ignore[index]

    def test_a_chain_whose_languages_differ(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            a="extends: jianbao\nname: 甲\nwording: {editor: 编：, reviewer: 审：}\n",
            b="继承: a.yaml\n用语: {审核: 核：}\n",
            c="extends: b.yaml\nwording: {approver: 签：}\n",
        )
        words = load_template("c.yaml", tmp_path).wording
        assert (words.editor, words.reviewer, words.approver, words.editor_note) == (
            "编：",
            "核：",
            "签：",
            "【编者按】",
        )

    def test_the_path_starts_from_the_folder_of_the_template(self, tmp_path: Path) -> None:
        (tmp_path / "below").mkdir()
        write(tmp_path, base="name: 底\n")
        write(tmp_path / "below", own="extends: ../base.yaml\n")
        assert load_template("below/own.yaml", tmp_path).name == "底"


class TestFaults:
    @pytest.mark.parametrize("name", ["jianbo", "没有", "", "a.txt", "jianbao.yml.bak", "../jianbao"])
    def test_unknown_names(self, name: str, tmp_path: Path) -> None:
        assert found_wrong(name, tmp_path) == [("BG501", "")]

    def test_the_nearest_name_is_suggested(self, tmp_path: Path) -> None:
        with pytest.raises(InputError) as caught:
            load_template("jianbo", tmp_path)
        with speak("zh"):
            assert hint(caught.value.diagnostics[0]) == "是不是“jianbao”？"

    def test_an_unknown_name_in_extends_stands_there(self, tmp_path: Path) -> None:
        write(tmp_path, own="name: 自己的\nextends: jianbo\n")
        assert found_wrong("own.yaml", tmp_path) == [("BG501", "own.yaml:2:10")]

    @pytest.mark.parametrize("name", ["没有.yaml", "没有/没有.yml", "a\0.yaml", "长" * 300 + ".yaml"])
    def test_files_that_are_not_there(self, name: str, tmp_path: Path) -> None:
        [(code, _)] = found_wrong(name, tmp_path)
        assert code in ("BG001", "BG002")

    def test_a_missing_file_in_extends(self, tmp_path: Path) -> None:
        write(tmp_path, own="name: 自己的\nextends: 没有.yaml\n")
        assert found_wrong("own.yaml", tmp_path) == [("BG001", "own.yaml:2:10")]

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "folder.yaml").mkdir()
        assert found_wrong("folder.yaml", tmp_path) == [("BG002", "")]

    @pytest.mark.parametrize(
        ("files", "place"),
        [
            ({"a": "extends: a.yaml\n"}, "a.yaml:1:10"),
            ({"a": "name: 甲\nextends: b.yaml\n", "b": "继承: a.yaml\n"}, "b.yaml:1:5"),
            ({"a": "extends: b.yaml\n", "b": "extends: c.yaml\n", "c": "extends: ./b.yaml\n"}, "c.yaml:1:10"),
        ],
    )
    def test_cycles(self, tmp_path: Path, files: dict[str, str], place: str) -> None:
        assert found_wrong("a.yaml", write(tmp_path, **files)) == [("BG502", place)]

    def test_a_cycle_names_its_templates(self, tmp_path: Path) -> None:
        write(tmp_path, a="extends: b.yaml\n", b="extends: a.yaml\n")
        with pytest.raises(InputError, match="a → b → a"):
            load_template("a.yaml", tmp_path)

    def test_a_long_chain(self, tmp_path: Path) -> None:
        write(tmp_path, a0="name: 底\n", **{f"a{n}": f"extends: a{n - 1}.yaml\n" for n in range(1, 2000)})
        assert found_wrong("a1999.yaml", tmp_path)[0][0] == "BG502"

    def test_unknown_keys_and_wrong_values(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            own="name: 自己的\ncolour: {red: C00000}\ncolors: {red: 红}\npage: {recipe: a4}\nstyles:\n"
            "  正文: {size: 三号}\n  body: {size: 三, face: 宋}\nparts: [masthead, body]\nmasthead: {rule: 粗}\n"
            "wording: [a]\n",
        )
        assert sorted(found_wrong("own.yaml", tmp_path)) == [
            ("BG102", "own.yaml:2:1"),
            ("BG103", "own.yaml:10:10"),
            ("BG106", "own.yaml:4:16"),
            ("BG106", "own.yaml:6:3"),
            ("BG106", "own.yaml:7:25"),
            ("BG106", "own.yaml:8:19"),
            ("BG109", "own.yaml:3:15"),
            ("BG109", "own.yaml:7:16"),
            ("BG109", "own.yaml:9:18"),
        ]

    @pytest.mark.parametrize("gap", ["0.3字", "5pt", "-1pt", "1字"])
    def test_a_gap_that_is_too_wide(self, tmp_path: Path, gap: str) -> None:
        write(tmp_path, own=f"name: 自己的\ntypesetting: {{latin_gap: {gap}}}\n")
        assert "应在 0字 到 0.25字 之间" in said("own.yaml", tmp_path)

    @pytest.mark.parametrize(
        ("style", "limits"),
        [
            ("size: 0pt", "5pt 到 120pt"),
            ("size: 9999pt", "5pt 到 120pt"),
            ("pitch: -1pt", "5pt 到 300pt"),
            ("before: -1行", "0行 到 15行"),
            ("after: 900mm", "0行 到 15行"),
        ],
    )
    def test_a_style_that_no_page_bears(self, tmp_path: Path, style: str, limits: str) -> None:
        write(tmp_path, own=f"name: 自己的\nstyles: {{body: {{{style}}}}}\n")
        assert f"应在 {limits} 之间" in said("own.yaml", tmp_path)

    @pytest.mark.parametrize("rule", ["0pt", "13pt"])
    def test_a_rule_that_no_office_draws(self, tmp_path: Path, rule: str) -> None:
        write(tmp_path, own=f"name: 自己的\nmasthead: {{rule: {rule}}}\n")
        assert "应在 0.25pt 到 12pt 之间" in said("own.yaml", tmp_path)

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ("masthead: {issue: '第{isue}期'}", "不认识的占位符 {isue}，可用 {issue}"),
            ("masthead: {total: '第{issue}期'}", "不认识的占位符 {issue}，可用 {total}"),
            (
                "wording: {contribution: '{source.__class__}'}",
                "不认识的占位符 {source.__class__}，可用 {source}",
            ),
            ("wording: {report_to: '报{page}：'}", "不认识的占位符 {page}，这里没有可用的"),
            ("page: {number: '{}'}", "不认识的占位符 {}，可用 {page}"),
        ],
    )
    def test_a_placeholder_that_would_be_printed(self, tmp_path: Path, fields: str, reason: str) -> None:
        write(tmp_path, own=f"name: 自己的\n{fields}\n")
        assert reason in said("own.yaml", tmp_path)

    def test_a_lone_brace_is_a_character(self, tmp_path: Path) -> None:
        write(tmp_path, own="name: 自己的\nwording: {copies: '}{共印{copies}份}'}\n")
        assert load_template("own.yaml", tmp_path).wording.copies == "}{共印{copies}份}"

    @pytest.mark.parametrize(
        ("parts", "reason"), [("[articles, masthead, articles]", "“articles”写了两次"), ("[]", "不能为空")]
    )
    def test_parts_twice_or_none(self, tmp_path: Path, parts: str, reason: str) -> None:
        write(tmp_path, own=f"name: 自己的\nparts: {parts}\n")
        assert reason in said("own.yaml", tmp_path)

    def test_a_fault_in_what_is_extended_is_told_in_that_file(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            own="extends: base.yaml\nname: 自己的\n",
            base="name: 底\ncolours: {}\n\ncolors: {red: 红}\n",
        )
        assert sorted(found_wrong("own.yaml", tmp_path)) == [
            ("BG102", "base.yaml:2:1"),
            ("BG109", "base.yaml:4:15"),
        ]

    def test_a_key_twice_in_what_is_extended(self, tmp_path: Path) -> None:
        write(tmp_path, own="extends: base.yaml\n", base="name: 底\nname: 面\n")
        assert found_wrong("own.yaml", tmp_path) == [("BG005", "base.yaml:2:1")]

    @pytest.mark.parametrize("text", ["- name: 甲\n", "甲\n", "[]\n"])
    @pytest.mark.parametrize("extending", [False, True])
    def test_what_is_no_mapping(self, tmp_path: Path, text: str, extending: bool) -> None:
        write(tmp_path, base=text, own="extends: base.yaml\nname: 自己的\n")
        assert found_wrong("own.yaml" if extending else "base.yaml", tmp_path) == [("BG103", "base.yaml:1:1")]

    def test_extends_that_is_no_text(self, tmp_path: Path) -> None:
        write(tmp_path, own="name: 自己的\nextends: [jianbao]\n")
        assert found_wrong("own.yaml", tmp_path) == [("BG103", "own.yaml:2:10")]

    def test_no_name(self, tmp_path: Path) -> None:
        write(tmp_path, own="description: 无名\n")
        assert found_wrong("own.yaml", tmp_path) == [("BG101", "own.yaml:1:1")]

    def test_syntax(self, tmp_path: Path) -> None:
        write(tmp_path, own="extends: base.yaml\n", base="name: 底\n  a: b\n")
        assert found_wrong("own.yaml", tmp_path) == [("BG004", "base.yaml:2:4")]


def test_a_template_built_in_python_is_frozen() -> None:
    template = Template(name="自己的")
    with pytest.raises(ValueError, match="frozen"):
        template.name = "别的"  # type: ignore[misc]
