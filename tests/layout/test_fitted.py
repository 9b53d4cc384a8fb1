"""Lines weighed together of those that an office can be made to set: by the standard, within its reach, never worse."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.doctree.nodes import Align
from briefgen.layout.inline import fitted
from briefgen.layout.inline.badness import LINE, RUNT, final_gift, unease
from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.fitted import fit
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.line import TOLERANCE, Measure, Span, Text, is_runt
from briefgen.layout.inline.linebreak import break_lines
from briefgen.layout.inline.office import Setting, fill
from briefgen.layout.inline.shape import Glyph
from briefgen.spec import gbt15834
from briefgen.spec.office import SPACING_MAX, SPACING_SEEN
from briefgen.spec.typography import Breaking
from briefgen.units import TWIPS_PER_POINT
from tests.layout.builders import BODY, SPARE, glyphs_of
from tests.layout.prose import HAN, prose


def measure_of(characters: int) -> Measure:
    return Measure((characters - 2) * BODY.em, characters * BODY.em, SPARE, spaced=True)


def text_of(words: str) -> Text:
    glyphs = glyphs_of(words, breaking=Breaking.OFFICE)
    return Text(glyphs, opportunities(glyphs))


def lines_of(words: str, characters: int = 28) -> tuple[list[Glyph], list[Span]]:
    text = text_of(words)
    return text.glyphs, break_lines(text, measure_of(characters), Breaking.OFFICE)


def spaced(text: Text, spans: list[Span]) -> Setting:
    """Return how an office sets the text with the spacing that the DOCX says of its lines."""
    glyphs: list[Glyph] = []
    odd, spacing = False, spans[0].spacing
    for span, end in zip(spans, [*(span.start for span in spans[1:]), len(text.glyphs)], strict=True):
        odd ^= span.spacing != spacing
        spacing = span.spacing
        more = spacing / TWIPS_PER_POINT
        glyphs += [
            replace(glyph, advance=glyph.advance + more, tracking=glyph.tracking + more, odd=odd)
            for glyph in text.glyphs[span.start : end]
        ]
    return Setting(Text(glyphs, text.allowed))


def ends_in_office(setting: Setting, spans: list[Span], measure: Measure) -> bool:
    """Return whether an office ends these lines where they end, and the standard lets it."""
    return all(setting.allowed[span.start - 1] for span in spans[1:]) and all(
        following.start
        == setting.end_at(setting.first_beyond(span.start, measure.of(number) + measure.spare), span.start)
        for number, (span, following) in enumerate(pairwise(spans))
    )


def cost(text: Text, spans: list[Span], measure: Measure) -> float:
    """Return what `fitted` holds against these lines, reckoned one by one."""
    setting, unwelcome = Setting(text), penalties(text.chars)
    found = 0.0
    for number, span in enumerate(spans):
        room, size = measure.of(number), text.glyphs[0].size
        gaps = (text.gaps[span.end - 1] - text.gaps[span.start]) * size or TOLERANCE
        office_room = room + measure.spare - (setting.edges[span.end - 1] - setting.offsets[span.start])
        excess = text.width(span.start, span.end) - room
        found += fitted.SPACED * (span.spacing != 0) + fitted.HUNG * (office_room < 0 and not span.spacing)
        if span.last:
            found += RUNT if number and is_runt(text, span) else 0.0
        else:
            found += (
                LINE
                + fitted.PARTED * unwelcome.get(spans[number + 1].start - 1, 0.0)
                + unease(office_room / gaps)
            )
        if excess > TOLERANCE:
            gift = text.gift(span.start, span.end)
            found += (min(1.0, excess / gift) if gift else 0.0) ** 2
            found += unease(max(0.0, excess - final_gift(text, span.end)) / gaps)
        elif not span.last:
            wants = text.wants[span.end - 1] - text.wants[span.start]
            found += fitted.WIDENED * (min(1.0, -excess / wants) if wants else 0.0) ** 2
            found += unease(max(0.0, -excess - wants) / gaps)
    return found


@given(prose, st.integers(16, 28))
def test_an_office_sets_the_same_lines_with_the_spacing_of_the_docx(words: str, characters: int) -> None:
    text, measure = text_of(words), measure_of(characters)
    spans = fit(text, measure)
    assume(spans)
    assert spans
    assert ends_in_office(spaced(text, spans), spans, measure)


@given(prose, st.integers(16, 28))
def test_never_worse_than_what_an_office_fills_by_itself(words: str, characters: int) -> None:
    text, measure = text_of(words), measure_of(characters)
    spans, filled = fit(text, measure), fill(text, measure)
    assume(spans)
    assert spans
    if ends_in_office(Setting(text), filled, measure):  # where the standard and an office both let them end
        held = fitted.SPACED * len(filled)  # a line may need spacing to end there whatever the next one has
        assert cost(text, spans, measure) <= cost(text, filled, measure) + held + 1e-6


@given(prose, st.integers(16, 28))
def test_lines_are_as_the_standard_has_them(words: str, characters: int) -> None:
    glyphs, spans = lines_of(words, characters)
    lines = [words[span.start : span.end] for span in spans]
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    allowed = opportunities(glyphs)
    assert all(allowed[span.start - 1] for span in spans[1:])
    for line, following in pairwise(lines):
        assert line[-1] not in gbt15834.NOT_AT_LINE_END
        assert following[0] not in gbt15834.NOT_AT_LINE_START or following[:2] in ("——", "……")


@given(prose, st.integers(16, 28))
def test_no_line_reaches_beyond_its_measure_or_needs_more_than_may_be_given(
    words: str, characters: int
) -> None:
    glyphs, spans = lines_of(words, characters)
    measure = measure_of(characters)
    for number, span in enumerate(spans):
        width = measure.of(number)
        line = set_line(glyphs[span.start : span.end], 0.0, width, Align.JUSTIFY, last=span.last)
        assert line.end <= width + 1e-6
        most = SPACING_SEEN if span.last else SPACING_MAX
        assert -span.spacing <= most.value * BODY.size * TWIPS_PER_POINT
        assert span.spacing <= fitted.MORE * SPACING_MAX.value * BODY.size * TWIPS_PER_POINT


def test_good_lines_need_no_spacing() -> None:
    _, spans = lines_of(HAN * 10)
    assert {span.spacing for span in spans} == {0}


def test_a_last_character_is_not_left_alone() -> None:
    for length in range(26 + 28, 26 + 28 + 4):
        words = (HAN * 4)[: length - 3] + "12甲"
        _, spans = lines_of(words)
        assert spans[-1].end - spans[-1].start > 1


def test_no_mark_hangs_where_spacing_brings_it_in() -> None:
    """An office lets a mark hang and does not draw it: with less space it stands on the line."""
    text, measure = text_of((HAN * 2)[:26] + "，" + HAN * 2), measure_of(28)
    assert fill(text, measure)[0].end == 27
    spans = fit(text, measure)
    assert spans
    setting = spaced(text, spans)
    for number, span in enumerate(spans):
        width = setting.edges[span.end - 1] - setting.offsets[span.start]
        assert width <= measure.of(number) + measure.spare


def test_the_label_of_a_list_keeps_its_spacing() -> None:
    """Spacing is said for the characters behind it only, which then need more."""
    words = "（1）" + (HAN * 3)[:23] + "12项，" + HAN * 2
    text = text_of(words)
    free = fit(text, measure_of(28))
    held = fit(text, replace(measure_of(28), fixed=3))
    assert free
    assert held
    assert abs(held[0].spacing) >= abs(free[0].spacing)


@settings(max_examples=20)
@given(st.text("一二三四，。“”1a ", min_size=1, max_size=40), st.integers(3, 8))
def test_breaks_any_text_even_where_a_word_is_longer_than_the_line(words: str, characters: int) -> None:
    _, spans = lines_of(words, characters + 2)
    assert spans[0].start == 0
    assert all(span.end <= following.start for span, following in pairwise(spans))
    assert words[spans[-1].end :].strip() == ""


def test_a_start_is_tried_with_the_ends_in_its_reach_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as long a paragraph asks for twice as many lines, not four times: time is linear."""
    asked: list[float] = []
    real = fitted.ceil
    monkeypatch.setattr(fitted, "ceil", lambda number: asked.append(0) or real(number))
    counts = []
    for length in (4_000, 8_000):
        asked.clear()
        fit(text_of("江源区委宣传部召开第12次会议，研究部署。" * (length // 21)), measure_of(28))
        counts.append(len(asked))
    assert counts[1] == pytest.approx(2 * counts[0], rel=0.1)
    assert counts[0] < 4_000 * 10
