"""The files that people write: YAML with marks, problems as values, pydantic at the door, atomic writes."""
