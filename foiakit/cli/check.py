"""`foiakit check`: what is wrong with a draft and its letters, before anything is sent."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from foiakit.cli import terminal
from foiakit.cli._day import day_option


@click.command()
@click.argument("draft", required=False, type=click.Path(dir_okay=False))
@day_option("--date", "on", help="The letters' date (the draft's, else today).")
@click.option("--strict", is_flag=True, help="Warnings that are not waived stop too.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--explain", "rule_id", metavar="RULE", help="What a rule wants, why, and with which authority.")
def command(draft: str | None, on: date | None, strict: bool, as_json: bool, rule_id: str | None) -> None:
    """Checks DRAFT and the letters that come of it. Exit code 1 where an error was found."""
    from foiakit.library.collection import open_library

    library = open_library()
    if rule_id:
        from foiakit.checking.catalogue import explained

        terminal.out(explained(rule_id, library))
        return
    if draft is None:
        raise click.UsageError("name the draft to check, or a rule: foiakit check --explain S01")
    from foiakit.checking import check
    from foiakit.composing import compose
    from foiakit.drafting import load_draft

    loaded = load_draft(Path(draft))
    if on is not None:
        loaded = loaded.model_copy(update={"date": on})
    composed = compose(loaded, library, on=loaded.date or date.today())
    for left in composed.left_out:
        if left.pick is None:
            terminal.say(f"{left.recipient} gets no letter: {left.reason}.")
    findings = check(loaded, composed, library)
    if as_json:
        terminal.out(json.dumps([asdict(f) for f in findings], indent=2, ensure_ascii=False))
    else:
        for finding in findings:
            mark = f"waived: {finding.waived}" if finding.waived else finding.severity
            terminal.out(f"{finding.rule} {mark}: {finding.place}: {finding.says}")
            if finding.fix and not finding.waived:
                terminal.out(f"    {finding.fix}")
        open_ones = [f for f in findings if not f.waived]
        counts = ", ".join(
            f"{n} {word}{'' if n == 1 else 's'}"
            for word in ("error", "warning", "hint")
            if (n := sum(f.severity == word for f in open_ones))
        )
        terminal.say(f"{draft}: {counts or 'nothing found'}")
    stops = {"error", "warning"} if strict else {"error"}
    if any(f.severity in stops and not f.waived for f in findings):
        raise click.exceptions.Exit(1)
