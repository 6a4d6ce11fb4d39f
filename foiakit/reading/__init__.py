"""A release from any file: formats, encodings, page furniture, metadata, sentences."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from foiakit.reading.door import read, read_with_bytes

__all__ = ["read", "read_with_bytes"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from foiakit.reading import door

        return getattr(door, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
