"""Loads and validates templates/, and a person's own folder over it. Knows nothing of meaning."""
