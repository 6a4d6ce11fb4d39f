"""The nouns of the trade, as frozen dataclasses. Standard library only; every other room may import this one."""
