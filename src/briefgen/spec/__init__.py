"""The standards as tables: every number that a standard fixes stands here once, with its clause."""
