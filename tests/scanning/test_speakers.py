"""Speakers: who is quoted, with title and agency. Rows are sentences written for the purpose."""

from __future__ import annotations

import pytest

from foiakit.library.collection import open_library
from foiakit.model.claim import Speaker
from foiakit.model.release import Paragraph, Passage, Release
from foiakit.scanning.claims import claims

LIBRARY = open_library()


def spoken(*paragraphs: list[str], jurisdiction: str = "us") -> list[Speaker | None]:
    text, passages, blocks = "", [], []
    for number, sentences in enumerate(paragraphs, 1):
        first = len(text)
        for place, sentence in enumerate(sentences, 1):
            start = len(text)
            text += sentence + " "
            passages.append(
                Passage(
                    id=f"{number}.{place}", text=sentence, start=start, end=start + len(sentence), paragraph=number,
                    sentence=place,
                )
            )  # fmt: skip
        blocks.append(Paragraph(number=number, start=first, end=len(text)))
        text += "\n"
    release = Release(
        file="made.txt", sha256="0" * 64, text=text, paragraphs=tuple(blocks), passages=tuple(passages),
        jurisdiction=jurisdiction,
    )  # fmt: skip
    found = claims(release, LIBRARY)
    speakers = [found[p.id].speaker for p in passages]
    for speaker in speakers:
        if speaker:
            assert text[slice(*speaker.span)].split()[-1] in speaker.name
    return speakers


ROWS = [
    ('"It works," said Director Ann Roe.', "Ann Roe", "Director", None),
    ('"It works," said Acting FBI Director Ann Roe.',
     "Ann Roe", "Acting FBI Director", "Federal Bureau of Investigation"),
    ('"It works," said FDA Commissioner Ann Q. Roe, M.D., M.P.H.',
     "Ann Q. Roe", "FDA Commissioner", "Food and Drug Administration"),
    ('"It works," said Ann Roe, Under Secretary of Defense for Plans.',
     "Ann Roe", "Under Secretary of Defense for Plans", "Defense for Plans"),
    ('"It works," said Ann Roe, executive director of the Harbor Fund.',
     "Ann Roe", "executive director of the Harbor Fund", "Harbor Fund"),
    ('"It works," said Secretary of the Treasury Ann Roe.',
     "Ann Roe", "Secretary of the Treasury", "U.S. Department of the Treasury"),
    ('"It works," said the Assistant Director of the FBI\'s Criminal Justice Information Services Division '
     'Daniel D. Roe.',
     "Daniel D. Roe", "Assistant Director of the FBI's Criminal Justice Information Services Division",
     "Federal Bureau of Investigation"),
    ('"It works," said Inspector General Roe.', "Roe", "Inspector General", None),
    ('“It works,” Mayor Roe said.', "Roe", "Mayor", None),
    ('“It works,” Attorney General Ann Roe said.', "Ann Roe", "Attorney General", "U.S. Department of Justice"),
    ('“It works,” says Ann Roe, a coach at the school.', "Ann Roe", "a coach at the school", None),
    ('“It works,” stated Ann van Roe, chief of staff.', "Ann van Roe", "chief of staff", None),
    ('“It works,” said Dr. Ann Roe.', "Ann Roe", "Dr.", None),
    ('“It works,” said Lt. Ann Roe.', "Ann Roe", "Lt.", None),
    ('Ann Roe, director of the unit, said that it works.', "Ann Roe", "director of the unit", None),
    ('Sheriff Ann Roe said the jail is full.', "Ann Roe", "Sheriff", None),
    ('The jail is full, according to Sheriff Ann Roe.', "Ann Roe", "Sheriff", None),
    ('“It works,” said State Superintendent of Public Instruction, Ann Roe.',
     "Ann Roe", "State Superintendent of Public Instruction", None),
    ('"It works," said Acting Assistant Attorney General Ann Roe of the Civil Rights Division.',
     "Ann Roe", "Acting Assistant Attorney General", "U.S. Department of Justice"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name", "title", "agency"), ROWS)
def test_who_is_quoted_is_named_with_title_and_agency(
    sentence: str, name: str, title: str | None, agency: str | None
) -> None:
    (speaker,) = spoken([sentence])
    assert speaker is not None
    shown = speaker.title.removeprefix("a ") if speaker.title else None
    assert (speaker.name, shown, speaker.agency) == (name, title.removeprefix("a ") if title else None, agency)


NOBODY = [
    "The report says that it works.",
    "Crane accidents have fallen, the report says.",
    "The United States is large.",
    "It was said to work.",
    "He told me that he would stay.",
    "Crime fell, according to the report.",
    "The bureau announced that it works.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_no_person_says_has_no_speaker(sentence: str) -> None:
    assert spoken([sentence]) == [None]


def names(found: list[Speaker | None]) -> list[str | None]:
    return [s.name if s else None for s in found]


def test_a_quotation_of_several_sentences_is_one_person_s() -> None:
    found = spoken(
        ['"It works.', 'It has worked for years," said Director Ann Roe.', '"It will go on."', "The unit has 40 staff."]
    )
    assert names(found) == ["Ann Roe", "Ann Roe", "Ann Roe", None]


def test_a_surname_is_completed_from_the_full_name_before_it() -> None:
    first, second = spoken(['"It works," said Ann Q. Roe, chief of the unit.'], ['"It will go on," Roe said.'])
    assert first and second
    assert (second.name, second.title) == ("Ann Q. Roe", "chief of the unit")


def test_she_said_is_who_spoke_last_close_by() -> None:
    assert (
        names(spoken(["“It works,” said Ann Roe, chief of the unit."], ["“It will go on,” she said."]))
        == ["Ann Roe"] * 2
    )
    far = spoken(["“It works,” said Ann Roe, chief."], ["It is big."], ["It is old."], ["“It will go on,” she said."])
    assert names(far) == ["Ann Roe", None, None, None]


def test_a_quotation_in_the_next_paragraph_of_another_speaker_is_not_the_first_s() -> None:
    found = spoken(['"It works," said Ann Roe, chief.'], ['"It does not," said Bo Doe, mayor.'])
    assert names(found) == ["Ann Roe", "Bo Doe"]
