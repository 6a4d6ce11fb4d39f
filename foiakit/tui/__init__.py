"""The terminal UI: a face over the same calls as the command line. It computes nothing itself."""
