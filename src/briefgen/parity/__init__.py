"""Parity: whether the DOCX, as a word processor sets it, has the same lines on the same pages as the PDF.

`office` lets LibreOffice set a DOCX with no faces but ours, `lines` reads the lines of a finished PDF back, `compare`
holds both against each other, `reasons` guesses why a line differs. Nothing here knows how either file was made.
"""

from briefgen.parity.compare import Comparison, Difference, compare, compare_many

__all__ = ["Comparison", "Difference", "compare", "compare_many"]
