"""The journey in the terminal UI, on the example release: read, pick, choose offices, preview, write, go on later."""

import shutil
from pathlib import Path

import pytest

from foiakit.drafting import load_draft, open_releases, save_draft
from foiakit.files import place
from foiakit.library.collection import open_library
from foiakit.tui import opening
from foiakit.tui.app import FoiakitApp
from foiakit.tui.screens.export import Export
from foiakit.tui.screens.form import Form
from foiakit.tui.screens.open import Opening
from foiakit.tui.screens.part import Part
from foiakit.tui.screens.workbench import Workbench
from foiakit.tui.search import nearby
from foiakit.tui.widgets.lines import LineView
from foiakit.tui.widgets.passage import PassageWords
from foiakit.tui.widgets.reader import PassageReader
from foiakit.tui.widgets.tray import LetterTray

EXAMPLES = place.shipped().parent / "examples"
EXAMPLE = "ice-2009-09-10-imperial-county.txt"


@pytest.fixture(scope="module")
def library():
    """The library, opened once: it is only read."""
    return open_library()


@pytest.fixture
def desk(tmp_path, monkeypatch, library):
    """A folder with the example release and an example requester, as a person would have it."""
    shutil.copy(EXAMPLES / "releases" / EXAMPLE, tmp_path / EXAMPLE)
    shutil.copy(EXAMPLES / "profile.yaml", tmp_path / "profile.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "open_library", lambda: library)
    return tmp_path


async def opened(pilot):
    """Waits until the workbench is there and its letters are composed."""
    for _ in range(300):
        if isinstance(pilot.app.screen, Opening) and pilot.app.screen.query_one("#told").has_class("-trouble"):
            pytest.fail(str(pilot.app.screen.query_one("#told").render()))
        await pilot.pause(0.05)
        readers = pilot.app.screen.query(PassageReader) if isinstance(pilot.app.screen, Workbench) else ()
        if readers and readers.first().passages:
            break
    await settled(pilot)
    return pilot.app.screen


async def settled(pilot):
    await pilot.pause(0.15)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def app(source=EXAMPLE):
    return FoiakitApp(source, requester="profile.yaml")


async def go_to(pilot, passage):
    reader = pilot.app.screen.query_one(PassageReader)
    reader.cursor = next(i for i, p in enumerate(reader.passages) if p.passage.id == passage)
    await pilot.pause()


async def test_a_picked_passage_becomes_letters_and_is_saved_at_once(desk):
    async with app().run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space")
        await settled(pilot)
        rows = {row.recipient: row for row in screen.workspace.letters.rows}
        assert set(rows) == {"us/dhs/ice", "us-ca/county/imperial/sheriff"}
        assert not any(row.trouble for row in rows.values())
        assert "more than 260 criminal aliens" in screen.query_one("#preview", LineView)._lines.__str__()
    draft = load_draft(desk / f"{EXAMPLE}.draft.yaml")
    assert [p.id for p in draft.picks] == ["A:7.2"]
    assert (desk / f"{EXAMPLE}.draft.yaml").stat().st_mode & 0o077 == 0


async def test_picking_again_takes_it_out_and_undo_brings_it_back(desk):
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space")
        assert screen.workspace.picked == {"7.2"}
        await pilot.press("space")
        assert screen.workspace.picked == frozenset()
        assert screen.workspace.draft.recipients == ()
        await pilot.press("u")
        assert screen.workspace.picked == {"7.2"}
        await pilot.press("u", "u")
        assert screen.workspace.picked == frozenset()


async def test_another_request_is_shown_and_picked_with(desk):
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        second = screen.here.suggestions[1].template
        await pilot.press("full_stop", "space")
        assert screen.workspace.template_of("7.2") == second


async def test_any_template_can_be_chosen_by_typing(desk):
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("t")
        await pilot.pause(0.1)
        await pilot.press(*"report behind a count")
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert screen.workspace.template_of("7.2") == "statistics/count"


async def test_a_recipient_is_taken_out_and_another_is_found_by_name(desk):
    async with app().run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space")
        await settled(pilot)
        screen.query_one(LetterTray).focus()
        await pilot.press("space")
        off = [r.id for r in screen.workspace.draft.recipients if r.off]
        assert len(off) == 1
        await pilot.press("r")
        await pilot.pause(0.1)
        await pilot.press(*"federal bureau of investigation")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await settled(pilot)
        assert "us/doj/fbi" in {r.id for r in screen.workspace.draft.recipients}


async def test_a_field_is_corrected_and_a_wrong_one_is_refused_without_losing_the_answers(desk):
    async with app().run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space", "f")
        await pilot.pause(0.1)
        form = pilot.app.screen
        assert isinstance(form, Form)
        keys = [q.key for q in form._questions]
        blank = form.query_one(f"#blank-{keys.index('field.period')}")
        blank.value = "last year"
        await pilot.press("ctrl+g")
        assert pilot.app.screen is form
        blank.value = "2008-01-01/2008-06-30"
        await pilot.press("ctrl+g")
        await settled(pilot)
        assert screen.workspace.draft.picks[0].fields["period"] == "2008-01-01/2008-06-30"


async def test_a_quotation_that_the_passage_does_not_hold_is_refused(desk):
    async with app().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space", "f")
        await pilot.pause(0.1)
        form = pilot.app.screen
        form.query_one("#blank-0").value = "half of all criminals"
        await pilot.press("ctrl+g")
        await pilot.pause(0.1)
        assert pilot.app.screen is form
        assert "does not stand in the passage" in str(form.query_one("#objection").render())


async def test_letters_are_written_and_an_edited_one_is_kept(desk):
    async with app().run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space", "w")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Export)
        await pilot.press("w")
        await settled(pilot)
        files = sorted((desk / "out").glob("*.docx"))
        assert len(files) == 2
        files[0].write_bytes(b"edited by hand")
        await pilot.press("w")
        await settled(pilot)
        assert files[0].read_bytes() == b"edited by hand"
        assert len(list((desk / "out").glob("*.docx"))) == 3


async def test_a_warning_is_waived_with_a_reason_that_the_draft_keeps(desk):
    async with app().run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space", "w")
        await settled(pilot)
        screen = pilot.app.screen
        warning = next(i for i, f in enumerate(screen._findings) if f.severity == "warning")
        screen.query_one("#findings").highlighted = warning
        await pilot.press("x")
        await pilot.pause(0.1)
        await pilot.press(*"looked it up", "enter")
        await settled(pilot)
    assert load_draft(desk / f"{EXAMPLE}.draft.yaml").waived[0].reason == "looked it up"


async def test_opening_the_release_again_goes_on_with_its_draft(desk):
    async with app().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await go_to(pilot, "12.3")
        await pilot.press("space")
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        assert screen.workspace.picked == {"12.3"}


async def test_search_moves_to_what_was_typed(desk):
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("slash", *"221,000", "enter")
        await pilot.pause(0.1)
        assert screen.here.passage.id == "12.2"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 60)])
