"""Figures typed by hand: what a text says of a metric, held against the ledger.

A figure is judged where the sentence says which one it means: 累计, 截至, 共 the one to date, 本周, 本期 that of the
period, 上周, 上期 that of the one before. 余, 多, + and 以上 may round down, by no more than a fifth. What a single
place or unit did is nobody's total and is left alone. In: a text with the place of its lines, figures. Out: diagnostics
with both values. Does not belong here: figures that were cited (`citing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, TextOrigin
from briefgen.model.campaign import LEVELS

if TYPE_CHECKING:
    from briefgen.ledger.figures import Figure, Figures, MetricFigures
    from briefgen.model.ledger import Ledger

_NUMBER = r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<scale>万)?(?P<more>余|多|\+|以上)?(?P<rest>万)?\+?"
_SENTENCE = re.compile(r"[^。！？\n]+")
_SCOPES = (
    ("total", re.compile(r"截至|累计|总计|共计|目前")),
    ("current", re.compile(r"本周|本期|一周来|这一周")),
    ("previous", re.compile(r"上周|上期")),
)
SCOPE_NAMES = {"total": "累计", "current": "本期", "previous": "上期"}
ROUNDED = Decimal("1.2")  # of what is said, at most, where the text says 余, 多, +


class _Typed(Struct, frozen=True):
    """A figure in a text: where it begins, its words, its value, whether it is rounded down."""

    start: int
    words: str
    value: Decimal
    rounded: bool


def contradictions(
    text: str, origin: TextOrigin | None, figures: Figures, ledger: Ledger
) -> Iterator[Diagnostic]:
    """Yield BG761 for each figure in `text` that is not what the ledger has."""
    for sentence in _SENTENCE.finditer(text):
        for each in figures:
            for level, pattern in _patterns(each):
                figure = each.whole if level is None else each.of(level)
                for match in pattern.finditer(sentence[0]):
                    scope = _scope(sentence[0], match.start("number"))
                    typed = _typed(match)
                    if figure is None or scope is None or _agrees(typed, figure, scope):
                        continue
                    start = sentence.start() + typed.start
                    yield _contradiction(text, start, origin, typed, (each, level, figure, scope), ledger)


def _patterns(each: MetricFigures) -> Iterator[tuple[str | None, re.Pattern[str]]]:
    """Yield what a figure of the metric looks like, in whole and at each level: 学习研讨71次, 省级124篇."""
    metric = each.metric
    unit = re.escape(metric.unit)
    name = re.escape(metric.name)
    gap = r"[^0-9，,、。：:]{0,6}?"
    yield None, re.compile(rf"{name}{gap}{_NUMBER}{unit}")
    yield None, re.compile(rf"{_NUMBER}{unit}{name}")
    if "level" in metric.by:
        for level in LEVELS:
            yield level, re.compile(rf"{name}[^。]{{0,30}}?{level}级?{gap}{_NUMBER}{unit}")


def _scope(sentence: str, before: int) -> str | None:
    """Return which figure is meant: the word nearest before the number says it."""
    best, place = None, -1
    for scope, pattern in _SCOPES:
        for match in pattern.finditer(sentence, 0, before):
            if match.start() > place:
                best, place = scope, match.start()
    return best


def _typed(match: re.Match[str]) -> _Typed:
    scale = 10_000 if match["scale"] or match["rest"] else 1
    value = Decimal(match["number"].replace(",", "")) * scale
    rounded = bool(match["more"]) or "+" in match[0]
    words = match[0][match.start("number") - match.start() :]
    return _Typed(match.start("number"), words, value, rounded)


def _agrees(typed: _Typed, figure: Figure, scope: str) -> bool:
    actual = {"total": figure.total, "current": figure.current, "previous": figure.previous}[scope]
    if typed.rounded:
        return typed.value <= actual <= typed.value * ROUNDED
    return typed.value == actual


def _contradiction(
    text: str, start: int, origin: TextOrigin | None, typed: _Typed,
    meant: tuple[MetricFigures, str | None, Figure, str], ledger: Ledger,
) -> Diagnostic:  # fmt: skip
    each, level, figure, scope = meant
    line = text.count("\n", 0, start)
    column = start - (text.rfind("\n", 0, start) + 1)
    names = [metric.name for metric in ledger.metrics]
    place = (
        ledger.sources.value("metrics", names.index(each.metric.name)) if each.metric.name in names else None
    )
    name = ".".join(filter(None, (each.metric.name, f"{level}级" if level else None, SCOPE_NAMES[scope])))
    actual = {"total": figure.total, "current": figure.current, "previous": figure.previous}[scope]
    values = {"typed": typed.words, "figure": name, "value": actual, "place": place or ledger.name}
    return Diagnostic("BG761", origin.at(line, column) if origin else None, values)
