"""The ZIP file: what it holds, when its entries were made."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from briefgen.writers.docx.archive import Part, archive

NOON = dt.datetime(2020, 7, 3, 12, 30, 59, tzinfo=dt.UTC)


def test_pictures_are_not_deflated_again() -> None:
    contents = {"/word/document.xml": b"<w:p/>" * 40_000, "/word/media/picture1.jpeg": bytes(1000)}
    data = archive({name: Part("a/b", content) for name, content in contents.items()}, {}, NOON)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        assert {name: file.read(name[1:]) for name in contents} == contents
        stored = {entry.filename for entry in file.infolist() if entry.compress_type == zipfile.ZIP_STORED}
        assert stored == {"word/media/picture1.jpeg"}


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (NOON, (2020, 7, 3, 12, 30, 58)),  # a ZIP file counts every second second
        (NOON.astimezone(dt.timezone(dt.timedelta(hours=8))), (2020, 7, 3, 12, 30, 58)),
        (NOON.replace(year=1970), (1980, 1, 1, 0, 0, 0)),
        (NOON.replace(year=2200), (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_entries_bear_the_time(moment: dt.datetime, written: tuple[int, ...]) -> None:
    with zipfile.ZipFile(io.BytesIO(archive({}, {}, moment))) as file:
        assert [entry.date_time for entry in file.infolist()] == [written]