async def test_the_preview_opens_and_esc_leads_back_at_every_size(desk, size):
    async with app().run_test(size=size) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space")
        await settled(pilot)
        await pilot.press("p")
        await pilot.pause(0.1)
        assert screen.maximized is not None
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert screen.maximized is None
        assert isinstance(pilot.app.focused, PassageReader)


async def test_at_80_by_24_the_reader_keeps_most_of_the_screen(desk):
    async with app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert screen.query_one(PassageReader).size.height >= 18


async def test_the_requester_form_keeps_what_it_does_not_ask(desk):
    async with app().run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("i")
        await pilot.pause(0.1)
        pilot.app.screen.query_one("#blank-0").value = "Robin Example"
        await pilot.press("ctrl+g")
        await settled(pilot)
        asked = screen.workspace.draft.requester
        assert asked.name == "Robin Example"
        assert asked.waiver.ability


async def test_help_shows_the_keys_of_what_has_the_focus(desk):
    async with app().run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await pilot.press("question_mark")
        await pilot.pause(0.1)
        text = "\n".join(pilot.app.screen.query_one(LineView)._lines)
        assert "THE READER" in text
        assert "Previous passage" in text
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Workbench)


async def test_a_file_that_cannot_be_read_is_said_on_the_first_screen(desk):
    (desk / "empty.txt").write_text("")
    async with app("empty.txt").run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, Opening)
        assert "empty" in str(pilot.app.screen.query_one("#told").render())


