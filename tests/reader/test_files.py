"""Files that are no briefings: each is refused with a diagnostic at its place, whatever it holds, and nothing else."""

from __future__ import annotations

import errno
import json
import os
import socket
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.diagnostics import Diagnostic, Phrase
from briefgen.errors import InputError
from briefgen.model.content import TableBlock
from briefgen.pipeline import ordered
from briefgen.reader import file, load, nodes
from briefgen.reader.file import SIZE_LIMIT
from briefgen.reader.validate import MOST
from tests.reader.briefings import MASTHEAD, SOUND, loaded, places, refused

#: Sound briefings with a place for an escape, in double quotes.
ESCAPED = {
    "YAML": (".yaml", MASTHEAD + 'articles:\n- title: "题@"\n  body: "文。"\n'),
    "YAML, block": (".yaml", MASTHEAD + 'articles:\n- title: 题\n  body:\n  - type: quote\n    text: "@"\n'),
    "JSON": (
        ".json",
        '{"masthead": {"issuer": "宣传部",\n"date": "2020-07-03"}, "articles": [{"title": "@", "body": "文。"}]}',
    ),
    "TOML": (
        ".toml",
        '[masthead]\nissuer = "@"\ndate = 2020-07-03\n[[articles]]\ntitle = "题"\nbody = "文。"\n',
    ),
}
SUFFIXES = [".yaml", ".yml", ".json", ".toml"]


def refused_file(path: Path) -> list[tuple[str, int, int]]:
    with pytest.raises(InputError) as caught:
        load(path)
    assert all(each.position is None or each.position.file == str(path) for each in caught.value.diagnostics)
    return places(caught.value.diagnostics)


def assert_bounded(found: tuple[Diagnostic, ...]) -> None:
    """Check that there are as many as one run tells of, and then that there are more."""
    assert [each.code for each in found].index("BG014") == len(found) - 1 == MOST
    assert found == ordered(found)


