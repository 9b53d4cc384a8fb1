"""Subsetting by HarfBuzz: one face and the characters used → the bare CFF font program of those glyphs.

In: the key of a face, characters. Out: bytes of a CID-keyed CFF font; its CIDs are those of `metrics.cid`.
Does not belong here: PDF objects.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.fonts.catalogue import faces

_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "DSIG", "vhea", "vmtx", "name", "post", "OS/2")


def subset(key: str, characters: Iterable[str]) -> bytes:
    """Return the CFF table of the face `key` cut down to `characters`; the same set gives the same bytes."""
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
