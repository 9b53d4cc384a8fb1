"""What meetings decided, as measures of the items that it is for.

In: a plan, meetings. Out: the plan with these measures. Does not belong here: decisions for no item (`checks`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefgen.campaign.tasks import items
from briefgen.model.plan import Measure, Plan

if TYPE_CHECKING:
    from briefgen.model.meeting import Decision, Meeting, Meetings


def with_decisions(plan: Plan, meetings: Meetings) -> Plan:
    """Return `plan` with each decision that names one of its items as a measure of it, after those that it has.

    A measure begins on the day of the meeting; what the decision leaves out holds from the item.
    """
    decided: defaultdict[str, list[Measure]] = defaultdict(list)
    for meeting in meetings.meetings:
        for decision in meeting.decisions:
            if decision.item:
                decided[decision.item].append(_measure(decision, meeting))
    numbers = iter(items(plan))
    aspects = []
    for aspect in plan.aspects:
        found = []
        for item in aspect.items:
            more = decided[next(numbers).number]
            found.append(item.model_copy(update={"measures": [*item.measures, *more]}) if more else item)
        aspects.append(aspect.model_copy(update={"items": found}))
    return plan.model_copy(update={"aspects": aspects})


def _measure(decision: Decision, meeting: Meeting) -> Measure:
    return Measure(
        title=decision.text, lead=decision.lead, responsible=decision.responsible, start=meeting.date,
        deadline=decision.deadline,
    )  # fmt: skip
