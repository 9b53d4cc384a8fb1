"""A font of full squares, for exact geometry: every Han character is one em, ASCII and `·` are half an em."""

from __future__ import annotations

from briefgen.fonts.catalogue import Fit
from briefgen.spec.faces import Face


class Squares:
    """Stands in for `briefgen.fonts.metrics`."""

    @staticmethod
    def resolve(char: str, face: Face) -> str | None:
        return face.name

    @staticmethod
    def fit(key: str, face: Face) -> Fit:
        return Fit()

    @staticmethod
    def advance(char: str, key: str) -> float:
        return 0.5 if char < "\u2000" else 1.0
