"""The classes of typefaces that GB/T 9704-2012 names; `fonts.catalogue` holds the real faces."""

from __future__ import annotations

from enum import StrEnum


class Face(StrEnum):
    """A class of typefaces, by its Chinese name."""

    XIAOBIAOSONG = "小标宋"
    FANGSONG = "仿宋"
    HEITI = "黑体"
    KAITI = "楷体"
    SONGTI = "宋体"
