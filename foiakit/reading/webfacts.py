"""What a page states about itself: JSON-LD, meta elements, headings, visible dates. The order is in docs/reading.md."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from foiakit.reading import cleaning, dates, rules
from foiakit.reading.issuer import is_name_of_body

Element = Any

_SEPARATORS = re.compile(r"\s+(?:\||::|»|›|—|–|-|•|·)\s+")
_ARTICLE_TYPES = re.compile(r"article|posting|report|webpage|creativework|pressrelease|governmentpublication", re.I)
_MOST_JSON = 400_000
_DOMAIN = re.compile(r"^[\w.-]+\.[a-z]{2,6}$", re.IGNORECASE)


@dataclass(slots=True)
class Stated:
    """What metadata say. Titles are best first, each as the page writes it; `tail` is a body named after the title."""

    titles: list[str] = field(default_factory=list)
    day: date | None = None
    site: str | None = None
    tail: str | None = None
    url: str | None = None


def stated(root: Element) -> Stated:
    """Reads JSON-LD, then meta elements, then `<title>`."""
    out = Stated()
    publisher = None
    for node in _linked_data(root):
        kind = node.get("@type")
        kinds = kind if isinstance(kind, list) else [kind]
        if not any(isinstance(k, str) and _ARTICLE_TYPES.search(k) for k in kinds):
            continue
        for key in ("headline", "name"):
            if isinstance(node.get(key), str):
                out.titles.append(cleaning.line(node[key]))
        if out.day is None and isinstance(node.get("datePublished"), str):
            out.day = dates.parse(node["datePublished"])
        holder = node.get("publisher")
        if publisher is None and isinstance(holder, dict) and isinstance(holder.get("name"), str):
            publisher = cleaning.line(holder["name"])
    named = _metas(root)
    meta = rules.pages().meta
    out.titles += [named[n] for n in meta.title if named.get(n)]
    out.day = out.day or next((d for n in meta.date if n in named and (d := dates.parse(named[n]))), None)
    out.site = next((s for s in (publisher, *(named.get(n) for n in meta.site)) if s and not _DOMAIN.match(s)), None)
    canonical = root.find(".//link[@rel='canonical']")
    address = canonical.get("href") if canonical is not None else None
    out.url = next((u for u in (address, *(named.get(n) for n in meta.url)) if u and u.startswith("http")), None)
    title = root.find(".//title")
    if title is not None:
        out.titles.append(cleaning.line("".join(title.itertext())))
    if out.titles:
        out.tail = next((p for p in reversed(_SEPARATORS.split(out.titles[-1])[1:]) if is_name_of_body(p)), None)
    out.titles = [t for t in dict.fromkeys(out.titles) if t]
    return out


def _metas(root: Element) -> dict[str, str]:
    named: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            named.setdefault(name.strip().lower(), cleaning.line(content[:2000]))
    return named


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    """Every object of every JSON-LD script, at most three levels down."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MOST_JSON:
            continue
        try:
            data = json.loads(script.text.strip().strip(";"))
        except (ValueError, RecursionError):
            continue
        layer = [data]
        for _ in range(3):
            objects = [o for item in layer for o in (item if isinstance(item, list) else [item]) if isinstance(o, dict)]
            yield from objects
            layer = [o[key] for o in objects for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in o]


def title_parts(title: str, site: str | None) -> list[str]:
    """A `<title>` and what is left without the site's name at its end or beginning, longest first."""
    parts = [title]
    cuts = [(m.start(), m.end()) for m in _SEPARATORS.finditer(title)]
    parts += [title[:start] for start, _ in reversed(cuts)]
    parts += [title[end:] for _, end in cuts]
    if site and title.casefold().endswith(site.casefold()):
        parts.append(title[: -len(site)])
    return [p.strip(" |-–—:·•»") for p in parts if len(p.strip()) > 2]


def without_site(title: str, site: str | None) -> str:
    """A title without the site's name: cut at the last separator after which a body or the site is named."""
    cuts = [(m.start(), m.end()) for m in _SEPARATORS.finditer(title)]
    keep = title
    for start, end in reversed(cuts):
        tail = keep[end:] if end <= len(keep) else ""
        if not tail:
            continue
        known = site is not None and _same(tail, site)
        if known or is_name_of_body(tail) or (len(tail.split()) <= 2 and len(keep[:start].split()) > 3):
            keep = keep[:start]
        else:
            break
    return keep.strip(" |-–—:·•»") or title


def letters(text: str) -> str:
    """Only letters and digits, folded: how titles are compared."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _same(a: str, b: str) -> bool:
    x, y = letters(a), letters(b)
    return bool(x and y) and (x in y or y in x)
