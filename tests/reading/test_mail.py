"""E-mail: which part is read, what headers say, what is left out."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from foiakit.model.errors import FoiakitError
from foiakit.reading import read

PROSE = (
    "The agency opened an office on Monday, Director Ana Ruiz said. It will serve 1,200 people a year.\n\n"
    "The office cost $1.2 million. It was paid for with a grant from the state.\n"
)


def message(text: str | None = PROSE, html: str | None = None, **headers: str) -> bytes:
    made = EmailMessage()
    standard = {
        "Subject": "Agency opens office",
        "From": "press@agency.example",
        "Date": "Wed, 04 May 2011 09:00:00 -0700",
    }
    for name, value in {**standard, **headers}.items():
        made[name.replace("_", "-")] = value
    made["MIME-Version"] = "1.0"
    del made["MIME-Version"]
    if text is not None:
        made.set_content(text)
    if html is not None:
        if text is not None:
            made.add_alternative(html, subtype="html")
        else:
            made.set_content(html, subtype="html")
    return made.as_bytes()


def test_subject_and_date_fill_what_the_text_leaves_open():
    release = read(message(), name="release.eml")
    assert (release.title, release.date) == ("Agency opens office", date(2011, 5, 4))
    assert release.issuer is None


def test_the_texts_own_title_and_date_win():
    release = read(message("Office opens in Salem at last\n\nMay 2, 2011\n\n" + PROSE), name="release.eml")
    assert (release.title, release.date) == ("Office opens in Salem at last", date(2011, 5, 2))


@pytest.mark.parametrize(
    "subject",
    ["Fwd: Agency opens office", "NEWS RELEASE: Agency opens office", "RE: [EXTERNAL] News: Agency opens office"],
)
def test_what_mail_programs_and_press_offices_put_before_a_subject_is_dropped(subject):
    assert read(message(Subject=subject), name="release.eml").title == "Agency opens office"


def test_a_sender_that_is_a_body_is_the_issuer():
    release = read(message(From='"Oregon Water Resources Department" <press@agency.example>'), name="release.eml")
    assert release.issuer == "Oregon Water Resources Department"
    assert read(message(From='"Jo Lee" <jo@agency.example>'), name="release.eml").issuer is None


def test_plain_text_is_read_before_html_and_html_where_it_is_alone():
    html = (
        "<html><body><h1>Agency opens office</h1>"
        + "".join(f"<p>{p}</p>" for p in PROSE.split("\n\n"))
        + "</body></html>"
    )
    both, alone = read(message(PROSE, html), name="a.eml"), read(message(None, html), name="b.eml")
    assert [p.text for p in both.passages if not p.furniture] == [
        p.text for p in alone.passages if not p.furniture and p.id != "t1"
    ]


def test_a_signature_is_furniture():
    release = read(
        message(PROSE + "\n-- \nJo Lee\nPress secretary of the agency, who is glad to answer.\n"), name="a.eml"
    )
    assert "Jo Lee" in " ".join(p.text for p in release.passages if p.furniture)


def test_attachments_are_named_and_not_read():
    made = EmailMessage()
    made["Subject"], made["From"], made["Message-ID"] = "Agency opens office", "a@b.example", "<1@b.example>"
    made.set_content(PROSE)
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")
    assert read(made.as_bytes()).warnings == ("not read: the attachment report.pdf",)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64"])
def test_transfer_encodings_are_undone(charset, cte):
    made = EmailMessage()
    made["Subject"], made["From"], made["Message-ID"] = "Café opens", "a@b.example", "<1@b.example>"
    made.set_content(
        "The café in Peñasco opened on Monday, the director of the agency said. It is small.", charset=charset, cte=cte
    )
    assert "The café in Peñasco opened" in read(made.as_bytes()).text


@pytest.mark.parametrize(
    "raw",
    [
        b"From: a\nSubject: b\nMessage-ID: <1>\n\n",
        b"From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x--\n",
        b"From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: text/plain; charset=nonsense\n"
        b"Content-Transfer-Encoding: base64\n\n!!!!",
        b"From: a\nSubject: b\nMIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 3000,
    ],
    ids=["empty", "no parts", "nonsense", "nested"],
)
def test_a_message_without_text_is_refused_with_a_message(raw):
    with pytest.raises(FoiakitError):
        read(raw, name="release.eml")
