"""The briefing, 简报: conventions of practice. No national standard fixes them; every row is our choice."""

from __future__ import annotations

from briefgen.spec.row import Row

CONVENTION = "convention of practice (简报), no national standard"

NAME_SIZE = Row(42, "pt", CONVENTION, 0, "初号小标宋, the largest; shrinks to fit one line")
NAME_SIZE_MIN = Row(
    26, "pt", CONVENTION, 0, "the smallest that a name may shrink to without a warning is 小初"
)
HEAD_RULE_WIDTH = Row(2.25, "pt", CONVENTION)
RED = "FF0000"  # Y80 M80 in print (GB/T 9704-2012 5.2.4); sRGB on screen is our choice
