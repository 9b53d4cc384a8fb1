"""Pages: the galley → sheets, the strips of each page; everything that depends on where a page ends.

A page is filled from the top and ends where nothing is held. Where that leaves more than two lines empty, or tears a
paragraph from its 供稿, the pages before it are looked at again: one that ends a line or two earlier, at the end of a
paragraph, may mend it. Each page is filled a bounded number of times, so the time is linear.
In: strips, footnotes, the 报尾. Out: `Sheet`s, and the places where the rules could not be kept. Does not belong here:
filling one page (`fill`), drawing (writers), what a strip holds (`flow`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.layout.fill import EPSILON, Filled, Filler, Rest, Room
from briefgen.layout.galley import Strip

EMPTY = 2  # lines that may stay empty at the foot of a page
LOOK_BACK = 4  # pages that are looked at again
LOWER = 3.0  # points by which a paragraph may stand lower unseen; a page of 22 lines has 0.9 to spare
CLEAR = 0.5  # points by which what must not fit does not
WHOLE = 9  # lines that may stay empty for a paragraph to go over whole with the 供稿 or the 报尾 held to it


class Sheet(Struct, frozen=True):
    """The strips of one page, heads of continued tables included, and the footnotes called in them.

    An `early` page ends although more would have fitted. A paragraph that is parted at its end, since the 供稿 below it
    would not fit, parts there by itself if it stands `lower` points lower.
    """

    strips: tuple[Strip, ...] = ()
    height: float = 0.0
    notes: tuple[int, ...] = ()
    early: bool = False
    lower: float = 0.0
    numbered: bool = True

    @property
    def landscape(self) -> bool:
        """Whether the page is turned."""
        return bool(self.strips) and self.strips[0].landscape


class Blemish(Struct, frozen=True):
    """A page (from 1) that could not end well: `empty` lines at its foot, or 0 for a break where there should be none.

    `after` is the strip that begins the next page.
    """

    page: int
    empty: int
    after: Strip


class Pages(Struct):
    """The sheets, and what is wrong with them."""

    sheets: list[Sheet] = field(default_factory=list)
    blemishes: list[Blemish] = field(default_factory=list)


class _Turn(Struct, frozen=True):
    """A page that ends with so many strips of what was filled, from what was left before it."""

    before: Rest
    filled: Filled
    end: int
    for_foot: bool = False  # what does not fit above the 报尾 goes over with it

    @property
    def after(self) -> Rest:
        return self.filled.rest(self.end)


def fill_pages(filler: Filler, foot: float, *, even_last: bool = False) -> Pages:
    """Return the pages of the galley; on the last one, a portrait page, `foot` points stay free for the 报尾.

    With `even_last` it is an even page; where a blank page stands before it, neither has a number.
    """
    turns: list[_Turn] = []
    rest: Rest = ((0, len(filler.galley)),) if filler.galley else ()
    while rest:
        filled = filler.fill(rest)
        turns.append(_whole(filler, _Turn(rest, filled, filled.end)))
        if _faults(filler, turns[-1]):
            turns = _mended(filler, turns)
        if not turns[-1].after and not even_last:
            turns[-1] = _with_room_for_foot(filler, turns[-1], foot)
        rest = turns[-1].after
    sheets = [replace(_sheet(filler, turn), lower=_lower(filler, turn)) for turn in turns]
    pages = Pages(sheets, list(_blemishes(filler, turns)))
    _close(pages.sheets, filler.rooms[0], foot, even_last)
    return pages


def _close(sheets: list[Sheet], room: Room, foot: float, even_last: bool) -> None:
    """Add the sheets that the 报尾 needs."""
    fits = bool(sheets) and not sheets[-1].landscape and sheets[-1].height + foot <= room.height + EPSILON
    if even_last and foot and len(sheets) % 2 == 0 and not fits:
        sheets += [Sheet(numbered=False)] * 2
    elif not sheets or (foot and (not fits or (even_last and len(sheets) % 2))):
        sheets.append(Sheet())


def _sheet(filler: Filler, turn: _Turn) -> Sheet:
    strips = [filler.galley[index] for index in turn.filled.taken[: turn.end]]
    if strips[0].again:
        strips[0] = _with_words_again(strips)
    headed = (*strips[0].head, *strips)
    notes = tuple(dict.fromkeys(note for strip in headed for note in strip.notes))
    height = sum(strip.height + (strip.before if number else 0.0) for number, strip in enumerate(headed))
    height += filler.rooms[strips[0].landscape].notes(notes)
    return Sheet(headed, height, notes, early=turn.end < turn.filled.end)


def _with_words_again(strips: Sequence[Strip]) -> Strip:
    """Return the first of `strips`, a page's, with the words of the merged cells that go on, if they have room here."""
    first = strips[0]
    again = [
        spread
        for spread in first.again
        if spread.need <= sum(strip.height for strip in strips[: spread.strips]) + EPSILON
    ]
    return replace(first, spread=(*again, *first.spread))


def _with_room_for_foot(filler: Filler, turn: _Turn, foot: float) -> _Turn:
    """Return the last page without the paragraph that goes over to the 报尾 where that does not fit below it.

    Where too many lines would stay empty the 报尾 goes over alone: no word processor can be told at which line to
    part a paragraph, and each parts one that is kept with the next at another.
    """
    sheet, taken = _sheet(filler, turn), turn.filled.taken
    if sheet.landscape or sheet.height + foot <= filler.rooms[0].height + EPSILON:
        return turn
    for end in _early_ends(filler, turn, WHOLE):
        if len(taken) - end >= EMPTY:
            return _Turn(turn.before, turn.filled, end, for_foot=True)
    return turn


