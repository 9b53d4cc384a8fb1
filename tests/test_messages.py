from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from msgspec.structs import replace

import briefgen
from briefgen import messages
from briefgen.diagnostics import CODES, Diagnostic, Phrase, Position

PACKAGE = Path(briefgen.__file__).parent
LOCALE = PACKAGE / "locale"
ISSUE = Diagnostic("BG104", Position("brief.yaml", 14, 9), {"name": "期号", "actual": "十二"})


def catalogue(language: str, domain: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file)


def source_messages() -> set[str]:
    keywords = {**DEFAULT_KEYWORDS, "translate": None, "Phrase": None}
    found = extract_from_dir(PACKAGE, keywords=keywords)
    return {text for _, _, text, _, _ in found if isinstance(text, str) and text}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def entries(catalogue: Catalog) -> list[Message]:
    return [entry for entry in catalogue if entry.id]


def pairs(catalogue: Catalog) -> set[tuple[object, ...]]:
    """Return the messages with their translations, singular and plural alike as tuples."""

    def forms(text: object) -> object:
        return tuple(text) if isinstance(text, list | tuple) else (text,)

    return {(forms(entry.id), forms(entry.string)) for entry in entries(catalogue)}


class TestRender:
    def test_place_severity_code_message_and_the_hint_below(self) -> None:
        assert messages.render(ISSUE, "zh") == (
            "brief.yaml:14:9 错误 BG104 期号必须是正整数（实际为“十二”）\n  提示：请写阿拉伯数字，如 12"
        )

    def test_in_english(self) -> None:
        assert messages.render(ISSUE, "en") == (
            "brief.yaml:14:9 error BG104 期号 must be a positive whole number (is “十二”)\n"
            "  hint: write Arabic digits, such as 12"
        )

    def test_without_place(self) -> None:
        lines = messages.render(Diagnostic("BG603", values={"path": "a.pdf"}), "zh").splitlines()
        assert lines[0] == "错误 BG603 输出文件与输入文件相同：a.pdf"

    def test_a_hint_of_phrases_that_may_be_empty(self) -> None:
        values = {"what": Phrase("代码块"), "hint": ""}
        assert messages.render(Diagnostic("BG204", values=values), "en").count("\n") == 0

    def test_the_clause_of_a_standard(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(CODES, "BG208", replace(CODES["BG208"], clause="GB/T 9704-2012 7.3.3"))
        assert messages.render(Diagnostic("BG208"), "zh").splitlines()[-1] == "  依据：GB/T 9704-2012 7.3.3"

    def test_escapes_what_a_terminal_would_obey(self) -> None:
        diagnostic = Diagnostic("BG102", values={"key": "\x1b[31m\u202e\ud800\x00坏"})
        assert "“\\x1b[31m\\u202e\\ud800\\x00坏”" in messages.render(diagnostic, "zh")

    def test_leaves_out_the_middle_of_long_values(self) -> None:
        text = messages.render(Diagnostic("BG102", values={"key": "长" * 100_000 + "尾"}), "zh")
        assert len(text) < 100
        assert "长……长" in text
        assert "尾”" in text

    def test_translates_phrases_but_not_the_words_of_the_author(self) -> None:
        ours = Diagnostic("BG601", values={"path": "a.pdf", "reason": Phrase("磁盘已满")})
        theirs = Diagnostic("BG102", values={"key": "磁盘已满"})
        assert "the disk is full" in messages.render(ours, "en")
        assert "磁盘已满" in messages.render(theirs, "en")

    def test_joins_choices_as_the_language_does(self) -> None:
        diagnostic = Diagnostic("BG602", values={"format": "doc", "known": ["docx", "pdf"]})
        assert "docx、pdf" in messages.render(diagnostic, "zh")
        assert "docx, pdf" in messages.render(diagnostic, "en")

    def test_shows_a_value_that_was_forgotten(self) -> None:
        assert "{actual}" in messages.render(Diagnostic("BG104", values={"name": "期号"}), "zh")

    def test_keeps_braces_in_values(self) -> None:
        assert "{0} {x}" in messages.render(Diagnostic("BG102", values={"key": "{0} {x}"}), "zh")


class TestPaths:
    def test_relative_to_the_current_folder_where_shorter(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert messages.short_path(tmp_path / "sub" / "brief.yaml") == "sub/brief.yaml"
        assert messages.short_path("/a") == "/a"

    def test_relative_ones_stay_as_the_author_wrote_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert messages.short_path(f"../{tmp_path.name}/a.jpg") == f"../{tmp_path.name}/a.jpg"

    def test_in_a_folder_that_is_gone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        gone = tmp_path / "gone"
        gone.mkdir()
        monkeypatch.chdir(gone)
        gone.rmdir()
        assert messages.short_path("/brief.yaml") == "/brief.yaml"


class TestLanguage:
    @pytest.mark.parametrize(
        ("environment", "language"),
        [
            ({}, "zh"),
            ({"LANG": "C"}, "zh"),
            ({"LANG": "C.UTF-8"}, "zh"),
            ({"LANG": "POSIX"}, "zh"),
            ({"LANG": "zh_CN.UTF-8"}, "zh"),
            ({"LANG": "en_GB.UTF-8"}, "en"),
            ({"LANG": "de_DE@euro"}, "en"),
            ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
            ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
            ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ],
    )
    def test_is_that_of_the_locale(
        self, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
    ) -> None:
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert messages.spoken() == language

    def test_chosen_for_a_block_only(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
        with messages.speak("en"):
            assert messages.translate("没有权限") == "no permission"
        assert messages.translate("没有权限") == "没有权限"


class TestCatalogues:
    """Source, `.po` and `.mo` in step; `scripts/messages` brings them there."""

    def test_the_english_has_every_message_of_the_source_and_no_other(self) -> None:
        assert {entry.id for entry in entries(catalogue("en", "briefgen"))} == source_messages()

    @pytest.mark.parametrize(("language", "domain"), [("en", "briefgen"), ("zh", "click")])
    def test_all_is_translated_with_the_same_placeholders(self, language: str, domain: str) -> None:
        wrong = []
        for entry in entries(catalogue(language, domain)):
            ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
            texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
            allowed = set().union(*map(placeholders, ids))
            if entry.fuzzy or not all(texts) or not all(placeholders(text) <= allowed for text in texts):
                wrong.append(entry.id)
            if len(ids) == 1 and placeholders(ids[0]) != placeholders(texts[0]):
                wrong.append(entry.id)
        assert not wrong

    @pytest.mark.parametrize(("language", "domain"), [("en", "briefgen"), ("zh", "click")])
    def test_the_compiled_one_says_the_same(self, language: str, domain: str) -> None:
        with (LOCALE / language / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
            compiled = read_mo(file)
        assert pairs(compiled) == pairs(catalogue(language, domain))

    def test_no_chinese_is_left_in_the_english(self) -> None:
        han = re.compile(r"[\u4e00-\u9fff]")
        quoted = re.compile(r"“[^”]*”|\[[^\]]*\]\([^)]*\)")
        left = [
            entry.string
            for entry in entries(catalogue("en", "briefgen"))
            if han.search(quoted.sub("", str(entry.string)))
        ]
        assert not left


def test_every_code_fills_its_message_in_both_languages() -> None:
    for code, entry in CODES.items():
        names = placeholders(entry.message) | placeholders(entry.hint)
        diagnostic = Diagnostic(code, values={name: f"<{name}>" for name in names})
        for language in messages.LANGUAGES:
            text = messages.render(diagnostic, language)
            assert all(f"<{name}>" in text for name in names)
