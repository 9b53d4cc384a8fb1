"""The pages of docs/ name every field, its Chinese name and its default, every role and every face."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from briefgen.doctree.nodes import Role
from briefgen.model import (
    briefing,
    campaign,
    content,
    follow_up,
    ledger,
    meeting,
    plan,
    report,
    submission,
    template,
    weekly,
)
from briefgen.spec.faces import Face
from briefgen.style import stylesheet
from briefgen.writers.docx.ooxml import NAMESPACES
from briefgen.writers.docx.package import Package
from briefgen.writers.docx.styles import styles

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

W = f"{{{NAMESPACES['w']}}}"
DOCS = Path(__file__).parent.parent / "docs"
MODELS: dict[str, tuple[type[BaseModel], ...]] = {
    "format.md": (
        briefing.Briefing, briefing.Masthead, briefing.Article, briefing.Colophon,
        content.ParagraphBlock, content.HeadingBlock, content.ListBlock, content.TableBlock,
        content.TableCell,
        content.FigureBlock, content.FigureItem, content.QuoteBlock,
    ),
    "reports.md": (report.Report,),
    "weekly.md": (weekly.Weekly, weekly.Summary, weekly.FrontMatter),
    "template.md": (
        template.Template, template.PageOptions, template.TypesettingOptions, template.Colors,
        template.MastheadOptions, template.WordingOptions, template.PictureOptions,
        template.ReportOptions, template.StyleOverride,
    ),
    "ledger.md": (
        campaign.Campaign, campaign.Period, campaign.Office, campaign.Group, campaign.Person, campaign.Bulletin,
        campaign.Slogan, plan.Plan, plan.Task, plan.Aspect, plan.Item, plan.Milestone, plan.ProgressNote,
        ledger.Ledger, ledger.Record, ledger.Metric, ledger.Stated,
        meeting.Meetings, meeting.Meeting, meeting.AgendaItem, meeting.Decision,
        submission.Submissions, submission.Submission, follow_up.FollowUps, follow_up.FollowUp,
    ),
}  # fmt: skip
#: The modules whose models each page describes.
MODULES = {
    "format.md": (briefing, content),
    "template.md": (template,),
    "ledger.md": (campaign, plan, ledger, meeting, submission, follow_up),
    "reports.md": (report,),
}
CASES = [(page, model) for page, models in MODELS.items() for model in models]


def rows(page: str, model: type[BaseModel]) -> dict[str, tuple[str, str]]:
    """Return the documented fields of `model`: name → (Chinese name, default)."""
    text = (DOCS / page).read_text(encoding="utf-8")
    table = re.search(rf"{model.__name__}(?:：|\n)\n.*?(\|.*?)\n\n", text, re.DOTALL)
    assert table, f"{page} has no table for {model.__name__}"
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table[1].splitlines()[2:]]
    return {row[0].strip(" `"): (row[1].strip(" `"), row[3].strip(" `")) for row in cells}


def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields that `model` itself declares; those that it takes over stand with the model that does."""
    return {name: field for name, field in model.model_fields.items() if name in model.__annotations__}


def default(field: FieldInfo) -> str:
    """Return the default of `field` as the pages write it."""
    if field.is_required():
        return "必填"
    match field.default:
        case None:
            return "无"
        case [] | {} | "":
            return "空"
        case bool(value):
            return str(value).lower()
        case value:
            return str(value)


@pytest.mark.parametrize(("page", "model"), CASES, ids=[model.__name__ for _, model in CASES])
def test_every_field_is_documented_with_its_chinese_name(page: str, model: type[BaseModel]) -> None:
    names = {name: field.title for name, field in fields(model).items()}
    assert {name: row[0] for name, row in rows(page, model).items()} == names


@pytest.mark.parametrize(("page", "model"), CASES, ids=[model.__name__ for _, model in CASES])
def test_documented_defaults_are_true(page: str, model: type[BaseModel]) -> None:
    nested = (
        {"parts", "page", "typesetting", "colors", "masthead", "wording", "pictures"}
        if model is template.Template
        else set()
    )
    documented = rows(page, model)
    for name, field in fields(model).items():
        if name not in nested:
            # a file has to name the type of a block, whatever the class knows of itself
            told_apart = name == "type" and model.__module__ == content.__name__
            assert documented[name][1] == ("必填" if told_apart else default(field)), name


def test_every_model_of_the_author_is_documented() -> None:
    for page, modules in MODULES.items():
        defined = {
            value
            for module in modules
            for value in vars(module).values()
            if isinstance(value, type)
            and issubclass(value, briefing.Model)
            and value.__module__ == module.__name__
            and fields(value)
        }
        assert defined == set(MODELS[page])


@pytest.mark.parametrize("word", [*Role, *Face])
def test_every_role_and_face_is_documented(word: str) -> None:
    assert f"`{word}`" in (DOCS / "template.md").read_text(encoding="utf-8")


def test_links_between_pages_lead_somewhere() -> None:
    root = DOCS.parent
    for page in (*DOCS.glob("*.md"), root / "README.md", root / "ARCHITECTURE.md", root / "CHANGELOG.md"):
        text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)\)", text):
            if not target.startswith(("http", "mailto:", "图片", "网址", "picture")):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_page_on_word_processors_tells_of_every_setting() -> None:
    settings = etree.fromstring(Package().blank("/word/settings.xml"))
    compat = settings.find(f"{W}compat")
    assert compat is not None
    own = ("evenAndOddHeaders", "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore")
    assert all(settings.find(W + name) is not None for name in own)
    found = {str(each.get(f"{W}name") or each.tag).removeprefix(W) for each in compat}
    normal = etree.fromstring(styles(stylesheet(template.Template(name="试排")))).find(f"{W}style/{W}pPr")
    assert normal is not None
    found |= {str(each.tag).removeprefix(W) for each in normal if each.tag != f"{W}jc"}
    page = (DOCS / "office.md").read_text(encoding="utf-8")
    assert {name for name in (*found, *own) if name not in page} == set()
