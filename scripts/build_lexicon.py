"""Build `src/briefgen/layout/lexicon.bin` from the dictionary of jieba; run by hand when the source changes.

In: `jieba/dict.txt` of the package jieba (MIT): a word, its frequency and its part of speech on each line. Out: the
list in the form that `briefgen.layout.lexicon` reads. The same source gives the same bytes.

    python scripts/build_lexicon.py DICT_FILE
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from briefgen.layout.lexicon import LONGEST

TARGET = Path(__file__).parent.parent / "src" / "briefgen" / "layout" / "lexicon.bin"
RAREST = 3  # of all that are counted
STEP = 14  # costs in a natural logarithm: the rarest comes to 250


def main() -> None:
    """Write the list."""
    rows = [line.split(" ") for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    frequencies = {word: int(frequency) for word, frequency, _ in rows}
    classes = {word: kind for word, _, kind in rows}
    total = sum(frequencies.values())
    kinds = sorted(set(classes.values()))
    blocks = []
    for length in range(1, LONGEST + 1):
        words = sorted(
            word
            for word, frequency in frequencies.items()
            if len(word) == length
            and frequency >= RAREST
            and all("\u3400" <= char <= "\u9fff" for char in word)
        )
        costs = bytes(round(STEP * math.log(total / frequencies[word])) for word in words)
        numbers = bytes(kinds.index(classes[word]) for word in words)
        blocks.append((len(words), "".join(words).encode("utf-16-be") + costs + numbers))
    counts = b"".join(count.to_bytes(4, "big") for count, _ in blocks)
    TARGET.write_bytes(" ".join(kinds).encode() + b"\n" + counts + b"".join(block for _, block in blocks))


if __name__ == "__main__":
    main()
