"""The camera: points of the scene in metres → pixels; x runs right, y up, z away from the eye."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

Vec = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Camera:
    """A pinhole camera: `yaw` turns to the right, `pitch` up, both in degrees; `focal` in pixels."""

    eye: Vec
    yaw: float
    pitch: float
    focal: float
    size: tuple[int, int]
    sharp: float = 8.0  # the distance in focus
    blur: float = 6.0  # strength of the blur elsewhere

    def project(self, point: Vec) -> tuple[float, float, float]:
        """Return x and y in pixels and the depth in metres."""
        x, y, z = (a - b for a, b in zip(point, self.eye, strict=True))
        turn, tilt = radians(self.yaw), radians(self.pitch)
        x, z = x * cos(turn) - z * sin(turn), x * sin(turn) + z * cos(turn)
        y, z = y * cos(tilt) - z * sin(tilt), y * sin(tilt) + z * cos(tilt)
        return self.size[0] / 2 + self.focal * x / z, self.size[1] / 2 - self.focal * y / z, z

    def scale(self, point: Vec) -> float:
        """Return how many pixels a metre measures at `point`."""
        return self.focal / self.project(point)[2]

    def defocus(self, depth: float) -> float:
        """Return the radius of the blur at `depth`, in pixels."""
        return abs(1 / max(depth, 0.3) - 1 / self.sharp) * self.blur * 8
