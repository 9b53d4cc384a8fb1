"""The weekly issue: articles and figures of a week → a briefing to review, its files, an entry in the register.

In: a campaign, a period. Out: `第12期.yaml`, the rendered issue, diagnostics. Steps: `articles` (which, where),
`citing` (`{{…}}` → figures), `prose` (figures typed by hand), `draft` (the briefing as YAML), `register` (numbers, what
was published, what changed since), `compiling` (all of them in order). Does not belong here: setting pages
(`pipeline`).
"""

from briefgen.weekly.compiling import Compiled, Wishes, compile_week
from briefgen.weekly.period import week

__all__ = ["Compiled", "Wishes", "compile_week", "week"]
