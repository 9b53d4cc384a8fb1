"""Pages: the galley → pages of frames; everything that depends on where a page ends.

In: strips, footnotes, the 报尾. Out: `Sheet`s, each the strips of one page. Pages are filled from the top; a page
ends where nothing is held. A figure that does not fit lets the paragraphs below it flow up, whole.
Does not belong here: drawing (writers), what a strip holds (flow).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.layout.galley import Strip

EPSILON = 0.01
LEAST_FLOW = 2  # lines that must fit before text flows up past a figure

NotesHeight = Callable[[Sequence[int]], float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The strips of one page, heads of continued tables included, and the footnotes called in them."""

    strips: tuple[Strip, ...]
    height: float
    notes: tuple[int, ...]

    @property
    def landscape(self) -> bool:
        """Whether the page is turned."""
        return bool(self.strips) and self.strips[0].landscape


@dataclass(frozen=True, slots=True)
class Room:
    """What a page holds: its height in points, and how high a set of footnotes is."""

    height: float
    notes: NotesHeight


def fill_pages(
    galley: list[Strip], rooms: tuple[Room, Room], movable: Callable[[int], bool], foot: float
) -> list[Sheet]:
    """Return the pages of `galley`; on the last one, a portrait page, `foot` points stay free for the 报尾.

    `rooms` are those of portrait and of landscape pages; `movable` tells of a block's index whether a figure may move
    down past it.
    """
    rest = list(galley)
    sheets: list[Sheet] = []
    while rest:
        room = rooms[rest[0].landscape]
        rest = _flowed_up(rest, room, movable)
        count = _count_fitting(rest, room)
        sheet = _sheet(rest[:count], room)
        if count == len(rest) and not sheet.landscape and sheet.height + foot > room.height + EPSILON:
            count = _count_left_behind(rest, Room(room.height - foot, room.notes))
            sheet = _sheet(rest[:count], room)
        sheets.append(sheet)
        rest = rest[count:]
    if not sheets or (
        foot and (sheets[-1].landscape or sheets[-1].height + foot > rooms[0].height + EPSILON)
    ):
        sheets.append(Sheet((), 0.0, ()))
    return sheets


def _sheet(strips: list[Strip], room: Room) -> Sheet:
    headed = (*strips[0].head, *strips) if strips else ()
    notes = tuple(dict.fromkeys(note for strip in headed for note in strip.notes))
    height = sum(strip.height + (strip.before if number else 0.0) for number, strip in enumerate(headed))
    return Sheet(headed, height + room.notes(notes), notes)


def _overflow(strips: list[Strip], room: Room) -> int:
    """Return how many strips fit from the top of a page, whatever holds them."""
    used = sum(strip.height for strip in strips[0].head) if strips else 0.0
    notes: list[int] = []
    for count, strip in enumerate(strips):
        used += strip.height + (strip.before if count else 0.0)
        notes.extend(strip.notes)
        turns = strip.landscape is not strips[0].landscape
        if turns or used + room.notes(notes) > room.height + EPSILON:
            return count
    return len(strips)


def _count_fitting(strips: list[Strip], room: Room) -> int:
    """Return how many strips the page takes: as many as fit, less those held to what does not."""
    most = _overflow(strips, room)
    if most == len(strips):
        return most
    return _last_break(strips, most) or max(1, most)


def _last_break(strips: list[Strip], most: int) -> int:
    count = most
    while count and strips[count - 1].hold:
        count -= 1
    return count


def _count_left_behind(strips: list[Strip], room: Room) -> int:
    """Return how many strips stay when the 报尾 does not fit below them: the last lines go with it."""
    most = min(_overflow(strips, room), len(strips) - 1)
    return _last_break(strips, most) or len(strips)


def _flowed_up(rest: list[Strip], room: Room, movable: Callable[[int], bool]) -> list[Strip]:
    """Return `rest` with a figure that does not fit moved down past whole paragraphs until the page is full."""
    while True:
        count = _overflow(rest, room)
        if not 0 < count < len(rest) or not rest[count].floats or rest[count - 1].hold:
            return rest
        figure = rest[count]
        end = _block_end(rest, count + 1)
        free = room.height - _sheet(rest[:count], room).height
        passed = rest[count + 1 : end]
        if not passed or not movable(passed[0].block) or passed[-1].hold:
            return rest
        if free < LEAST_FLOW * passed[0].height:
            return rest
        rest = [*rest[:count], *passed, figure, *rest[end:]]


def _block_end(strips: list[Strip], start: int) -> int:
    """Return where the block ends that begins at `start`, a 供稿 line held to it included."""
    end = start
    while end < len(strips) and (strips[end].block == strips[start].block or strips[end - 1].hold):
        end += 1
    return end
