"""Citing the ledger: `{{学习研讨.本期}}`, `{{媒体发稿.省级.累计}}`, `{{截至}}` in a text → figures and days.

In: a text with the place of its lines, figures, the issue. Out: the text filled, and what was cited that is not there.
Does not belong here: figures that were typed (`prose`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.compose.numbering import chinese_number
from briefgen.compose.office.words import from_to, full_date, month_day
from briefgen.diagnostics import Diagnostic, TextOrigin
from briefgen.reader.suggest import suggestion

if TYPE_CHECKING:
    import datetime as dt

    from briefgen.ledger.figures import Figure, Figures, MetricFigures

_CITATION = re.compile(r"\{\{[ \t]*([^{}\n]{1,100}?)[ \t]*\}\}")
_NUMERAL = "汉字"
_WORDED = "措辞"
_DIGITS = "〇一二三四五六七八九"
_ZERO = "零"
_NUMBER = re.compile(r"(?P<year>[0-9]{4})(?=年)|(?P<whole>[0-9]{1,12})(?:\.(?P<part>[0-9]+))?")

_TENSES: dict[str, Callable[[Figure], str]] = {
    "本期": lambda figure: str(figure.current),
    "上期": lambda figure: str(figure.previous),
    "累计": lambda figure: str(figure.total),
    "增减": lambda figure: _changed(figure.change),
}


class Occasion(Struct, frozen=True):
    """What an issue says of itself: its number, its day, its figures with their period."""

    issue: int
    date: dt.date
    figures: Figures

    def words(self) -> dict[str, str]:
        """Return what may be cited besides figures."""
        end = self.figures.period.end
        return {
            "期号": str(self.issue), "日期": full_date(self.date), "截至": f"截至{month_day(end)}",
            "截至全称": f"截至{full_date(end)}", "本期": from_to(self.figures.period), "年": str(end.year),
            "月": str(end.month), "日": str(end.day),
        }  # fmt: skip


def filled(text: str, origin: TextOrigin | None, occasion: Occasion) -> tuple[str, list[Diagnostic]]:
    """Return `text` with what it cites, and BG760 for each citation of what is not there."""
    found: list[Diagnostic] = []

    def value(match: re.Match[str]) -> str:
        cited = _cited(match[1], occasion)
        if isinstance(cited, str):
            return cited
        line = text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        position = origin.at(line, column) if origin else None
        hint = suggestion(cited.word, cited.known)
        found.append(Diagnostic("BG760", position, {"text": match[0], "word": cited.word, "hint": hint}))
        return match[0]

    return _CITATION.sub(value, text), found


class _Unknown(Struct, frozen=True):
    """A word of a citation that means nothing, and those that would."""

    word: str
    known: list[str]


def _cited(path: str, occasion: Occasion) -> str | _Unknown:
    steps = [step.strip() for step in path.split(".")]
    in_han = steps[-1] == _NUMERAL and len(steps) > 1
    if in_han:
        steps.pop()
    words = occasion.words()
    if len(steps) == 1 and steps[0] in words:
        word = words[steps[0]]
        if in_han and steps[0] == "年":
            return _in_han(f"{word}年", "〇").removesuffix("年")
        return _in_han(word, "〇") if in_han else word
    if steps[0] not in occasion.figures:
        return _Unknown(steps[0], [*words, *(each.metric.name for each in occasion.figures)])
    found = _figure(steps[1:], occasion.figures[steps[0]])
    return _in_han(found, _ZERO) if in_han and isinstance(found, str) else found


def _figure(steps: list[str], each: MetricFigures) -> str | _Unknown:
    """Return a figure of a metric: of a part of it, in a tense; without either in the metric's own words."""
    if steps in ([], [_WORDED]):
        return each.words
    figure: Figure | None = each.whole
    tense = steps.pop() if steps[-1] in _TENSES else "累计"
    for step in steps:
        figure = each.of(step)
        if figure is None:
            parts = [value for dimension in each.metric.by for value in each.by(dimension)]
            return _Unknown(step, [*parts, *_TENSES, _WORDED])
    return _TENSES[tense](figure) if figure else ""


def _changed(change: int) -> str:
    if change == 0:
        return "持平"
    return f"增加{change}" if change > 0 else f"减少{-change}"


def _in_han(text: str, zero: str) -> str:
    """Return digits as Chinese numerals: a year digit by digit (二〇二〇年), any other number counted (八千三百)."""

    def numeral(match: re.Match[str]) -> str:
        if match["year"]:
            return "".join(_DIGITS[int(digit)] for digit in match["year"])
        whole, part = int(match["whole"]), match["part"]
        counted = chinese_number(whole, zero) if whole else _ZERO
        return counted + ("点" + "".join([_ZERO, *_DIGITS[1:]][int(digit)] for digit in part) if part else "")

    return _NUMBER.sub(numeral, text)
