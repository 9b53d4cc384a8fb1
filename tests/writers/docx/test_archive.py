"""The ZIP file: what the standard library would write, whatever was written before."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import InternalError
from briefgen.writers.docx import archive as module
from briefgen.writers.docx.archive import Part, archive

NOON = dt.datetime(2020, 7, 3, 12, 30, 59, tzinfo=dt.UTC)
NAMES = st.sampled_from(["/word/document.xml", "/word/styles.xml", "/docProps/app.xml"])
PICTURES = st.sampled_from(["/word/media/picture1.jpeg", "/word/media/picture2.png"])
CONTENTS = st.one_of(st.binary(max_size=200), st.integers(0, 40_000).map(lambda count: b"<w:p/>" * count))


def of_the_standard_library(data: bytes) -> bytes:
    """Return the entries of `data`, written anew by `zipfile`."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, entry.date_time)
            info.compress_type, info.create_system = entry.compress_type, 0
            copy.writestr(info, source.read(entry))
    return target.getvalue()


@given(
    st.dictionaries(NAMES | PICTURES, CONTENTS, max_size=5),
    st.datetimes(dt.datetime(1975, 1, 1), dt.datetime(2115, 1, 1), timezones=st.just(dt.UTC)),
)
def test_file_is_the_one_of_the_standard_library(contents: dict[str, bytes], moment: dt.datetime) -> None:
    data = archive({name: Part("a/b", content) for name, content in contents.items()}, {}, moment)
    assert data == of_the_standard_library(data)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        assert {name: file.read(name[1:]) for name in contents} == contents
        packed = {
            f"/{entry.filename}" for entry in file.infolist() if entry.compress_type == zipfile.ZIP_STORED
        }
        assert packed == {name for name in contents if "media" in name}


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


def test_what_would_need_another_format_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LIMIT", 1000)
    with pytest.raises(InternalError):
        archive({"/word/media/picture1.png": Part("image/png", bytes(1001))}, {}, NOON)
