"""The workbench: the release, why each passage could be tested, the letters that come of it, and how they read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, Input, Static

from foiakit.model.errors import FoiakitError
from foiakit.model.suggestion import ScannedPassage
from foiakit.tui.screens.chooser import Choice, Chooser
from foiakit.tui.screens.form import Form
from foiakit.tui.screens.letters import Letters
from foiakit.tui.screens.part import Part
from foiakit.tui.search import finder
from foiakit.tui.widgets.lines import Preview
from foiakit.tui.widgets.reader import PassageReader
from foiakit.tui.widgets.reasons import ReasonPane
from foiakit.tui.widgets.tray import LetterTray
from foiakit.tui.wrapping import shown

if TYPE_CHECKING:
    from foiakit.tui.workspace import Workspace


class Workbench(Letters):
    """Reader, reasons, letters and preview over one workspace. The screen holds no decisions; the workspace does."""

    CSS_PATH = "workbench.tcss"
    ESCAPE_TO_MINIMIZE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "recipient", "Office", id="work.recipient"),
        Binding("i", "requester", "You", id="work.requester"),
        Binding("p", "preview", "Preview", id="work.preview"),
        Binding("l", "letters", "Letters", show=False, id="work.letters"),
        Binding("w", "write", "Write", id="work.write"),
        Binding("u", "undo", "Undo", show=False, id="work.undo"),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "app.leave", "Quit", show=False, id="work.quit"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._which = 0
        self._turned = False
        self._unsaved = ""

    def compose(self) -> ComposeResult:
        yield Static("", id="title", markup=False)
        with Horizontal(id="panes"):
            yield PassageReader(id="reader")
            with Vertical(id="side"):
                yield ReasonPane(id="reasons")
                yield LetterTray(id="letters")
            yield Preview(id="preview")
        yield Input(placeholder="search: enter goes to the first hit, n and N move on, esc ends it", id="search")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        self._begin()

    def _begin(self) -> None:
        """Shows the release once the panes are there: under load they can come after the screen itself."""
        if not all(self.query(f"#{pane}") for pane in ("reader", "reasons", "letters", "preview", "search")):
            self.call_after_refresh(self._begin)
            return
        self.query_one("#search").display = False
        self.query_one(PassageReader).focus()
        self.call_after_refresh(self.show_release)

    # what the person looks at

    @on(PassageReader.Moved)
    def _moved(self) -> None:
        self._which, self._turned = 0, False
        here = self.here
        if here is not None and here.suggestions and (template := self.workspace.template_of(here.passage.id)):
            self._which = next((i for i, s in enumerate(here.suggestions) if s.template == template), 0)
        self._show_reasons()

    def _show_reasons(self) -> None:
        here = self.here
        picked = self.workspace.template_of(here.passage.id) if here else ""
        self.query_one(ReasonPane).show(
            here, self._which, titles=self.workspace.titles, names=self.workspace.names, picked=picked
        )
        spans = []
        if here is not None and here.suggestions:
            spans = [r.span for r in here.suggestions[self._which].reasons if r.span is not None and r.weight > 0]
        self.query_one(PassageReader).highlight(spans)

    def changed(self) -> None:
        """After every decision: marks, reasons, letters and preview follow."""
        if self.workspace.current != self.shown_release:  # what was taken back is in another one
            self.show_release()
            return
        self._turned = False
        if self.workspace.unsaved != self._unsaved:
            self._unsaved = self.workspace.unsaved
            self.app.say(f"Not saved: {self._unsaved}" if self._unsaved else "Saved.", severity="warning")
        self.query_one("#title", Static).update(shown(self.workspace.headline), layout=False)
        self.query_one(PassageReader).mark(self.workspace.quotes)
        self._show_reasons()
        self.compose_soon()

    # decisions

    @on(PassageReader.Picked)
    def _picked(self) -> None:
        here = self.here
        if here is None:
            return
        if here.passage.id in self.workspace.picked and not self._turned:
            self.workspace.unpick(here.passage.id)
        elif not here.suggestions:
            self.action_template()
            return
        else:
            self.workspace.pick(here.passage.id, here.suggestions[self._which].template)
        self.changed()

    def action_suggestion(self, by: int) -> None:
        here = self.here
        if here is not None and len(here.suggestions) > 1:
            self._which = (self._which + by) % len(here.suggestions)
            self._turned = here.suggestions[self._which].template != self.workspace.template_of(here.passage.id)
            self._show_reasons()

    @work
    async def action_template(self) -> None:
        """All requests, the suggested ones first; the chosen one is picked with."""
        here = self.here
        if here is not None and (template := await self._chosen_template(here)):
            self.workspace.pick(here.passage.id, template)
            self.changed()

    async def _chosen_template(self, here: ScannedPassage) -> str | None:
        choices = self.workspace.templates_for(here)
        search = finder([Choice(id, title, detail) for id, title, detail in choices])
        return await self.app.push_screen_wait(Chooser(f"What to ask for behind {here.passage.id}", search))

    @work
    async def action_part(self) -> None:
        """The words of the passage that are quoted; a passage that is not picked yet is picked with them."""
        here = self.here
        if here is None:
            return
        id = here.passage.id
        template = self.workspace.template_of(id) or (
            here.suggestions[self._which].template if here.suggestions else ""
        )
        if not template and not (template := await self._chosen_template(here) or ""):
            return
        quote = await self.app.push_screen_wait(Part(id, here.passage.text, self.workspace.quoted(id, template)))
        if quote:
            self.workspace.pick(id, template, quote)
            self.changed()

    @work
    async def action_fields(self) -> None:
        """The blanks of the pick under the cursor."""
        here = self.here
        if here is None or here.passage.id not in self.workspace.picked:
            self.app.say("Pick the passage first (space), then its fields can be filled.")
            return
        questions = self.workspace.questions(here.passage.id)
        objection = self.workspace.objection(here.passage.id)
        answers = await self.app.push_screen_wait(Form(f"The request behind {here.passage.id}", questions, objection))
        if answers is not None:
            self.workspace.fill(here.passage.id, answers)
            self.changed()

    @work
    async def action_recipient(self) -> None:
        """Adds an office to write to, found by name."""
        office = await self.app.push_screen_wait(
            Chooser(
                "Which office? Type its name, or an id such as us-ca/county/imperial/sheriff",
                self.workspace.find_offices,
            )
        )
        if office:
            try:
                self.workspace.add_recipient(office)
            except FoiakitError as error:
                self.app.say(str(error), severity="error")
            self.changed()

    @work
    async def action_requester(self) -> None:
        """Who asks: nothing about a requester is ever printed that does not stand here."""
        answers = await self.app.push_screen_wait(
            Form("Who asks", self.workspace.requester_questions(), self.workspace.requester_objection)
        )
        if answers is not None:
            self.workspace.set_requester(answers)
            self.changed()

    def action_undo(self) -> None:
        """Takes the last decision back."""
        self.app.say("Taken back." if self.workspace.undo() else "Nothing to take back.")
        self.changed()

    def action_back(self) -> None:
        """Out of the preview, the letters or the search, back to the reader."""
        self.end_search()
        self.put_back()
        self.query_one(PassageReader).focus()
