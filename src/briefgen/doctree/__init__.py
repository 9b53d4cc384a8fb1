"""The document tree between composing and writing: nodes by meaning, ways to walk them, a dump to read.

In: nothing. Out: `nodes` (the values), `walk` (all nodes, all texts), `dump` (indented text).
Does not belong here: lengths and looks (`style`), places on a page (`layout.frame`).
"""
