"""Filling one page: strips in their order until no more fit; figures and landscape tables let text flow up past them.

In: the galley and what of it is still to set, as ranges of indices. Out: the strips of a page and what is left.
Does not belong here: whether pages before it should have ended earlier (`pages`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, field

from briefgen.layout.galley import Strip

EPSILON = 0.01
LEAST_FLOW = 2  # lines that must fit before text flows up past a figure

Range = tuple[int, int]  # the first index, and the one after the last
Rest = tuple[Range, ...]  # what is still to set, in this order
NotesHeight = Callable[[Sequence[int]], float]


class Room(Struct, frozen=True):
    """What a page holds: its height and the pitch of its lines in points, and how high a set of footnotes is."""

    height: float
    pitch: float
    notes: NotesHeight


class Filled(Struct, frozen=True):
    """A page as full as it can be: the indices of its strips, what follows them, and at which the page should end.

    `broken` tells that it ends where it should not, since everything on it is held together.
    """

    taken: tuple[int, ...]
    following: Rest
    end: int
    broken: bool = False

    def rest(self, end: int) -> Rest:
        """Return what is left to set if the page ends with `end` strips."""
        return (*_ranges(self.taken[end:]), *self.following)


class _Page(Struct):
    """A page while it is filled."""

    room: Room
    strips: list[int] = field(default_factory=list)
    used: float = 0.0
    notes: list[int] = field(default_factory=list)
    notes_height: float = 0.0

    def takes(self, index: int, strip: Strip) -> bool:
        """Put a strip on the page if it fits."""
        used = self.used + strip.height + (strip.before if self.strips else 0.0)
        if not self.strips:
            used += sum(each.height for each in strip.head)
        notes_height = self.notes_height
        if strip.notes:
            notes_height = self.room.notes([*self.notes, *strip.notes])
        if used + notes_height > self.room.height + EPSILON:
            return False
        self.strips.append(index)
        self.used, self.notes_height = used, notes_height
        self.notes.extend(strip.notes)
        return True

    @property
    def free(self) -> float:
        return self.room.height - self.used - self.notes_height


class Filler(Struct, frozen=True):
    """Fills pages from a galley.

    `rooms` are those of portrait and of landscape pages; `movable` tells of a block's index whether a figure may move
    down past it.
    """

    galley: Sequence[Strip]
    rooms: tuple[Room, Room]
    movable: Callable[[int], bool]

    def fill(self, rest: Rest) -> Filled:
        """Return the page that begins with `rest`."""
        landscape = self.galley[rest[0][0]].landscape
        page = _Page(self.rooms[landscape])
        queue = list(reversed(rest))
        while queue:
            index, end = queue[-1]
            strip = self.galley[index]
            if strip.landscape is landscape and page.takes(index, strip):
                queue.pop()
                if index + 1 < end:
                    queue.append((index + 1, end))
            elif not self._flow_up(queue, page):
                break
        following = tuple(reversed(queue))
        if not page.strips:  # higher than a page: it has one of its own
            following = ((index + 1, end), *following[1:]) if index + 1 < end else following[1:]
            return Filled((index,), following, 1)
        if not following:
            return Filled(tuple(page.strips), (), len(page.strips))
        last = self.last_break(page.strips, len(page.strips))
        return Filled(tuple(page.strips), following, last or len(page.strips), broken=not last)

    def last_break(self, strips: Sequence[int], most: int) -> int:
        """Return the greatest number of `strips`, `most` or less, after which a page may end; 0 if there is none."""
        while most and self.galley[strips[most - 1]].hold:
            most -= 1
        return most

    def _flow_up(self, queue: list[Range], page: _Page) -> bool:
        """Move what does not fit behind the whole paragraph that follows it; return whether that was possible."""
        start, end = queue[-1]
        strip = self.galley[start]
        if not page.strips or not (strip.floats or strip.landscape):
            return False
        above = self.galley[page.strips[-1]]
        if above.landscape:
            return False
        stop = self._block_end(start, end) if strip.landscape else start + 1
        below = (stop, end) if stop < end else (queue[-2] if len(queue) > 1 else None)
        if below is None or not self._may_pass(below, page.free, whole=strip.landscape):
            return False
        passed = (below[0], self._block_end(*below))
        if above.hold and passed[1] - passed[0] < LEAST_FLOW:
            return False  # it would be the only line below a heading
        del queue[-1 if stop < end else -2 :]
        left = (passed[1], below[1])
        queue += [*([left] if left[0] < left[1] else []), (start, stop), passed]
        return True

    def _may_pass(self, below: Range, free: float, *, whole: bool) -> bool:
        """Tell whether the block that begins `below` may stand above what does not fit into the `free` points."""
        first, stop = below[0], self._block_end(*below)
        if not self.movable(self.galley[first].block) or self.galley[stop - 1].hold:
            return False
        if whole:  # the rest of it would stand on a page of its own, behind the landscape ones
            return sum(strip.height + strip.before for strip in self.galley[first:stop]) <= free
        return free >= LEAST_FLOW * self.galley[first].height

    def _block_end(self, start: int, limit: int) -> int:
        """Return where the block ends that begins at `start`, a 供稿 line held to it included."""
        end = start
        block = self.galley[start].block
        while end < limit and (self.galley[end].block == block or self.galley[end - 1].hold):
            end += 1
        return end


def _ranges(indices: Sequence[int]) -> Rest:
    """Return indices as ranges of those that follow each other."""
    found: list[Range] = []
    for index in indices:
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return tuple(found)
