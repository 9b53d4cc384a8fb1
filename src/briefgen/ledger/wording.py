"""How a figure is worded in prose: `475篇`, `350余次`, `70万+`.

In: a number and the wording of its metric. Out: text that never says more than there is. Does not belong here:
Chinese numerals, where the words stand in a sentence (`compose`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.ledger import Metric

_NUMBER = re.compile(r"\{n\}(?P<scale>[万亿])?(?P<more>余|多|\+)?(?P<unit>\{unit\})?(?P<above>以上)?")
_SCALES = {None: 1, "万": 10_000, "亿": 100_000_000}


def worded(value: int, metric: Metric) -> str:
    """Return `value` in the wording of `metric`.

    With 余, 多, + or 以上 the number is rounded down to `metric.step`, by default to its two leading digits; where that
    leaves it as it is, the mark is left out, since there is no more.
    """

    def number(found: re.Match[str]) -> str:
        scale = _SCALES[found["scale"]]
        unit = metric.unit if found["unit"] else ""
        if value < scale:  # 0.8万 is not how one speaks
            return f"{value}{unit}"
        vague = found["more"] or found["above"]
        step = metric.step or (_step(value, scale) if vague else 1)
        if step > value:  # 0余 says nothing
            step = _step(value, scale)
        rounded = value - value % step
        more, above = (found["more"] or "", found["above"] or "") if rounded < value else ("", "")
        return f"{_scaled(rounded, scale)}{found['scale'] or ''}{more}{unit}{above}"

    return _NUMBER.sub(number, metric.wording).replace("{unit}", metric.unit)


def _step(value: int, scale: int) -> int:
    """Return the unit of the second leading digit, at least 1万 or 1亿 with such a scale, else 10."""
    digits = len(str(value // scale))
    if digits == 1:
        return scale
    step: int = 10 ** max(1 if scale == 1 else 0, digits - 2)
    return scale * step


def _scaled(value: int, scale: int) -> str:
    return f"{(Decimal(value) / scale).normalize():f}"
