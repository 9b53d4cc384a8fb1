"""The reader: files of authors → validated models, with the place of every value; all mistakes at once.

In: YAML, JSON or TOML files. Out: `Briefing`, `Template`, diagnostics. Steps: `file` (bytes → text), `yaml` and
`plain` (text → nodes), `canonical` (nodes → data with English keys and a source map), `validate` (→ models).
Does not belong here: Markdown (`compose`), what a field means (`model`).
"""

from briefgen.reader.briefing import Reading, load, read, read_any
from briefgen.reader.template import load_template

__all__ = ["Reading", "load", "load_template", "read", "read_any"]
