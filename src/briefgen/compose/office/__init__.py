"""Documents of a campaign office: plan and ledger → the document tree.

In: models of `model` and the template's wording. Out: documents and diagnostics. Does not belong here: the briefing
(`compose.issue`), reading files (`reader`), how a role looks (`style`).
"""
