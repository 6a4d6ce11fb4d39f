"""A letter as a Word file: real footnotes, a real numbered list, styles by name, nothing about the machine."""
