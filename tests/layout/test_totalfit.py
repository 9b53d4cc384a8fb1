"""Total-fit: the least sum of badness and penalties, found in one pass, in linear time."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.layout.inline import totalfit
from briefgen.layout.inline.badness import badness_of
from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.greedy import greedy
from briefgen.layout.inline.line import Measure, Span, Text
from briefgen.layout.inline.linebreak import break_lines
from briefgen.layout.inline.totalfit import total_fit
from briefgen.spec.typography import Breaking
from tests.layout.builders import BODY, glyphs_of
from tests.layout.prose import HAN, prose


def text_of(words: str) -> Text:
    glyphs = glyphs_of(words)
    return Text(glyphs, opportunities(glyphs))


def cost(text: Text, spans: list[Span], measure: Measure) -> float:
    """Return the sum of badness and penalties of these lines."""
    unwelcome = penalties("".join(glyph.char for glyph in text.glyphs))
    lines = sum(badness_of(text, span, measure.of(number)) for number, span in enumerate(spans))
    return lines + sum(unwelcome.get(after.start - 1, 0.0) for _, after in pairwise(spans))


def least_cost(text: Text, measure: Measure) -> float:
    """Return the least cost that any lines have: every pair of places tried."""
    end = len(text.glyphs)
    unwelcome = penalties("".join(glyph.char for glyph in text.glyphs))
    best = {0: 0.0}
    for stop in range(1, end + 1):
        if stop < end and not text.allowed[stop - 1]:
            continue
        trimmed = text.trimmed(0, stop)
        ways = [
            best[begin] + badness_of(text, Span(begin, trimmed, stop == end), measure.of(min(begin, 1)))
            for begin in best
            if begin < trimmed
        ]
        best[stop] = unwelcome.get(stop - 1, 0.0) * (stop < end) + min(ways, default=inf)
    return best[end]


def measure_of(characters: int) -> Measure:
    return Measure((characters - 2) * BODY.em, characters * BODY.em)


@given(prose, st.integers(10, 28))
def test_never_worse_than_lines_filled_one_by_one(words: str, characters: int) -> None:
    text, measure = text_of(words), measure_of(characters)
    fitted = total_fit(text, 0, len(words), measure)
    assert fitted is not None
    assert cost(text, fitted, measure) <= cost(text, greedy(text, 0, len(words), measure), measure) + 1e-6


@settings(max_examples=50)
@given(st.text("一二三四五六七八九十，。“”·1a ", min_size=1, max_size=60), st.integers(5, 12))
def test_as_good_as_trying_everything(words: str, characters: int) -> None:
    text, measure = text_of(words), measure_of(characters)
    fitted = total_fit(text, 0, len(words), measure)
    least = least_cost(text, measure) if words.strip() else inf
    assert (cost(text, fitted, measure) if fitted else inf) == pytest.approx(least)


def test_a_start_is_tried_with_the_ends_in_its_reach_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as long a paragraph asks for twice as many lines, not four times: time is linear."""
    asked: list[float] = []
    for name in ("loose", "tight"):
        real = getattr(totalfit, name)
        monkeypatch.setattr(totalfit, name, lambda *given, real=real: asked.append(0) or real(*given))
    counts = []
    for length in (2_000, 4_000):
        asked.clear()
        text = text_of("江源区委宣传部召开会议，研究部署。" * (length // 17))
        total_fit(text, 0, len(text.glyphs), measure_of(28))
        counts.append(len(asked))
    assert counts[1] == pytest.approx(2 * counts[0], rel=0.05)
    assert counts[0] < 2_000 * 10


def parted(whole: str, breaking: Breaking | None) -> list[int]:
    """Return how many characters stand before `whole` where a line ends inside it; None is `greedy` alone."""
    found = []
    for before in range(26, 54):
        words = (HAN * 3)[:before] + whole + (HAN * 2 + "，") * 2
        glyphs = glyphs_of(words, breaking=breaking or Breaking.OPTIMUM)
        allowed = opportunities(glyphs)
        if breaking is None:
            spans = greedy(Text(glyphs, allowed), 0, len(glyphs), measure_of(28))
        else:
            spans = break_lines(Text(glyphs, allowed), measure_of(28), breaking)
        if not any(whole in words[span.start : span.end] for span in spans):
            found.append(before)
    return found


@pytest.mark.parametrize("whole", ["41项", "第14次", "3—5月"])
def test_what_belongs_together_stays_on_a_line_wherever_it_stands(whole: str) -> None:
    assert parted(whole, Breaking.OFFICE)
    assert not parted(whole, Breaking.OPTIMUM)


@pytest.mark.parametrize("whole", ["100余人", "6月10日", "2020年6月10日", "〔2020〕12号", "《分工方案》"])
def test_what_is_longer_is_parted_only_where_two_lines_would_be_loose(whole: str) -> None:
    assert len(parted(whole, Breaking.OPTIMUM)) < len(parted(whole, None))


def test_a_word_longer_than_a_line_is_parted_so_that_its_lines_are_full() -> None:
    text, measure = text_of("会" * 30 + "a" * 100), measure_of(28)
    spans = break_lines(text, measure, Breaking.OPTIMUM)
    assert len(spans) == 3
    for number, span in enumerate(spans[:-1]):
        assert measure.of(number) - text.width(span.start, span.end) <= BODY.em
    assert text.allowed == opportunities(
        text.glyphs
    )  # what may be parted stays as it was: the word is warned of


def test_marks_beside_a_word_that_is_parted_keep_their_places() -> None:
    words = "见（" + "a" * 99 + "），会"
    glyphs = glyphs_of(words)
    spans = break_lines(Text(glyphs, opportunities(glyphs)), measure_of(20), Breaking.OPTIMUM)
    lines = [words[span.start : span.end] for span in spans]
    assert "".join(lines) == words
    assert all(line[0] not in "），" and line[-1] != "（" for line in lines)
