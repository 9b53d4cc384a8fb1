"""What a campaign office works out from what it wrote down: tasks, dates, standing, follow-ups, contradictions.

In: models of the office (`model`). Out: plain values and diagnostics. Does not belong here: figures (`ledger`), printed
documents (`compose`).
"""
