"""Inline layout in steps: `shape` (glyphs), `breaks` (where lines may end), `linebreak` (do), `justify` (runs)."""
