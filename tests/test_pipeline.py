from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pdfplumber
import pypdf
import pytest
from PIL import Image

import briefgen
from briefgen import pipeline
from briefgen.diagnostics import Diagnostic, Position
from briefgen.layout.frame import Image as Placed
from briefgen.model.template import Template

BODY = "6月10日，全区召开第二次推进会。\n\n# 部署\n\n听取工作汇报，安排下步任务。"


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def briefing(**changes: object) -> briefgen.Briefing:
    head = {"issuer": "中共白山市江源区委宣传部", "issue": 12, "date": dt.date(2020, 7, 3)}
    return briefgen.Briefing.model_validate(
        {"masthead": head, "articles": [{"title": "推进会召开", "body": BODY}]} | changes
    )


def codes(error: briefgen.InputError) -> list[str]:
    return [found.code for found in error.diagnostics]


class TestRender:
    @pytest.mark.parametrize(("name", "magic"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
    def test_gives_the_bytes_of_a_file(self, name: str, magic: bytes) -> None:
        assert briefgen.render(briefing(), name).startswith(magic)

    @pytest.mark.parametrize("name", ["pdf", "docx"])
    def test_gives_the_same_bytes_again(self, name: str) -> None:
        assert briefgen.render(briefing(), name) == briefgen.render(briefing(), name)

    @pytest.mark.parametrize("name", ["pdf", "docx"])
    def test_bears_the_time_of_the_environment(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        plain = briefgen.render(briefing(), name)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
        assert briefgen.render(briefing(), name) != plain

    def test_refuses_an_unknown_format(self) -> None:
        with pytest.raises(briefgen.InputError) as caught:
            briefgen.render(briefing(), "odt")
        assert codes(caught.value) == ["BG602"]

    def test_raises_all_mistakes_of_the_author(self) -> None:
        wrong = [
            {"title": "一", "body": "<b>粗</b>\n\n![图](无.jpg)"},
            {"title": "二", "body": "甲\U000e0001乙"},
        ]
        with pytest.raises(briefgen.InputError) as caught:
            briefgen.render(briefing(articles=wrong, template="jianbo"), "pdf")
        assert {"BG201", "BG301", "BG501"} <= set(codes(caught.value))
        assert "BG501" in str(caught.value)

    def test_takes_another_template_by_name_path_or_value(self, tmp_path: Path) -> None:
        path = tmp_path / "own.yaml"
        path.write_text("name: 自有\nextends: jianbao\n", encoding="utf-8")
        by_name = briefgen.render(briefing(), "pdf", template="jianbao")
        assert by_name == briefgen.render(briefing(), "pdf", template=path)
        assert by_name == briefgen.render(briefing(), "pdf", template=briefgen.load_template("jianbao"))


class TestShowGrid:
    def test_adds_rules_to_the_pdf_and_leaves_its_text_alone(self) -> None:
        plain, proof = (briefgen.render(briefing(), "pdf", show_grid=each) for each in (False, True))
        assert read(proof) == read(plain)
        assert operators(proof, b"S") == operators(plain, b"S") + 4 + 23 + 29 + 22
        assert operators(plain, b"S") == 1  # the red rule

    def test_the_docx_knows_nothing_of_it(self) -> None:
        assert briefgen.render(briefing(), "docx", show_grid=True) == briefgen.render(briefing(), "docx")

    def test_files_have_it_where_they_are_asked_to(self, tmp_path: Path) -> None:
        briefgen.save(briefing(), tmp_path / "a.pdf", tmp_path / "a.docx", show_grid=True)
        assert (tmp_path / "a.pdf").read_bytes() == briefgen.render(briefing(), "pdf", show_grid=True)
        assert (tmp_path / "a.docx").read_bytes() == briefgen.render(briefing(), "docx")


def read(pdf: bytes) -> list[tuple[str, float, float]]:
    """Return what pdfplumber reads on the first page: words and where they begin."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [(word["text"], word["x0"], word["top"]) for word in opened.pages[0].extract_words()]


def operators(pdf: bytes, name: bytes) -> int:
    """Return how often an operator stands on the first page."""
    contents = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].get_contents()
    assert contents is not None
    return sum(operator == name for _, operator in contents.operations)


class TestSave:
    def test_writes_each_file_in_the_format_of_its_suffix(self, tmp_path: Path) -> None:
        result = briefgen.save(briefing(), tmp_path / "a.pdf", str(tmp_path / "b.DOCX"))
        assert result.files == (tmp_path / "a.pdf", tmp_path / "b.DOCX")
        assert (tmp_path / "a.pdf").read_bytes() == briefgen.render(briefing(), "pdf")
        assert (tmp_path / "b.DOCX").read_bytes() == briefgen.render(briefing(), "docx")

    def test_tells_pages_and_where_the_headings_stand(self, tmp_path: Path) -> None:
        long = "\n\n".join(
            ["全区各部门围绕重点任务，细化措施，倒排工期，挂图作战，确保各项工作落到实处。"] * 40
        )
        articles = [{"title": "第一篇", "body": f"# 部署\n\n{long}"}, {"title": "第二篇", "body": "正文。"}]
        result = briefgen.save(briefing(articles=articles), tmp_path / "a.pdf")
        assert [(heading.text, heading.level) for heading in result.headings] == [
            ("第一篇", 0),
            ("部署", 1),
            ("第二篇", 0),
        ]
        assert result.pages >= 2
        assert result.headings[0].page == 1
        assert result.headings[2].page == result.pages

    def test_is_a_method_of_the_briefing_too(self, tmp_path: Path) -> None:
        assert briefing().save(tmp_path / "a.pdf") == briefgen.save(briefing(), tmp_path / "a.pdf")

    def test_writes_nothing_when_one_target_is_wrong(self, tmp_path: Path) -> None:
        with pytest.raises(briefgen.OutputError):
            briefgen.save(briefing(), tmp_path / "a.pdf", tmp_path / "none" / "b.docx")
        assert list(tmp_path.iterdir()) == []

    def test_writes_nothing_when_a_format_is_unknown(self, tmp_path: Path) -> None:
        with pytest.raises(briefgen.InputError) as caught:
            briefgen.save(briefing(), tmp_path / "a.pdf", tmp_path / "b.odt", tmp_path / "c")
        assert codes(caught.value) == ["BG602", "BG602"]
        assert list(tmp_path.iterdir()) == []

    def test_does_not_write_over_the_input(self, tmp_path: Path) -> None:
        source = tmp_path / "brief.yaml"
        source.write_text(
            "masthead: {issuer: 区委, date: 2020-07-03}\narticles: [{title: 题, body: 文。}]",
            encoding="utf-8",
        )
        (tmp_path / "out.pdf").hardlink_to(source)
        with pytest.raises(briefgen.OutputError) as caught:
            briefgen.save(briefgen.load(source), tmp_path / "out.pdf")
        assert codes(caught.value) == ["BG603"]

    def test_keeps_warnings_in_the_result(self, tmp_path: Path) -> None:
        articles = [{"title": "题", "body": "w" * 200}]
        result = briefgen.save(briefing(articles=articles), tmp_path / "a.pdf")
        assert [found.code for found in result.warnings] == ["BG203"]

    def test_a_word_cut_in_a_cell_is_told_at_the_cell(self, tmp_path: Path) -> None:
        head = "|".join("列" * 12)
        table = f"表：甲\n\n|{head}|\n|{'---|' * 12}\n|{'甲|' * 11}{'w' * 40}|"
        source = tmp_path / "brief.yaml"
        lines = "".join(f"      {line}\n" for line in table.split("\n"))
        source.write_text(
            f"masthead: {{issuer: 区委, date: 2020-07-03}}\narticles:\n  - title: 题\n    body: |\n{lines}",
            encoding="utf-8",
        )
        _, found = pipeline.typeset(briefgen.load(source))
        cut = [each.position for each in found if each.code == "BG203"]
        assert cut == [Position(str(source), 9, 30)]

    @pytest.mark.parametrize("number", ["2万次。", "12.5万次", "70万+次。"])
    def test_a_number_that_stands_off_its_unit_is_no_word_cut(self, number: str) -> None:
        for room in range(40):
            articles = [{"title": "题", "body": f"{'字' * room}{number}{'字' * room}{number}"}]
            _, found = pipeline.typeset(briefing(articles=articles))
            assert [each.code for each in found] == []


def test_diagnostics_come_once_in_the_order_of_their_places() -> None:
    places = [Position("b", 1, 1), Position("a", 10, 1), None, Position("a", 9, 5), Position("a", 9, 1), None]
    found = pipeline.ordered(Diagnostic("BG208", place) for place in places)
    assert [(each.position and str(each.position)) for each in found] == [
        None,
        "a:9:1",
        "a:9:5",
        "a:10:1",
        "b:1:1",
    ]


@pytest.mark.parametrize("name", ["pdf", "docx"])
@pytest.mark.parametrize("year", [1949, 2020, 2150])
def test_any_date_of_an_issue_can_be_written(name: str, year: int) -> None:
    head = {"issuer": "区委宣传部", "date": dt.date(year, 10, 1)}
    assert briefgen.render(briefing(masthead=head), name)


def test_pictures_are_as_fine_as_print_shows_unless_the_template_keeps_them(tmp_path: Path) -> None:
    Image.effect_noise((2400, 1200), 60).save(tmp_path / "a.jpg", quality=90)
    source = tmp_path / "brief.yaml"
    source.write_text(
        "masthead: {issuer: 区委, date: 2020-07-03}\narticles: [{title: 题, body: '![图](a.jpg){width=2in}'}]",
        encoding="utf-8",
    )
    widths = []
    for dpi in (300, 0):
        template = Template.model_validate({"name": "试排", "pictures": {"max_dpi": dpi}})
        manuscript, _ = pipeline.typeset(briefgen.load(source), template=template)
        placed = [item for page in manuscript.layout.pages for item in page.items if isinstance(item, Placed)]
        assert [item.width for item in placed] == [pytest.approx(144.0)]
        widths.append(placed[0].picture.width)
    assert widths == [600, 2400]
