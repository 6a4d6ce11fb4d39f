"""Plan × table → letters, manifest, problems: thousands of letters, the same bytes every time."""
