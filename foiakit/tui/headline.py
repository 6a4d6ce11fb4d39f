"""The line above the release: what is open, what is picked, whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foiakit.tui.workspace import Workspace


def headline(workspace: Workspace) -> str:
    """One line, the more important first: which release, how much is picked, whether and where it is saved."""
    release, count = workspace.scan.release, len(workspace.draft.releases)
    letters = sum(not r.off for r in workspace.draft.recipients)
    saved = workspace.path.exists()
    parts = [
        f"{workspace.current} of {count} releases" if count > 1 else "",
        f"{sum(not p.off for p in workspace.draft.picks)} picked",
        f"{letters} letter{'' if letters == 1 else 's'} (l)" if letters else "",
        "NOT SAVED" if workspace.unsaved else "saved" if saved else "nothing to save yet",
        release.title or release.file,
        release.issuer or "",
        str(release.date or "no date"),
        f"saved in {workspace.path.name}" if saved else "",
    ]
    return " · ".join(part for part in parts if part)
