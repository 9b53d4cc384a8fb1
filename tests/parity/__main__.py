"""The parity figures of the whole corpus and the examples: `scripts/parity`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import briefgen
from briefgen.parity import Comparison, compare_many
from tests.parity.corpus import SIZE, briefings

EXAMPLES = Path(__file__).parents[2] / "examples"
BODY = frozenset(
    {"body", "heading-1", "heading-2", "heading-3", "heading-4", "list-item", "quote", "editor-note"}
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=SIZE, help="briefings of the corpus to compare")
    parser.add_argument("--show", type=int, default=0, help="differences to show of each document")
    wishes = parser.parse_args()
    with TemporaryDirectory() as folder:
        found = dict(briefings(wishes.count, folder=Path(folder)))
        for path in sorted(EXAMPLES.glob("*/brief.*")):
            found[path.parent.name] = briefgen.load(path)
        for path in sorted(EXAMPLES.glob("weekly/第*期.yaml")):
            found[path.stem] = briefgen.load(path)
        comparisons = compare_many(found)
    for name, each in comparisons.items():
        show(line(name, each))
        for one in each.differences[: wishes.show]:
            show(f"  {one.page} {one.role} {one.reason}", f"    {one.pdf}", f"    {one.office}")
    show(summary(comparisons))


def show(*lines: str) -> None:
    sys.stdout.writelines(line + "\n" for line in lines)


def line(name: str, each: Comparison) -> str:
    """Return the figures of one document."""
    return f"{name}: pages {each.pages[0]}/{each.pages[1]}, {len(each.differences)} differences"


def summary(comparisons: dict[str, Comparison]) -> str:
    """Return the figures of all documents together, by role."""
    same: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for each in comparisons.values():
        for role, (good, all_) in each.counts.items():
            for name in (role, "all body lines" if role in BODY else "all other lines"):
                same[name] += good
                total[name] += all_
    pages = sum(each.pages[0] == each.pages[1] for each in comparisons.values())
    rows = [
        f"{name:16} {same[name]:6} of {total[name]:6} {same[name] / total[name]:8.2%}"
        for name in sorted(total)
    ]
    reasons = Counter(str(each.reason) for one in comparisons.values() for each in one.differences)
    rows += [f"  {count} × {reason}" for reason, count in reasons.most_common()]
    return "\n".join([f"same pages: {pages} of {len(comparisons)}", *rows])


if __name__ == "__main__":
    main()
