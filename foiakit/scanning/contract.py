"""A scan as other programs read it: the object that `foiakit scan --json` prints (docs/schemas/scan.schema.json)."""

from __future__ import annotations

from typing import Any

from foiakit.model.claim import Claim, Figure, Mention, Period, Speaker
from foiakit.model.suggestion import Scan, ScannedPassage, Suggestion

SCHEMA = 1


def as_data(scan: Scan) -> dict[str, Any]:
    """The scan as plain data. Dates are ISO 8601; every span is a pair of code points into `release.text`."""
    release = scan.release
    return {
        "schema": SCHEMA,
        "file": release.file,
        "release": {
            "title": release.title,
            "subtitle": release.subtitle,
            "issuer": {"name": release.issuer, "id": scan.issuer_id},
            "date": release.date.isoformat() if release.date else None,
            "place": release.place,
            "url": release.url,
            "sha256": release.sha256,
            "text": release.text,
        },
        "passages": [_passage(one) for one in scan.passages],
    }


def _passage(one: ScannedPassage) -> dict[str, Any]:
    passage = one.passage
    return {
        "id": passage.id,
        "paragraph": passage.paragraph,
        "sentence": passage.sentence,
        "start": passage.start,
        "end": passage.end,
        "page": passage.page,
        "text": passage.text,
        "furniture": passage.furniture,
        "claim": claim_as_data(one.claim),
        "suggestions": [_suggestion(s) for s in one.suggestions],
    }


def claim_as_data(claim: Claim) -> dict[str, Any]:
    """A claim as plain data."""
    return {
        "figures": [_figure(f) for f in claim.figures],
        "periods": [_period(p) for p in claim.periods],
        "agencies": [_mention(m) for m in claim.agencies],
        "systems": [_mention(m) for m in claim.systems],
        "parties": [_mention(m) for m in claim.parties],
        "places": [_mention(m) for m in claim.places],
        "speaker": _speaker(claim.speaker) if claim.speaker else None,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "text": figure.text,
        "span": list(figure.span),
        "value": figure.value,
        "high": figure.high,
        "bound": str(figure.bound),
        "unit": str(figure.unit),
        "measure": figure.measure,
        "of": figure.of,
    }


def _period(period: Period) -> dict[str, Any]:
    return {
        "text": period.text,
        "span": list(period.span),
        "start": period.start.isoformat() if period.start else None,
        "end": period.end.isoformat() if period.end else None,
        "basis": str(period.basis),
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "id": mention.id,
        "name": mention.name,
        "text": mention.text,
        "span": list(mention.span),
        "role": str(mention.role),
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {"name": speaker.name, "title": speaker.title, "agency": speaker.agency, "span": list(speaker.span)}


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "template": suggestion.template,
        "family": suggestion.family,
        "score": suggestion.score,
        "reasons": [
            {"cue": r.cue, "text": r.text, "span": list(r.span) if r.span else None, "weight": r.weight}
            for r in suggestion.reasons
        ],
        "fields": {k: list(v) if isinstance(v, tuple) else v for k, v in suggestion.fields.items()},
        "alternatives": list(suggestion.alternatives),
        "recipients": [{"id": r.id, "reason": r.reason} for r in suggestion.recipients],
    }
