"""The weekly issue from an empty folder: numbers, texts, twice the same, published, late, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.messages import speak
from briefgen.model.campaign import Period
from briefgen.pipeline import load
from briefgen.store import open_store
from briefgen.weekly import compile_week, week
from briefgen.weekly.articles import read_article
from briefgen.weekly.compiling import State, Wishes
from briefgen.weekly.register import read_register
from tests.ledger.builders import entry
from tests.weekly.offices import W23, W24, article, late_record, office

QUICK = Wishes(formats=("pdf",))
PUBLISH = Wishes(publish=True, formats=("pdf",))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def codes(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [each.code for each in error.value.diagnostics]


def test_weeks_have_names() -> None:
    assert (str(W24.start), str(W24.end)) == ("2020-06-08", "2020-06-14")
    for wrong in ("2020-W54", "2020", "W24", "二十四周"):
        with pytest.raises(ValueError, match=r".*"):
            week(wrong)


def test_issues_are_numbered_in_order_from_the_first(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    first, second = compile_week(campaign, W23, QUICK), compile_week(campaign, W24, QUICK)
    assert [(each.issue, each.state) for each in (first, second)] == [
        (11, State.WRITTEN),
        (12, State.WRITTEN),
    ]
    assert (first.figures["学习研讨"], second.figures["学习研讨"], second.figures["媒体发稿.省"]) == (
        60,
        71,
        24,
    )
    assert (tmp_path / "第12期.pdf").read_bytes().startswith(b"%PDF-")


def test_the_issue_holds_articles_and_figures(tmp_path: Path) -> None:
    briefing = load(compile_week(office(tmp_path), W24, QUICK).file)
    assert briefing.masthead.issue == 12 - 1
    assert str(briefing.masthead.date) == "2020-06-15"
    assert str(briefing.editor_note).strip() == "本期为第11期。"
    first, data = briefing.articles
    assert (first.title, str(first.body).strip(), first.source) == (
        "第二篇",
        "截至6月14日，累计学习研讨71次。",
        "综合协调组",
    )
    assert "截至6月14日，宣讲350余场。" in str(data.body)
    assert "| 　其中：省级 |  | 4 | 24 |" in str(data.body)
    assert briefing.colophon is not None
    assert briefing.colophon.copies == 50


def test_twice_changes_nothing(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    compile_week(campaign, W23, QUICK)
    before = contents(tmp_path)
    assert compile_week(campaign, W23, QUICK).state is State.UNCHANGED
    assert compile_week(campaign, W23, Wishes(force=True, formats=("pdf",))).issue == 11
    assert contents(tmp_path) == before


def test_a_draft_follows_its_articles(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    compile_week(campaign, W23, QUICK)
    article(tmp_path, "2020-06-05", "新篇", "补充。")
    made = compile_week(campaign, W23, QUICK)
    assert made.state is State.WRITTEN
    assert [each.title for each in load(made.file).articles] == ["第一篇", "新篇", "数据"]


def test_what_was_changed_by_hand_is_kept(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    path = compile_week(campaign, W23, QUICK).file
    edited = path.read_text(encoding="utf-8").replace("第一篇", "改过的标题")
    path.write_text(edited, encoding="utf-8")
    made = compile_week(campaign, W23, QUICK)
    assert made.state is State.KEPT
    assert [each.code for each in made.diagnostics] == ["BG764"]
    assert path.read_text(encoding="utf-8") == edited
    assert made.result.headings[0].text == "改过的标题"
    assert compile_week(campaign, W23, Wishes(force=True, formats=("pdf",))).state is State.WRITTEN
    assert "改过的标题" not in path.read_text(encoding="utf-8")


def test_a_published_issue_never_changes(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    compile_week(campaign, W23, PUBLISH)
    before = contents(tmp_path)
    assert compile_week(campaign, W23, PUBLISH).state is State.UNCHANGED
    late_record(tmp_path)
    with pytest.raises(InputError) as error:
        compile_week(campaign, W23, QUICK)
    assert codes(error) == ["BG763"]
    assert contents(tmp_path) == before
    assert compile_week(campaign, W23, Wishes(force=True, formats=("pdf",))).state is State.WRITTEN


def test_a_late_record_is_corrected_in_the_next_issue_and_only_there(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    compile_week(campaign, W23, PUBLISH)
    late_record(tmp_path)
    made = compile_week(campaign, W24, PUBLISH)
    assert [(each.code, each.values["was"], each.values["now"]) for each in made.diagnostics] == [
        ("BG765", 60, 63)
    ]
    assert "第11期所载“学习研讨”累计60，应为63。" in made.file.read_text(encoding="utf-8")
    assert compile_week(campaign, W24, QUICK).state is State.UNCHANGED
    article(tmp_path, "2020-06-18", "第三篇", "正文。")
    assert compile_week(campaign, week("2020-W25"), QUICK).diagnostics == ()


def test_a_record_changed_or_removed_is_corrected_as_a_late_one_is(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    store = open_store(".", tmp_path)
    store.add([entry("06-05", "媒体发稿", level="市", amount=3, title="甲")._replace(id="A")])
    store.add([entry("06-05", "宣讲", form="线上", amount=9, title="乙")._replace(id="B")])
    compile_week(campaign, W23, PUBLISH)
    store.change("A", lambda each: each._replace(level="省", amount=5))
    store.remove(["B"])
    made = compile_week(campaign, W24, QUICK)
    assert [(each.values["figure"], each.values["was"], each.values["now"]) for each in made.diagnostics] == [
        ("宣讲", 359, 350), ("媒体发稿", 23, 25), ("媒体发稿.市", 3, 0), ("媒体发稿.省", 20, 25),
    ]  # fmt: skip
    text = made.file.read_text(encoding="utf-8")
    assert "第11期所载“宣讲”累计359，应为350。" in text
    assert "第11期所载“媒体发稿（市级）”累计3，应为0。" in text


def test_a_gap_in_the_numbers(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    compile_week(campaign, W23, QUICK)
    register = tmp_path / "issues.yaml"
    register.write_text(register.read_text(encoding="utf-8").replace("期号: 11", "期号: 9"), encoding="utf-8")
    compile_week(campaign, W24, QUICK)
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("期号: 10", "期号: 12"), encoding="utf-8")
    article(tmp_path, "2020-06-18", "第三篇", "正文。")
    with pytest.raises(InputError) as error:
        compile_week(campaign, week("2020-W25"), QUICK)
    assert codes(error) == ["BG762"]
    assert error.value.diagnostics[0].position is not None


def test_periods_may_not_overlap(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    compile_week(campaign, W23, QUICK)
    with pytest.raises(InputError) as error:
        compile_week(campaign, Period.model_validate({"start": "2020-06-05", "end": "2020-06-12"}), QUICK)
    assert codes(error) == ["BG768"]


def test_every_mistake_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    article(tmp_path, "2020-06-10", "错处", "累计学习研讨70次，{{没有}}。\n\n![图](photos/没有.jpg)")
    before = contents(tmp_path)
    with pytest.raises(InputError) as error:
        compile_week(campaign, W24, QUICK)
    assert sorted(codes(error)) == ["BG301", "BG760", "BG761"]
    assert contents(tmp_path) == before
    with speak("zh"):
        text = str(error.value)
    assert "2020-06-10.md:7:7 错误 BG761 文中“70次”与台账不符：“学习研讨.累计”为 71（" in text
    assert "ledger.yaml:2:5" in text


def test_a_week_without_articles(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    with pytest.raises(InputError) as error:
        compile_week(campaign, week("2020-W30"), QUICK)
    assert codes(error) == ["BG766"]


def test_heads_of_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 没有头部\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_article(path)
    assert codes(error) == ["BG767"]
    path.write_text("---\n标题: 甲\n日期: 昨天\n---\n正文\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_article(path)
    assert [(each.code, each.position.line) for each in error.value.diagnostics if each.position] == [
        ("BG105", 3)
    ]


def test_pictures_are_found_from_the_issue(tmp_path: Path) -> None:
    path = article(tmp_path, "2020-06-10", "图", "![说明](photos/a.jpg){width=50%}")
    found = read_article(path)
    assert found.moved(found.text, tmp_path).strip() == "![说明](articles/photos/a.jpg){width=50%}"


def test_a_file_that_nobody_compiled_is_left_alone(tmp_path: Path) -> None:
    campaign = office(tmp_path)
    (tmp_path / "第11期.yaml").write_text("别的东西\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        compile_week(campaign, W23, QUICK)
    assert codes(error) == ["BG606"]


@pytest.mark.parametrize("field", ["weekly", "ledger"])
def test_what_an_issue_cannot_do_without(tmp_path: Path, field: str) -> None:
    campaign = office(tmp_path)
    text = campaign.read_text(encoding="utf-8")
    kept = text[: text.index("weekly:")] if field == "weekly" else text.replace("ledger: .\n", "")
    campaign.write_text(kept, encoding="utf-8")
    with pytest.raises(InputError) as error:
        compile_week(campaign, W23, QUICK)
    assert codes(error) == ["BG751"]


def test_the_register_reads_back(tmp_path: Path) -> None:
    compile_week(office(tmp_path), W23, PUBLISH)
    (issue,) = read_register(tmp_path).issues
    assert (issue.issue, issue.published, issue.figures["宣讲"], issue.file) == (11, True, 350, "第11期.yaml")