async def test_without_a_source_the_folder_is_offered(desk):
    async with FoiakitApp().run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.2)
        await pilot.press("enter")
        screen = await opened(pilot)
        assert screen.workspace.scan.release.file.endswith(EXAMPLE)


async def test_a_hostile_release_is_shown_harmless(desk):
    Path("hostile.txt").write_text(
        "[red]Budget[/red] [/b]\n\nThe office spent $4 million \x1b]0;owned\x07 last year, [redacted] said.\n"
    )
    async with app("hostile.txt").run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        await pilot.press("G", "space", "p")
        await settled(pilot)
        shown = "".join(s.text for s in screen.query_one("#title").render_line(0))
        assert "\x1b" not in shown
        assert "[redacted]" in screen.workspace.scan.release.text


async def test_a_check_that_cannot_be_made_says_why(desk):
    async with app().run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space")
        await settled(pilot)
        (desk / "profile.yaml").unlink()
        await pilot.press("w")
        await settled(pilot)
        assert "Not checked" in str(pilot.app.screen.query_one("#written").render())


async def test_the_words_to_quote_are_chosen_with_the_keyboard(desk):
    async with app().run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("v")
        await pilot.pause(0.1)
        assert isinstance(pilot.app.screen, Part)
        await pilot.press("home", "shift+right", "shift+right", "enter")
        await settled(pilot)
        (pick,) = screen.workspace.draft.picks
        assert pick.quote == " ".join(pick.at.exact.split()[:3]).strip(",")
        assert screen.query_one(PassageReader).quotes == {"7.2": pick.quote}
        await pilot.press("v")
        await pilot.pause(0.1)
        assert pilot.app.screen.query_one(PassageWords).chosen == pick.quote
        await pilot.press("escape", "u")
        assert screen.workspace.draft.picks == ()
    assert load_draft(desk / f"{EXAMPLE}.draft.yaml").picks == ()


async def test_a_passage_without_a_suggestion_asks_for_the_kind_before_its_words(desk):
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "f3")
        await pilot.press("v")
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, Part)
        await pilot.press("enter")
        await settled(pilot)
        assert screen.workspace.quotes == {"f3": "U.S. Immigration and Customs Enforcement"}


async def test_another_kind_keeps_the_words_and_blanks_and_needs_one_key(desk):
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        first, second = (s.template for s in screen.here.suggestions[:2])
        await pilot.press("space", "v")
        await pilot.pause(0.1)
        await pilot.press("shift+left", "enter")
        await settled(pilot)
        words = screen.workspace.quotes["7.2"]
        await pilot.press("full_stop", "space")
        assert screen.workspace.template_of("7.2") == second
        assert screen.workspace.quotes["7.2"] == words
        await pilot.press("comma", "space")
        assert screen.workspace.template_of("7.2") == first
        await pilot.press("space")
        assert screen.workspace.picked == frozenset()


OTHER = """Harbor Police count fish

Harbor Police officers seized 1,204 pounds of undersized fish in 2019, the Imperial County Sheriff's Office said.

The police and the sheriff signed an agreement in March 2019 to share landing records.
"""


async def test_several_releases_are_opened_at_once_for_one_draft(desk):
    (desk / "other.txt").write_text(OTHER)
    async with FoiakitApp(EXAMPLE, "other.txt", requester="profile.yaml").run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        assert screen.workspace.current == "A"
        assert not (desk / f"{EXAMPLE}.draft.yaml").exists(), "nothing was decided yet"
        await go_to(pilot, "7.2")
        await pilot.press("space", "R")
        await settled(pilot)
        assert "B of 2 releases" in screen.workspace.headline
        await go_to(pilot, "1.1")
        await pilot.press("space", "R")
        await settled(pilot)
        assert screen.here.passage.id == "7.2", "each release is shown where one left it"
        letters = {row.recipient: row for row in screen.workspace.letters.rows}
        text = screen.workspace.letters.preview("us-ca/county/imperial/sheriff")
        assert "260 criminal aliens" in text and "1,204 pounds" in text
        assert not letters["us-ca/county/imperial/sheriff"].trouble
    draft = load_draft(desk / f"{EXAMPLE}.draft.yaml")
    assert [p.id for p in draft.picks] == ["A:7.2", "B:1.1"]
    assert draft.releases["B"].file == "other.txt"


