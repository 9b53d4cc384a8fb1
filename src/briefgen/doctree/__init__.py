"""The document tree: what a document says, by meaning; see `nodes`."""
