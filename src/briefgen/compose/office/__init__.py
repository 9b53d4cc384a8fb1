"""Documents of a campaign office: plan, ledger and records → the document tree.

In: a `Desk` (models and entries) and the template's wording. Out: documents and diagnostics. Does not belong here: the
briefing (`compose.issue`), reading files (`reader`), how a role looks (`style`).
"""

from briefgen.compose.office.desk import Desk, Files
from briefgen.compose.office.report import compose_report

__all__ = ["Desk", "Files", "compose_report"]
