"""What all tests share: in CI (CI set) a skipped test is a failed one, so that nothing goes unchecked there."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest
from hypothesis import settings

settings.register_profile("briefgen", deadline=None)  # time is measured by benchmarks, not on busy machines
settings.load_profile("briefgen")

_Report = TypeVar("_Report", pytest.TestReport, pytest.CollectReport)

IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")


def _refused(report: _Report) -> _Report:
    """Turn a skip into a failure; an expected failure (xfail) also reports itself as skipped, and may."""
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _refused((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _refused((yield))
