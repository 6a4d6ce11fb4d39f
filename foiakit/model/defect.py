"""What to say when foiakit itself is wrong."""

from __future__ import annotations

import os
import platform
import traceback
from pathlib import Path

from foiakit import __version__


def defect_report(error: BaseException) -> str:
    """The place in the code and versions: no text, no path and no value of the person's."""
    package = Path(__file__).resolve().parent.parent
    frames = [f for f in traceback.extract_tb(error.__traceback__) if package in Path(f.filename).parents]
    places = [f"  {Path(f.filename).relative_to(package.parent)}:{f.lineno} in {f.name}" for f in frames[-6:]]
    if os.environ.get("FOIAKIT_DEBUG"):
        places = traceback.format_exception(error)
    return "\n".join(
        [
            f"foiakit: this is a defect in foiakit, not in what you did: {type(error).__name__}",
            *places,
            f"  foiakit {__version__}, Python {platform.python_version()}, {platform.system()}",
            "  Please report these lines. FOIAKIT_DEBUG=1 shows all; read it before you share it.",
        ]
    )
