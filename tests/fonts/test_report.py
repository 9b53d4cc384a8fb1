from __future__ import annotations

from briefgen.fonts.catalogue import CHAINS, faces
from briefgen.fonts.report import class_reports, face_reports, general_standard_characters
from briefgen.spec.faces import Face


def test_list_has_three_levels_in_the_order_of_the_standard() -> None:
    listed = general_standard_characters()
    assert len(listed) == len(set(listed)) == 8105
    assert (listed[0], listed[3499]) == ("一", "矗")  # 3,500 characters of level 1
    assert (listed[3500], listed[6499]) == ("乂", "齉")  # 3,000 of level 2
    assert (listed[6500], listed[8104]) == ("亍", "蠼")  # 1,605 of level 3


def test_there_is_a_row_for_each_face_with_its_classes() -> None:
    rows = {row.face.key: row for row in face_reports()}
    assert list(rows) == list(faces())
    assert rows["FandolFang-Regular"].classes == (Face.FANGSONG,)
    assert rows["BriefgenFallback-Regular"].classes == tuple(CHAINS)
    assert all(row.face.path.is_file() and row.face.version and row.face.origin for row in rows.values())


def test_faces_and_fallback_share_the_list() -> None:
    listed = {row.face.key: row.listed for row in face_reports()}
    assert {listed[key] for key in listed if key.startswith("Fandol")} == {6638}
    assert {listed[key] for key in listed if key.startswith("Briefgen")} == {8105 - 6638}


def test_every_class_has_the_whole_list() -> None:
    rows = class_reports()
    assert [row.face for row in rows] == list(CHAINS)
    assert {row.listed for row in rows} == {8105}
