"""Layout: a document and its styles → pages of frames at fixed places; pure functions, our own typesetter.

In: a `Document` and a `StyleSheet`. Out: a `Layout` of plain values; a writer decides nothing any more.
Does not belong here: the author's model, file formats.
"""

from __future__ import annotations

from briefgen.layout.frame import Layout
from briefgen.layout.paginate import paginate

__all__ = ["Layout", "paginate"]
