"""Why a passage could be tested: the request shown, its score, the words that speak for it, who would be asked."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from foiakit.model.suggestion import ScannedPassage, Suggestion
from foiakit.tui.wrapping import shown


class ReasonPane(Static):
    """What could be asked about the passage under the cursor, and why. It follows the reader; it has no keys."""

    DEFAULT_CSS = """
    ReasonPane { padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", markup=False, id=id)

    def show(
        self, scanned: ScannedPassage | None, which: int, *, titles: dict[str, str], names: dict[str, str], picked: str
    ) -> None:
        """Shows suggestion number `which` of a passage.

        Args:
            titles: Template ids to titles; names: office ids to short names.
            picked: The template with which the passage is picked, or "".
        """
        self.update(_text(scanned, which, titles, names, picked), layout=False)


def _text(
    scanned: ScannedPassage | None, which: int, titles: dict[str, str], names: dict[str, str], picked: str
) -> Text:
    text = Text()
    if scanned is None:
        return text
    here = scanned.passage
    if not scanned.suggestions:
        said = "furniture of the page" if here.furniture else "nothing found here that is worth a request"
        text.append(f"{here.id}  {said}", style="dim")
        text.append(
            "\n" if not picked else f"\n✓ picked as {shown(titles.get(picked, picked))}\n",
            style="bold" if picked else "",
        )
        text.append("t shows every request that could be made of it.", style="dim")
        return text
    suggestion = scanned.suggestions[which]
    count = len(scanned.suggestions)
    text.append(f"{here.id}  {shown(suggestion.family)}", style="bold")
    text.append(f"  {suggestion.score:.2f}")
    if picked == suggestion.template:
        text.append("  ✓ picked", style="bold")
    if count > 1:
        text.append(f"  ({which + 1} of {count}: , . show the others)", style="dim")
    text.append(f"\n{shown(titles.get(suggestion.template, suggestion.template))}\n")
    if picked and picked != suggestion.template:
        text.append(f"✓ picked as {shown(titles.get(picked, picked))}\n", style="bold")
    offices = [(names.get(r.id, r.id), r.reason) for r in suggestion.recipients]
    _say(text, "Asks", ", ".join(name for name, _ in offices) or "no office found: r adds one")
    _say(text, "Why", _why(suggestion))
    _say(text, "From it", _found(scanned))
    _say(text, "Why them", " · ".join(f"{name} ({reason})" for name, reason in offices))
    return text


def _say(text: Text, what: str, words: str) -> None:
    if words:
        text.append(f"{what}: ", style="dim")
        text.append(shown(words) + "\n")


def _why(suggestion: Suggestion) -> str:
    seen: dict[str, None] = {}
    for reason in suggestion.reasons:
        seen.setdefault(f"“{reason.text}” ({reason.cue})" if reason.text else reason.cue)
    return " · ".join(seen)


def _found(scanned: ScannedPassage) -> str:
    claim = scanned.claim
    parts = [f"{f.text}{' ' + f.of if f.of and f.of not in f.text else ''}" for f in claim.figures]
    parts += [f"{p.text} = {p.start or '…'} to {p.end or '…'}" for p in claim.periods]
    if claim.speaker is not None:
        parts.append(f"said by {claim.speaker.name}")
    return " · ".join(parts)
