"""A row of a standard: a value with its unit, tolerance and clause."""

from __future__ import annotations

from msgspec import Struct

from briefgen.units import Length


class Row(Struct, frozen=True):
    """`value` in `unit`, good within ± `tolerance`; `clause` names the source, `note` our reading of it."""

    value: float
    unit: str
    clause: str
    tolerance: float = 0.0
    note: str = ""

    @property
    def pt(self) -> float:
        """The value in points (absolute units only)."""
        return Length(self.value, self.unit).points()
