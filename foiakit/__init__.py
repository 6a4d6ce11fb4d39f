"""From a press release to a records request that cites it."""

__version__ = "0.1.0"
