"""`fontTable.xml`: the faces that the styles name, each with the names that other offices know it by.

In: `OFFICE_NAMES`. Out: the part's bytes. No font file is embedded.
"""

from __future__ import annotations

from briefgen.fonts.catalogue import OFFICE_NAMES
from briefgen.writers.docx.ooxml import part, val

GB2312_CHARSET = "86"


def font_table() -> bytes:
    """Return the part with an entry for each class of faces."""
    entries = []
    for office in OFFICE_NAMES.values():
        others = ",".join(office.alternatives)
        entries.append(
            f'<w:font w:name="{office.name}">{val("altName", others) if others else ""}'
            f"{val('charset', GB2312_CHARSET)}{val('family', 'auto')}{val('pitch', 'variable')}</w:font>"
        )
    return part("fonts", "".join(entries))
