"""CFF font programs (Adobe Technical Note 5176) as HarfBuzz cuts them: taken apart by glyphs, put together of others.

In: programs of a CID-keyed face whose glyphs share one Font DICT, without subroutines. Out: glyphs by CID, and the
program that HarfBuzz would make of any of them. Does not belong here: cutting a face (`subset`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, islice, pairwise
from struct import pack

from msgspec import Struct

#: The operators of the offsets to the parts of a program.
_CHARSET, _FD_SELECT, _FD_ARRAY, _CHAR_STRINGS = b"\x0f", b"\x0c\x25", b"\x0c\x24", b"\x11"
#: An offset, written in four bytes since it is known last, and its operator.
_OFFSET = re.compile(rb"\x1d(.{4})(\x0f|\x11|\x0c[\x24\x25])", re.DOTALL)
_PRIVATE = re.compile(rb"\x1d(.{4})\x12", re.DOTALL)


class Skeleton(Struct, frozen=True):
    """All of a program but its glyphs: what stands before the charset, and FDArray with Private.

    `slots` are the places in `head` where offsets stand, by operator; `slot` is that of Private in `fonts`, and
    `private` where Private begins there. The offsets are blank.
    """

    head: bytes
    slots: Mapping[bytes, int]
    fonts: bytes
    slot: int
    private: int


def taken_apart(program: bytes, cids: Sequence[int]) -> tuple[Skeleton, dict[int, bytes]] | None:
    """Return what `program` shares with others of its face, and its glyphs, `cids` in rising order and 0.

    None if the program is another than `put_together` would make of them, so that it cannot be made of other glyphs.
    """
    found = {match[2]: match for match in islice(_OFFSET.finditer(program), 4)}
    if len(found) < 4:
        return None
    charset, array, strings = (_number(found[name][1]) for name in (_CHARSET, _FD_ARRAY, _CHAR_STRINGS))
    private = _PRIVATE.search(program, array, strings)
    glyphs = _index(program, strings)
    if private is None or len(glyphs) != len(cids) + 1:
        return None
    head, fonts = bytearray(program[:charset]), bytearray(program[array:strings])
    slots = {name: match.start(1) for name, match in found.items()}
    for slot in slots.values():
        head[slot : slot + 4] = bytes(4)
    slot = private.start(1) - array
    fonts[slot : slot + 4] = bytes(4)
    skeleton = Skeleton(bytes(head), slots, bytes(fonts), slot, _number(private[1]) - array)
    by_cid = dict(zip([0, *cids], glyphs, strict=True))
    return (skeleton, by_cid) if put_together(skeleton, by_cid) == program else None


def put_together(skeleton: Skeleton, glyphs: Mapping[int, bytes]) -> bytes:
    """Return the program of `glyphs`, by CID in rising order, the first being 0, what stands for missing ones."""
    charset = _charset(list(glyphs)[1:])
    select = pack(">BHHBH", 3, 1, 0, 0, len(glyphs))  # one range of glyphs, all of the first Font DICT
    at_select = len(skeleton.head) + len(charset)
    at_array = at_select + len(select)
    offsets = {
        _CHARSET: len(skeleton.head), _FD_SELECT: at_select, _FD_ARRAY: at_array,
        _CHAR_STRINGS: at_array + len(skeleton.fonts),
    }  # fmt: skip
    head, fonts = bytearray(skeleton.head), bytearray(skeleton.fonts)
    for name, slot in skeleton.slots.items():
        head[slot : slot + 4] = pack(">I", offsets[name])
    fonts[skeleton.slot : skeleton.slot + 4] = pack(">I", at_array + skeleton.private)
    return b"".join([head, charset, select, fonts, *_char_strings(list(glyphs.values()))])


def _charset(cids: list[int]) -> bytes:
    """Return the CIDs of all glyphs but the first in the shortest of the three formats."""
    starts = [place for place, cid in enumerate(cids) if not place or cid != cids[place - 1] + 1]
    left = [end - start - 1 for start, end in pairwise([*starts, len(cids)])]
    kind, row = (2, "HH") if max(left, default=0) > 0xFF else (1, "HB")
    if 2 * len(cids) < (2 + kind) * len(starts):
        return pack(f">B{len(cids)}H", 0, *cids)
    return pack(
        ">B" + row * len(starts), kind, *chain(*zip(map(cids.__getitem__, starts), left, strict=True))
    )


def _char_strings(glyphs: list[bytes]) -> list[bytes]:
    """Return an INDEX of `glyphs` in parts: offsets are as wide as the last one needs."""
    ends = list(accumulate(map(len, glyphs), initial=1))
    size = (ends[-1].bit_length() + 7) // 8
    wide, offsets = pack(f">{len(ends)}I", *ends), bytearray(size * len(ends))
    for byte in range(size):
        offsets[byte::size] = wide[4 - size + byte :: 4]
    return [pack(">HB", len(glyphs), size), bytes(offsets), *glyphs]


def _index(program: bytes, at: int) -> list[bytes]:
    """Return the items of the INDEX at `at`."""
    count, size, at = _number(program[at : at + 2]), program[at + 2], at + 3
    base = at + size * (count + 1) - 1
    ends = [base + _number(program[place : place + size]) for place in range(at, base + 1, size)]
    return [program[start:end] for start, end in pairwise(ends)]


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "big")
