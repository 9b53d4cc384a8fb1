"""Build `src/briefgen/fonts/data/` from Debian's fonts and the Unihan database; run by hand when a source changes.

In: the folder of the Fandol faces (Debian: texlive-lang-chinese), the Noto Serif CJK collections (Debian:
fonts-noto-cjk), `Unihan_OtherMappings.txt` (Unicode). Out: the faces, a fallback face cut down to what they lack,
a table of metrics for each, the list of 通用规范汉字表, `faces.json`. The same sources give the same bytes.

    python scripts/build_font_data.py FANDOL_FOLDER NOTO_REGULAR NOTO_BOLD UNIHAN_FILE
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import shutil
import struct
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

DATA = Path(__file__).parent.parent / "src" / "briefgen" / "fonts" / "data"
FANDOL = (
    "FandolFang-Regular",
    "FandolHei-Regular",
    "FandolKai-Regular",
    "FandolSong-Regular",
    "FandolSong-Bold",
)
SC_INDEX = 2  # Noto Serif CJK SC in its collection
EPOCH = 0  # of the `head` table: no clock in the files


def main() -> None:
    """Build all files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("fandol", "noto_regular", "noto_bold", "unihan"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    listed = general_standard_characters(given.unihan)
    (DATA / "tgscc.txt").write_text("".join(listed) + "\n", "utf-8")
    for key in FANDOL:
        shutil.copyfile(given.fandol / f"{key}.otf", DATA / f"{key}.otf")
    lacking = characters_lacking(listed)
    cut(given.noto_regular, lacking, "BriefgenFallback-Regular", "Regular")
    cut(
        given.noto_bold,
        {c for c in lacking if chr(c) in set(listed) or c < 0x3400},
        "BriefgenFallback-Bold",
        "Bold",
    )
    keys = [*FANDOL, "BriefgenFallback-Regular", "BriefgenFallback-Bold"]
    faces = {key: describe(key) for key in keys}
    (DATA / "faces.json").write_text(json.dumps(faces, indent=1, ensure_ascii=False) + "\n", "utf-8")


def general_standard_characters(unihan: Path) -> list[str]:
    """Return the 8,105 characters of 通用规范汉字表 (2013) in its order (field kTGH)."""
    rows = []
    for line in unihan.read_text("utf-8").splitlines():
        if "\tkTGH\t" in line and not line.startswith("#"):
            code, _, value = line.split("\t")
            rows.append((int(value.split()[0].split(":")[1]), chr(int(code[2:], 16))))
    assert len(rows) == 8105
    return [char for _, char in sorted(rows)]


def characters_lacking(listed: list[str]) -> set[int]:
    """Return the code points that at least one of the Fandol faces lacks and that official texts may hold."""
    everywhere = set.intersection(*(set(TTFont(DATA / f"{key}.otf").getBestCmap()) for key in FANDOL))
    return ({ord(char) for char in listed} | set(filter(is_wanted, range(0x20, 0x323B0)))) - everywhere


def is_wanted(code: int) -> bool:
    """Return whether the fallback should have this character: no Hangul, no private use, no controls."""
    if 0xAC00 <= code <= 0xD7FF or 0x1100 <= code <= 0x11FF or 0x3130 <= code <= 0x318F:
        return False
    return unicodedata.category(chr(code))[0] in "LNPSZ"


def cut(collection: Path, codes: set[int], key: str, style: str) -> None:
    """Write the part of the SC face that holds `codes`, under a name of its own."""
    face = hb.Face(hb.Blob.from_file_path(str(collection)), SC_INDEX)
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set(codes & set(face.unicodes))
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag, "big")
        for tag in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"VORG", b"vhea", b"vmtx", b"DSIG")
    )
    font = TTFont(io.BytesIO(hb.subset(face, wanted).blob.data), recalcTimestamp=False)
    rename(font, key, style)
    font["head"].created = font["head"].modified = EPOCH
    font.save(DATA / f"{key}.otf")


def rename(font: TTFont, key: str, style: str) -> None:
    """Give the font a family of its own: it is not the font that it was cut from."""
    names = {1: "Briefgen Fallback", 2: style, 3: key, 4: f"Briefgen Fallback {style}", 6: key}
    table = font["name"]
    table.names = [name for name in table.names if name.nameID in (0, 5, 13, 14) and name.langID == 0x409]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames[0] = key
    cff.topDictIndex[0].FullName = names[4]
    cff.topDictIndex[0].FamilyName = names[1]


def describe(key: str) -> dict[str, object]:
    """Write the metrics table of a face and return what the catalogue says of it."""
    path = DATA / f"{key}.otf"
    font = TTFont(path)
    top = font["CFF "].cff.topDictIndex[0]
    characters = write_metrics(font, key)
    head, os2 = font["head"], font["OS/2"]
    unit = 1000 / head.unitsPerEm
    return {
        "version": font["name"].getDebugName(5).split(";")[0].removeprefix("Version ").strip(),
        "characters": characters,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "collection": list(top.ROS),  # Registry, Ordering, Supplement
        "box": [round(v * unit) for v in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "cap_height": round(getattr(os2, "sCapHeight", 733) * unit) or 733,
    }


def write_metrics(font: TTFont, key: str) -> int:
    """Write count and code points (u32), CIDs and advances in 1/1000 em (u16), little-endian; return the count."""
    cmap, widths, unit = font.getBestCmap(), font["hmtx"], 1000 / font["head"].unitsPerEm
    codes = drawn(key, cmap)
    cids = [int(cmap[code].removeprefix("cid")) for code in codes]  # fontTools names CID-keyed glyphs so
    advances = [round(widths[cmap[code]][0] * unit) for code in codes]
    count = len(codes)
    data = struct.pack(f"<I{count}I{count}H{count}H", count, *codes, *cids, *advances)
    (DATA / f"{key}.metrics").write_bytes(data)
    return count


def drawn(key: str, codes: Iterable[int]) -> list[int]:
    """Return in order the code points that the face can print: no controls, no private use, none left blank."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(DATA / f"{key}.otf"))))
    return sorted(code for code in codes if is_space(code) or (is_public(code) and has_ink(font, code)))


def is_space(code: int) -> bool:
    """Return whether a blank is what this character should print."""
    return unicodedata.category(chr(code))[0] == "Z"


def is_public(code: int) -> bool:
    """Return whether this is a character to print: no control, no format character, no private use."""
    return unicodedata.category(chr(code))[0] != "C"


def has_ink(font: hb.Font, code: int) -> bool:
    """Return whether the glyph of this character has an outline."""
    extents = font.get_glyph_extents(font.get_nominal_glyph(code))
    return extents is not None and bool(extents.width and extents.height)


if __name__ == "__main__":
    main()
