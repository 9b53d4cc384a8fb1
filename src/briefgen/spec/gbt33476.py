"""GB/T 33476.2-2016 6.2: the same glyph positions as GB/T 9704 by another box (half a line's lead above line 1)."""

from __future__ import annotations

from briefgen.spec.row import Row

TOP_MARGIN = Row(34.58, "mm", "GB/T 33476.2-2016 6.2")
BOTTOM_MARGIN = Row(32.58, "mm", "GB/T 33476.2-2016 6.2")
LINE_PITCH = Row(29.6, "pt", "GB/T 33476.2-2016 6.2", 0, "592 twips")
