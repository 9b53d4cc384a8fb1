"""From what the author wrote to the document tree: wording, order, numbering, Markdown, pictures.

In: a validated briefing and its template. Out: a `doctree` document and diagnostics. Does not belong here: any
length, typeface or page (`style`, `layout`).
"""

from briefgen.compose.checks import check_body, check_texts
from briefgen.compose.issue import compose

__all__ = ["check_body", "check_texts", "compose"]
