"""`python -m foiakit`."""

from foiakit.cli.main import run

run()
