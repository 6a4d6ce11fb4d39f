"""The places of the terminal UI, each with its stylesheet beside it."""
