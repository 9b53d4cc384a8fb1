"""How the wall chart shows a status: by colour, and by mark and hatch for those who print in black and white.

In: a status. Out: its look. Does not belong here: the words for it (the template has them).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefgen.compose.office.progress import Status
from briefgen.doctree.shapes import Hatch


@dataclass(frozen=True, slots=True)
class Look:
    """The mark before a status, the fill of the part that is done, and the hatch over all of the bar."""

    mark: str
    fill: str
    rest: str
    hatch: Hatch = Hatch.NONE


LOOKS: Mapping[Status, Look] = MappingProxyType({
    Status.OVERDUE: Look("■", "B3261E", "F3C9C5", Hatch.CROSS),
    Status.BEHIND: Look("▲", "D9821B", "FBE3C4", Hatch.RISING),
    Status.ON_TIME: Look("○", "2F6EA5", "FFFFFF"),
    Status.WAITING: Look("△", "FFFFFF", "FFFFFF"),
    Status.DONE: Look("●", "3D7A45", "3D7A45"),
})  # fmt: skip
