"""A small renderer that makes the placeholder photos of the examples; Pillow only, same seed, same picture."""
