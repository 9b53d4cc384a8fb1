"""The bundled faces: which there are (`catalogue`), how wide (`metrics`), what they lack (`coverage`), `subset`s."""
