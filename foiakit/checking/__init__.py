"""Rules of a good request, and what they find in a draft and its letters."""

from foiakit.checking.run import check

__all__ = ["check"]