class TestFiles:
    @pytest.mark.parametrize("name", ["没有.yaml", "没有/没有.json", "没有\n.toml"])
    def test_missing(self, tmp_path: Path, name: str) -> None:
        assert refused_file(tmp_path / name) == [("BG001", 1, 1)]

    def test_a_link_that_leads_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "link.yaml").symlink_to(tmp_path / "没有.yaml")
        assert refused_file(tmp_path / "link.yaml") == [("BG001", 1, 1)]

    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        (tmp_path / "link.yaml").symlink_to(tmp_path / "link.yaml")
        assert refused_file(tmp_path / "link.yaml") == [("BG002", 1, 1)]

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "folder.yaml").mkdir()
        assert refused_file(tmp_path / "folder.yaml") == [("BG002", 1, 1)]

    def test_a_file_as_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a").touch()
        assert refused_file(tmp_path / "a" / "b.yaml") == [("BG002", 1, 1)]

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.yaml")
        assert refused_file(tmp_path / "pipe.yaml") == [("BG002", 1, 1)]

    def test_a_socket(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # the name of a socket has a hundred characters at most
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("s.yaml")
            assert refused_file(Path("s.yaml")) == [("BG002", 1, 1)]

    def test_a_device(self, tmp_path: Path) -> None:
        (tmp_path / "zero.yaml").symlink_to("/dev/zero")
        assert refused_file(tmp_path / "zero.yaml") == [("BG002", 1, 1)]

    @pytest.mark.parametrize("name", ["长" * 300 + ".yaml", "a\0b.yaml"], ids=["long", "NUL"])
    def test_names_that_no_file_can_have(self, tmp_path: Path, name: str) -> None:
        assert refused_file(tmp_path / name) == [("BG002", 1, 1)]

    def test_one_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_: Path, mode: str) -> NoReturn:  # root, whom tests may run as, may read every file
            raise PermissionError(errno.EACCES, "Permission denied")

        (tmp_path / "brief.yaml").write_text(SOUND)
        monkeypatch.setattr(Path, "open", refuse)
        assert refused_file(tmp_path / "brief.yaml") == [("BG002", 1, 1)]

    @pytest.mark.parametrize("name", ["brief.txt", "brief", ".yaml", "brief.yaml.bak", "brief.docx"])
    def test_other_kinds(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text(SOUND)
        assert refused_file(tmp_path / name) == [("BG012", 1, 1)]

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_too_large(self, tmp_path: Path, suffix: str) -> None:
        path = tmp_path / f"brief{suffix}"
        path.touch()
        os.truncate(path, SIZE_LIMIT + 1)
        assert refused_file(path) == [("BG006", 1, 1)]

    def test_one_whose_size_the_system_does_not_tell(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "brief.yaml").write_text(SOUND * 10)
        monkeypatch.setattr(file, "SIZE_LIMIT", 100)
        (tmp_path / "size-0.yaml").symlink_to("/proc/self/status")
        assert refused_file(tmp_path / "brief.yaml") == [("BG006", 1, 1)]
        assert refused_file(tmp_path / "size-0.yaml") == [("BG006", 1, 1)]

    @pytest.mark.parametrize("suffix", SUFFIXES)
    @pytest.mark.parametrize("content", ["", " ", "\n\n\n", "\t\n", "\ufeff", "\ufeff\n \r\n"])
    def test_empty(self, suffix: str, content: str) -> None:
        assert places(refused(content, suffix)) == [("BG008", 1, 1)]


class TestEncodings:
    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_gbk(self, suffix: str) -> None:
        assert places(refused("# ascii\nab: 中文\n".encode("gbk"), suffix)) == [("BG003", 2, 5)]

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
    def test_with_a_mark_of_another_encoding(self, encoding: str) -> None:
        assert places(refused(SOUND.encode(encoding))) == [("BG003", 1, 1)]

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf_16_without_a_mark(self, encoding: str) -> None:
        codes = {code for code, _, _ in places(refused("a: 1\n".encode(encoding)))}
        assert codes == {"BG011"}

    def test_cut_off_inside_a_character(self) -> None:
        [diagnostic] = refused(f"{SOUND}# 中".encode()[:-1])
        assert places((diagnostic,)) == [("BG003", 3, 3)]
        assert diagnostic.values["offset"] == len(SOUND.encode()) + 3

    def test_the_mark_is_no_column(self) -> None:
        assert places(refused("\ufeffx: 1\n".encode() + b"\xff"))[0] == ("BG003", 2, 1)
        assert places(refused(b"\xef\xbb\xbfab: \xff"))[0] == ("BG003", 1, 5)


class TestCharacters:
    @pytest.mark.parametrize("suffix", SUFFIXES)
    @pytest.mark.parametrize(
        "char",
        "\0\x07\x0b\x0c\x1b\x7f\x85\x9f\ufeff\ufffe\uffff\u2028\u2029\u202a\u202e\u2066\u2069",
        ids=lambda char: f"U+{ord(char):04X}",
    )
    def test_none_that_no_text_may_hold(self, char: str, suffix: str) -> None:
        [diagnostic] = refused(f"# 一\n# 二三{char}四\n", suffix)
        assert places((diagnostic,)) == [("BG011", 2, 5)]
        assert diagnostic.values["code_point"] == f"U+{ord(char):04X}"

    def test_all_at_once_but_twenty_at_most(self) -> None:
        assert places(refused("\x01\n \x02")) == [("BG011", 1, 1), ("BG011", 2, 2)]
        assert len(refused("\x01" * 1000)) == 20

    @pytest.mark.parametrize("case", ESCAPED)
    @pytest.mark.parametrize("escape", ["\\u0000", "\\u0007", "\\u202e", "\\u2028", "\\ufeff", "\\u0085"])
    def test_none_by_way_of_an_escape(self, case: str, escape: str) -> None:
        suffix, text = ESCAPED[case]
        source = text.replace("@", f"甲{escape}乙")
        [(code, line, column)] = places(refused(source, suffix))
        assert code == "BG011"
        assert source.split("\n")[line - 1][column - 1 :].startswith('"')

    def test_no_lone_surrogate_by_way_of_an_escape(self) -> None:
        masthead = '"masthead": {"issuer": "\\ud800", "date": "2020-07-03"}'
        source = f'{{{masthead}, "articles": [{{"title": "题", "body": "\\udc00"}}]}}'
        assert [code for code, _, _ in places(refused(source, ".json"))] == ["BG011", "BG011"]

    @pytest.mark.parametrize("char", ["\t", "\xa0", "\u3000", "\u200b", "𠮷", "👍", "é"])
    def test_others_are_for_the_fonts_to_judge(self, char: str) -> None:
        assert loaded(f"{SOUND}editor_note: 甲{char}乙\n").editor_note == f"甲{char}乙"


class TestSyntax:
    @pytest.mark.parametrize(
        ("suffix", "text", "at", "reason"),
        [
            (".json", '{"a": 1,}', (1, 9), "键要用双引号括起，末项之后不能有逗号"),
            (".json", "{a: 1}", (1, 2), "键要用双引号括起，末项之后不能有逗号"),
            (".json", '{"a" 1}', (1, 6), "键后面缺少冒号"),
            (".json", '{"a": 1 "b": 2}', (1, 9), "缺少逗号或右括号"),
            (".json", '{"a": 甲}', (1, 7), "此处应有一个值；文字要用双引号括起"),
            (".json", '{"a": "甲}', (1, 7), "引号没有配对"),
            (".json", '{"a": "甲\n"}', (1, 9), "引号内不能换行，也不能有制表符"),
            (".json", '{"a": "\\x"}', (1, 8), "反斜杠之后的写法不对"),
            (".json", '{"a": "\\u12"}', (1, 9), "反斜杠之后的写法不对"),
            (".json", '{"a": 1} 2', (1, 10), "右括号之后还有内容"),
            (".toml", "a = 1\na = 2", 2, "同一个键写了两次"),
            (".toml", "[a]\n[a]", 2, "同一个键写了两次"),
            (".toml", "a = 1\n[a.b]", 2, "同一个键写了两次"),
            (".toml", "a = {b = 1}\na.c = 1", 2, "同一个键写了两次"),
            (".toml", "a = {b = 1, b = 2}", 1, "同一个键写了两次"),
            (".toml", "期号 = 1", 1, "此处应是一个键；中文的键要用引号括起"),
            (".toml", "[报头]", 1, "此处应是一个键；中文的键要用引号括起"),
            (".toml", "a: 1", 1, "键后面缺少等号"),
            (".toml", "a = 1 b = 2", 1, "一行只能写一项"),
            (".toml", "a = 甲", 1, "此处应有一个值；文字要用双引号括起"),
            (".toml", "a = [1", 1, "缺少逗号或右括号"),
            (".toml", "a = {b = 1", 1, "缺少逗号或右括号"),
            (".toml", "[a", 1, "缺少逗号或右括号"),
            (".toml", 'a = "甲', 1, "引号没有配对"),
            (".toml", "a = '甲", 1, "引号没有配对"),
            (".toml", "a = '''甲", 1, "引号没有配对"),
            (".toml", 'a = "\\x"', 1, "反斜杠之后的写法不对"),
            (".toml", 'a = "\\u12"', 1, "反斜杠之后的写法不对"),
            (".toml", 'a = "\\ud800"', 1, "反斜杠之后的写法不对"),
            (".toml", 'a = "甲\n"', 1, "此处有不允许的字符"),
            (".toml", "a = 2020-02-30", 1, "不是有效日期"),
            (".toml", "a = " + "1" * 5000, 1, "数字过长"),
        ],
    )
    def test_reasons_of_json_and_toml(
        self, suffix: str, text: str, at: tuple[int, int] | int, reason: str
    ) -> None:
        [diagnostic] = refused(text, suffix)
        assert diagnostic.code == "BG009"
        assert isinstance(diagnostic.values["reason"], Phrase)
        assert str(diagnostic.values["reason"]) == reason
        [(_, line, column)] = places((diagnostic,))
        assert at in (line, (line, column))  # of TOML the column is for the standard library to say


class TestHostile:
    @pytest.mark.parametrize("depth", [41, 5000, 100_000])
    @pytest.mark.parametrize(
        ("suffix", "opening", "closing"),
        [
            (".yaml", "[", "]"),
            (".yaml", "{a: ", "}"),
            (".yaml", "- ", ""),
            (".yaml", "? ", ""),
            (".json", "[", "]"),
            (".json", '{"a":', "}"),
            (".toml", "[", "]"),
            (".toml", "{a=", "}"),
        ],
    )
    def test_deep_nesting(self, suffix: str, opening: str, closing: str, depth: int) -> None:
        text = f"{opening * depth}1{closing * depth}"
        head = {".toml": "a = ", ".yaml": "", ".json": ""}[suffix]
        codes = {code for code, _, _ in places(refused(head + text, suffix))}
        assert codes <= {"BG007", "BG004", "BG010"}
        assert codes == {"BG007"} or (depth > 41 and suffix == ".yaml") or opening == "? "

    def test_forty_deep_is_read(self) -> None:
        assert "BG007" not in [code for code, _, _ in places(refused(f"a: {'[' * 39}1{']' * 39}"))]

    def test_dotted_keys(self) -> None:
        assert places(refused(".".join("a" * 5000) + " = 1", ".toml"))[0][0] == "BG007"

    def test_aliases_that_would_multiply(self) -> None:
        layers = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20))
        assert places(refused(f"a0: &a0 x\n{layers}\n")) == [("BG007", 2, 10)]

    def test_merges_that_would_multiply(self) -> None:
        layers = "\n".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 20))
        assert places(refused(f"a0: &a0 {{x: 1}}\n{layers}\n"))[0][0] == "BG007"

    def test_an_anchor_inside_itself(self) -> None:
        assert places(refused("a: &a [*a]\n")) == [("BG007", 1, 8)]

    @pytest.mark.parametrize("suffix", [".json", ".toml"])
    def test_numbers_of_thousands_of_digits(self, suffix: str) -> None:
        number = "1" * 5000
        text = f'{{"masthead": {number}}}' if suffix == ".json" else f"masthead = {number}"
        assert {code for code, _, _ in places(refused(text, suffix))} <= {"BG009", "BG103", "BG101"}

    @pytest.mark.parametrize("suffix", [".yaml", ".json", ".toml"])
    def test_many_mistakes(self, suffix: str) -> None:
        items = [0] * 20_000
        text = {".yaml": "articles: {}", ".json": '{{"articles": {}}}', ".toml": "articles = {}"}[suffix]
        assert_bounded(refused(text.format(json.dumps(items)), suffix))

    @pytest.mark.parametrize("item", ["1", "[]", '{"a": 1}'])
    @pytest.mark.parametrize("suffix", [".yaml", ".json", ".toml"])
    def test_more_values_than_are_read(self, monkeypatch: pytest.MonkeyPatch, suffix: str, item: str) -> None:
        monkeypatch.setattr(nodes, "NODE_LIMIT", 1000)
        item = item.replace('"a":', "a =") if suffix == ".toml" else item
        start = {".yaml": "articles: [", ".json": '{"articles": [', ".toml": "articles = ["}[suffix]
        text = start + f"{item}," * 1000 + f"{item}]" + ("}" if suffix == ".json" else "")
        assert [each.code for each in refused(text, suffix)] == ["BG015"]

    def test_a_table_of_twenty_thousand_rows(self) -> None:
        rows = "".join(f"    - [{number}, 甲, 乙, 丙]\n" for number in range(20_000))
        text = f"{MASTHEAD}articles:\n- title: 题\n  body:\n  - type: table\n    header: [序, 甲, 乙, 丙]\n    rows:\n"
        [article] = loaded(text + rows).articles
        assert isinstance(article.body, list)
        assert isinstance(article.body[0], TableBlock)
        assert len(article.body[0].rows) == 20_000

    def test_as_many_mistakes_as_are_told(self) -> None:
        found = refused(f"{MASTHEAD}articles:\n" + "- body: 文。\n" * MOST)
        assert places(found) == [("BG101", line, 3) for line in range(3, MOST + 3)]

    def test_one_more(self) -> None:
        found = refused(f"{MASTHEAD}articles:\n" + "- body: 文。\n" * (MOST + 1))
        assert places(found)[-2:] == [("BG101", MOST + 2, 3), ("BG014", MOST + 2, 3)]
        assert_bounded(found)

    def test_many_articles_without_a_title(self) -> None:
        assert_bounded(refused(f"{MASTHEAD}articles:\n" + "- body: 文。\n" * 10_000))

    def test_many_keys_given_twice(self) -> None:
        assert_bounded(refused("a: 1\n" * 10_000))

    def test_an_issue_of_five_thousand_digits(self) -> None:
        text = SOUND.replace("date:", f"issue: {'1' * 5000}, date:")
        assert places(refused(text)) == [("BG104", 1, 32)]

    def test_many_keys(self) -> None:
        assert_bounded(refused("".join(f"k{number}: 1\n" for number in range(3000))))

    def test_a_key_of_a_million_characters(self) -> None:
        assert ("BG102", 3, 3) in places(refused(f"{SOUND}? {'键' * 1_000_000}\n: 1\n"))

    def test_a_text_beyond_its_limit(self) -> None:
        assert places(refused(f"{MASTHEAD}articles:\n- title: 题\n  body: {'文' * 5_000_001}\n")) == [
            ("BG112", 4, 9)
        ]


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
)
@example(b"\x80")
@example(b"a: \xf0\x9f")
@example(b'"\\ud800"')
@example(b'{"\\ud800": 1}')
@example(b"%YAML 9.9\n---\na: 1")
@example(b"%TAG ! tag:x,2000:\n--- !a b")
@example(b"? \n: \n")
@example(b"...\n")
@example(b"---\n---\n")
@example(b"- |9\n a")
@example(b"a = 2020-99-99")
@example(b"a = 0001-01-01T00:00:00.999999999-99:99")
@example(b"[[a]]\n[a.b]\n[[a]]\n[a.b]\n[c]\n[a.d]\n")
def test_whatever_the_file_holds_the_author_gets_diagnostics(suffix: str, content: bytes) -> None:
    try:
        loaded(content, suffix)
    except InputError as error:
        assert str(error)  # noqa: PT017 - whether there is one depends on the content


FIELDS = [
    "masthead", "报头", "articles", "文章", "body", "正文", "title", "标题", "type", "类型", "text", "items", "date",
    "issue", "colophon", "contents", "body_file", "rows", "header", "figures", "align", "authors", "level", "x",
]  # fmt: skip
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5))
structures = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["masthead", "报头", "articles", "文章", "colophon", "目录"]), structures)
)
def test_whatever_the_fields_hold_each_mistake_has_its_place(data: object) -> None:
    found = refused(json.dumps(data), ".json")
    assert all(each.position is not None for each in found)
    assert all("{" not in str(each.values.get("name")) for each in found)
    assert all(isinstance(each.values.get("reason"), Phrase | None) for each in found), "not in our words"