def _whole(filler: Filler, turn: _Turn) -> _Turn:
    """Return the page without a paragraph that would be torn, if not too many lines stay empty then.

    A word processor that keeps a paragraph with the next one (LibreOffice) lets all of it go over.
    """
    if _is_torn(filler, turn):
        for start in _early_ends(filler, turn, WHOLE):
            return _Turn(turn.before, turn.filled, start)
    return turn


def _is_torn(filler: Filler, turn: _Turn) -> bool:
    """Tell whether a page parts a paragraph that no word processor can be made to part there."""
    return _is_held_apart(filler, turn) and not _lower(filler, turn)


def _is_held_apart(filler: Filler, turn: _Turn) -> bool:
    """Tell whether a page parts a paragraph only because its end is held to what does not fit."""
    taken, galley, end = turn.filled.taken, filler.galley, turn.end
    if not 0 < end < len(taken) or galley[taken[end - 1]].block != galley[taken[end]].block:
        return False
    runs_over = galley[taken[-1]].block == galley[taken[end]].block
    return not (runs_over and galley[taken[-1]].block in _blocks(filler, turn))


def _lower(filler: Filler, turn: _Turn) -> float:
    """Return by how many points a paragraph that is held apart must stand lower for its end not to fit.

    None are 0: where it would be seen, or the paragraph begins the page, where no space stands above it.
    """
    taken, galley = turn.filled.taken, filler.galley
    if not _is_held_apart(filler, turn) or galley[taken[0]].block == galley[taken[turn.end - 1]].block:
        return 0.0
    whole = _sheet(filler, _Turn(turn.before, turn.filled, len(taken)))
    lower = filler.rooms[whole.landscape].height - whole.height + CLEAR
    return lower if lower <= LOWER else 0.0


def _blocks(filler: Filler, turn: _Turn) -> set[int]:
    """Return the blocks of the strips that did not fit on a page at once."""
    return {filler.galley[start].block for start, _ in turn.filled.following[:1]}


def _early_ends(filler: Filler, turn: _Turn, most: int = EMPTY) -> Iterator[int]:
    """Yield the ends before that of `turn` that leave no more than `most` lines empty, the latest first.

    Only where a block ends: there a word processor can be told to begin a page.
    """
    taken, galley = turn.filled.taken, filler.galley
    for end in range(turn.end - 1, 0, -1):
        above, below = galley[taken[end - 1]], galley[taken[end]]
        if _empty(filler, _Turn(turn.before, turn.filled, end)) > most:
            return
        if not above.hold and above.block != below.block:
            yield end


def _empty(filler: Filler, turn: _Turn) -> int:
    """Return how many lines stay empty at the foot of a page."""
    sheet = _sheet(filler, turn)
    room = filler.rooms[sheet.landscape]
    return int((room.height - sheet.height + EPSILON) / room.pitch)


def _excess(filler: Filler, turn: _Turn) -> int:
    """Return how many lines more than two stay empty at the foot of a page.

    None where the text ends, an article begins or a landscape table does: there a page may end anywhere.
    """
    if not turn.after or turn.for_foot:
        return 0
    last, following = filler.galley[turn.filled.taken[turn.end - 1]], filler.galley[turn.after[0][0]]
    begins = following.mark is not None and following.mark.level == 0
    if begins or last.landscape is not following.landscape:
        return 0
    return max(0, _empty(filler, turn) - EMPTY)


def _faults(filler: Filler, turn: _Turn) -> int:
    """Return how bad the end of a page is: by the lines that stay empty, and by a torn paragraph."""
    return _excess(filler, turn) + _is_torn(filler, turn)


def _mended(filler: Filler, turns: list[_Turn]) -> list[_Turn]:
    """Return the pages with an earlier end of one of the last of them, if their ends are better then."""
    best, least = turns, sum(_faults(filler, turn) for turn in turns[-LOOK_BACK - 1 :])
    for back in range(1, min(LOOK_BACK, len(turns) - 1) + 1):
        kept = turns[-LOOK_BACK - 1 : -back - 1]
        old = turns[-back - 1]
        for end in _early_ends(filler, old):
            tried = [*_tried(filler, _Turn(old.before, old.filled, end), back)]
            faults = sum(_faults(filler, turn) for turn in (*kept, *tried))
            if faults < least:
                best, least = [*turns[: -back - 1], *tried], faults
    return best


def _tried(filler: Filler, turn: _Turn, pages: int) -> Iterator[_Turn]:
    """Yield a page and so many that follow it, each as full as it can be."""
    yield turn
    for _ in range(pages):
        if not turn.after:
            return
        filled = filler.fill(turn.after)
        turn = _whole(filler, _Turn(turn.after, filled, filled.end))
        yield turn


def _blemishes(filler: Filler, turns: Sequence[_Turn]) -> Iterator[Blemish]:
    for page, turn in enumerate(turns, 1):
        excess = _excess(filler, turn)
        broken = turn.filled.broken and turn.end == turn.filled.end
        if excess or (turn.after and broken):
            yield Blemish(page, 0 if broken else excess + EMPTY, filler.galley[turn.after[0][0]])