async def test_another_release_is_opened_from_within_and_taken_out_again(desk):
    (desk / "other.txt").write_text(OTHER)
    async with app().run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("R")
        assert screen.workspace.current == "A"
        await pilot.press("o")
        await pilot.pause(0.2)
        await pilot.press(*"other", "enter")
        await settled(pilot)
        await settled(pilot)
        assert screen.workspace.current == "B" and screen.shown_release == "B"
        assert screen.query_one(PassageReader).passages[0].passage.text == "Harbor Police count fish"
        await go_to(pilot, "2.1")
        await pilot.press("space")
        assert [p.id for p in screen.workspace.draft.picks] == ["B:2.1"]
        await pilot.press("R", "u")
        assert (screen.workspace.current, screen.shown_release) == ("B", "B"), "what was taken back is seen"
        await pilot.press("u")
        await settled(pilot)
        assert (screen.workspace.current, screen.shown_release) == ("A", "A")
        assert list(screen.workspace.draft.releases) == ["A"]
        await pilot.press("space")
        await settled(pilot)
    assert list(load_draft(desk / f"{EXAMPLE}.draft.yaml").releases) == ["A"]


async def test_the_same_release_is_not_opened_twice_and_a_missing_one_is_said(desk):
    (desk / "copy.txt").write_bytes((desk / EXAMPLE).read_bytes())
    async with app().run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        for name, told in (("copy.txt", "open already, as release A"), ("missing.txt", "there is no such file")):
            await pilot.press("o")
            await pilot.pause(0.2)
            await pilot.press(*name)
            await pilot.pause(0.2)
            await pilot.press("enter")
            await settled(pilot)
            await settled(pilot)
            assert any(told in note.message for note in pilot.app._notifications)
        assert list(screen.workspace.draft.releases) == ["A"]


async def test_opening_several_again_adds_what_the_draft_lacks_and_says_so(desk):
    (desk / "other.txt").write_text(OTHER)
    async with app().run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("space")
    async with FoiakitApp(EXAMPLE, "other.txt", EXAMPLE).run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        assert list(screen.workspace.draft.releases) == ["A", "B"]
        assert any("other.txt was added" in news for news in screen.workspace.news)


async def test_two_drafts_at_once_are_refused(desk):
    async with FoiakitApp("a.draft.yaml", "b.draft.yaml").run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "one can be open at a time" in str(pilot.app.screen.query_one("#told").render())


async def test_a_draft_that_lists_its_releases_out_of_order_cites_the_right_ones(desk):
    (desk / "other.txt").write_text(OTHER)
    async with FoiakitApp("other.txt", EXAMPLE).run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("space")
    draft = load_draft(desk / "other.txt.draft.yaml")
    save_draft(draft.model_copy(update={"releases": dict(reversed(draft.releases.items()))}), screen.workspace.path)
    async with FoiakitApp("other.txt.draft.yaml").run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("R")
        await go_to(pilot, "7.2")
        await pilot.press("space")
        assert "260 criminal aliens" in screen.workspace.draft.picks[-1].at.exact


async def test_the_profile_of_the_folder_says_who_asks_once_it_is_filled_in(desk):
    async with FoiakitApp(EXAMPLE).run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        assert screen.workspace.draft.requester == "profile.yaml"
    text = (desk / "profile.yaml").read_text()
    (desk / "profile.yaml").write_text(text.replace("Alex Example", "Your Name"))
    async with FoiakitApp(EXAMPLE).run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        assert screen.workspace.draft.requester is None


async def test_what_is_missing_is_told_with_the_key_that_mends_it(desk):
    (desk / "profile.yaml").unlink()
    async with FoiakitApp(EXAMPLE).run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space")
        await settled(pilot)
        assert {row.trouble for row in screen.workspace.letters.rows} == {"Who asks? (i fills it in)"}
        await pilot.press("p")
        await pilot.pause(0.1)
        keys = {binding.binding.description for binding in screen.active_bindings.values() if binding.binding.show}
        assert "Back" in keys


