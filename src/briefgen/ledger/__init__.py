"""The ledger's arithmetic: entries → figures, figures → words, and what contradicts what.

In: the declared metrics (`model.ledger`), entries from wherever they are kept. Out: totals at any dates, in whole and
in parts, diagnostics. Pure functions over streams. Does not belong here: files and databases (`store`).
"""
