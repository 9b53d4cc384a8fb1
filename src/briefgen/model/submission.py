"""Submissions (报送): what was filed to which bulletin, when, and in which issue it was carried.

In: validated values of authors. Out: frozen Pydantic models. Does not belong here: the bulletins (`campaign`).
"""

from __future__ import annotations

from pydantic import Field

from briefgen.model.base import Model, Sourced
from briefgen.model.values import Day, Line


class Submission(Model):
    """An item that was filed to a bulletin (报送), and what became of it."""

    date: Day = Field(title="报送日期", description="报送的日期")
    bulletin: Line = Field(title="刊物", description="刊物名称，与活动文件中的相同")
    title: Line = Field(title="标题", description="稿件标题")
    from_issue: Line | None = Field(None, title="来源期号", description="原载本刊哪一期，如 第9期")
    carried: Day | None = Field(None, title="采用日期", description="被采用的日期；空着表示尚未采用")
    carried_in: Line | None = Field(None, title="采用期号", description="载于该刊哪一期，如 第23期")


class Submissions(Sourced):
    """The file that holds the submissions of a campaign."""

    submissions: list[Submission] = Field(title="报送", description="各次报送")