async def test_esc_ends_a_search_and_n_leads_to_suggestions_again(desk):
    async with app().run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        await pilot.press("slash", *"221,000", "enter")
        await pilot.pause(0.1)
        assert screen.query_one(PassageReader).hits
        await pilot.press("escape", "g", "n")
        assert not screen.query_one(PassageReader).hits
        assert screen.here.suggestions and screen.here.passage.id != "12.2"
        await pilot.press("slash", *"walrus", "enter")
        await pilot.pause(0.1)
        assert any("walrus” is not in this release" in note.message for note in pilot.app._notifications)


def test_what_is_open_already_is_not_offered_again(desk):
    (desk / "other.txt").write_text(OTHER)
    search = nearby(but={(desk / EXAMPLE).resolve()})
    assert [choice.id for choice in search("")] == ["other.txt"]
    assert [choice.id for choice in search("oth")] == ["other.txt", "oth"]
    assert [choice.id for choice in search("https://example.org/a")] == ["https://example.org/a"]


async def test_a_draft_that_cannot_be_saved_is_said_and_kept_elsewhere_on_leaving(desk):
    (desk / "elsewhere").mkdir()
    (desk / f"{EXAMPLE}.draft.yaml").mkdir()
    async with app().run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space")
        await settled(pilot)
        assert "NOT SAVED" in screen.workspace.headline
        assert any("Not saved" in note.message for note in pilot.app._notifications)
        await pilot.press("q")
        await pilot.pause(0.1)
        form = pilot.app.screen
        assert isinstance(form, Form)
        form.query_one("#blank-0").value = "none/draft.yaml"
        await pilot.press("ctrl+g")
        assert "there is no folder none" in str(form.query_one("#objection").render())
        await pilot.press("escape", "down", "q")
        await pilot.pause(0.1)
        pilot.app.screen.query_one("#blank-0").value = "elsewhere/mine.draft.yaml"
        await pilot.press("ctrl+g")
        await pilot.pause(0.1)
    assert pilot.app.return_value == 0
    draft = load_draft(desk / "elsewhere" / "mine.draft.yaml")
    assert draft.releases["A"].file == f"../{EXAMPLE}"
    assert draft.requester == "../profile.yaml"
    assert open_releases(draft)["A"].title


async def test_a_defect_while_a_release_is_read_ends_the_program_and_does_not_hang(desk, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(opening, "scan_release", broken)
    with pytest.raises(ZeroDivisionError):
        async with app().run_test(size=(100, 30)) as pilot:
            await settled(pilot)


async def test_leaving_the_check_before_it_ends_and_quitting_at_once_are_no_defects(desk):
    for keys in (("w", "escape"), ("w", "w", "escape"), ("w", "w", "q")):
        async with app().run_test(size=(100, 30)) as pilot:
            await opened(pilot)
            await pilot.press("space", *keys)
            await pilot.pause(0.3)
        assert not pilot.app.return_code


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_every_letter_is_read_and_an_office_taken_out_at_every_size(desk, size):
    async with app().run_test(size=size) as pilot:
        screen = await opened(pilot)
        await go_to(pilot, "7.2")
        await pilot.press("space")
        await settled(pilot)
        assert "2 letters (l)" in screen.workspace.headline
        preview = screen.query_one("#preview", LineView)
        await pilot.press("p")
        await pilot.pause(0.1)
        first = list(preview._lines)
        await pilot.press("n")
        await pilot.pause(0.1)
        assert preview._lines != first and "Alex Example" in preview._lines[0]
        await pilot.press("n")
        assert preview._lines == first
        await pilot.press("l")
        await pilot.pause(0.1)
        tray = screen.query_one(LetterTray)
        assert pilot.app.focused is tray and tray.size.height > 3
        await pilot.press("down", "space")
        await settled(pilot)
        assert [r.off for r in screen.workspace.draft.recipients] == [False, True]
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert screen.maximized is preview
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert screen.maximized is None and isinstance(pilot.app.focused, PassageReader)
        assert tray.display is (size[0] >= 100)
