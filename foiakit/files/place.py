"""Where templates are: inside the package in a wheel, beside it in a checkout, and a person's own folder over both."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def shipped() -> Path:
    """The templates that come with foiakit."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def own() -> Path | None:
    """The person's own folder (FOIAKIT_TEMPLATES, else the platform's), or None where there is none."""
    chosen = os.environ.get("FOIAKIT_TEMPLATES")
    folder = Path(chosen) if chosen else Path(platformdirs.user_config_dir("foiakit")) / "templates"
    return folder if folder.is_dir() else None


def cache() -> Path:
    """Where built indexes are kept (FOIAKIT_CACHE, else the platform's cache folder)."""
    chosen = os.environ.get("FOIAKIT_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("foiakit"))
