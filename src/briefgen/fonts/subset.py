"""Subsetting by HarfBuzz: one face and the characters used → the bare CFF font program of those glyphs.

In: the key of a face, characters. Out: bytes of a CID-keyed CFF font; its CIDs are those of `metrics.cid`. Glyphs that
were cut once in a process are kept, and programs put together of them, the same that HarfBuzz makes.
Does not belong here: PDF objects.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct, field

from briefgen.fonts import cff, metrics
from briefgen.fonts.catalogue import faces

KEPT = 3072  # glyphs of a face, a megabyte and a half: more than most issues use together
_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "DSIG", "vhea", "vmtx", "name", "post", "OS/2")


class _Glyphs(Struct):
    """The glyphs of a face that were cut so far, by CID; `whole` faces cannot be put together of them.

    Threads may share it: what is in `glyphs` stays there, and another dictionary takes its place when it is full.
    """

    skeleton: cff.Skeleton | None = None
    glyphs: dict[int, bytes] = field(default_factory=dict)
    whole: bool = False


_kept = cache(lambda _: _Glyphs())


def subset(key: str, characters: Iterable[str]) -> bytes:
    """Return the CFF table of the face `key` cut down to `characters`; the same set gives the same bytes."""
    wanted = {metrics.cid(char, key): char for char in characters}
    kept = _kept(key)
    if kept.whole:
        return _cut(key, wanted.values())
    glyphs = kept.glyphs
    missing = sorted(wanted.keys() - glyphs)
    if len(glyphs) + len(missing) > KEPT:
        glyphs = kept.glyphs = {}
        missing = sorted(wanted)
    skeleton = kept.skeleton
    if missing or skeleton is None:
        program = _cut(key, map(wanted.__getitem__, missing))
        parts = cff.taken_apart(program, missing)
        if parts is None or skeleton not in (None, parts[0]):
            kept.whole = True
            kept.glyphs = {}
            return program if len(missing) == len(wanted) else _cut(key, wanted.values())
        skeleton = kept.skeleton = parts[0]
        glyphs |= parts[1]
        if len(missing) == len(wanted):
            return program
    return cff.put_together(skeleton, {cid: glyphs[cid] for cid in [0, *sorted(wanted)]})


def _cut(key: str, characters: Iterable[str]) -> bytes:
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(str(faces()[key].path)))
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set({ord(char) for char in characters})
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.encode(), "big") for tag in _DROPPED
    )
    # hints would take a twentieth more room; strokes of Han are fine enough without them on any screen of today;
    # a bracket needs no mirror image, which would come along for text from right to left
    flags = hb.SubsetFlags
    wanted.flags = flags.DESUBROUTINIZE | flags.NO_HINTING | flags.NO_BIDI_CLOSURE
    cut = hb.subset(face, wanted)
    blob = cut.reference_table("CFF ")
    return bytes(blob.data)
