"""How the wall chart shows a state: by colour, and by mark and hatch for those who print in black and white.

In: a state. Out: its look. Does not belong here: the words for it (`campaign.standing` has them).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from briefgen.campaign.standing import State
from briefgen.doctree.shapes import Hatch


class Look(Struct, frozen=True):
    """The mark before a state, the fill of the part that is done, and the hatch over all of the bar."""

    mark: str
    fill: str
    rest: str
    hatch: Hatch = Hatch.NONE


LOOKS: Mapping[State, Look] = MappingProxyType({
    State.OVERDUE: Look("■", "B3261E", "F3C9C5", Hatch.CROSS),
    State.BEHIND: Look("▲", "D9821B", "FBE3C4", Hatch.RISING),
    State.ON_TIME: Look("○", "2F6EA5", "FFFFFF"),
    State.WAITING: Look("△", "FFFFFF", "FFFFFF"),
    State.SUSPENDED: Look("□", "8C8C8C", "F2F2F2", Hatch.LEVEL),
    State.DONE: Look("●", "3D7A45", "3D7A45"),
})  # fmt: skip
