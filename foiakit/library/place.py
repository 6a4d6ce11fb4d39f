"""Where templates are. The look-up itself lies in the room below, since reading needs it too."""

from __future__ import annotations

from foiakit.files.place import cache, own, shipped

__all__ = ["cache", "own", "shipped"]
