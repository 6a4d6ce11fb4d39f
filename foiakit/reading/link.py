"""A link that a person gave, fetched once: https only, public addresses only, redirects and size bounded.

Nothing else in foiakit touches the network.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from datetime import date
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

from foiakit.model.errors import FoiakitError
from foiakit.reading import cleaning
from foiakit.reading.source import MOST_BYTES, Given, too_large

Progress = Callable[[int, int], None]

_REDIRECTS = 5
_SECONDS = 30.0
_AGENT = "foiakit (reads one press release for the person who gave its address)"
_REMEDY_OFFLINE = (
    "Are you online? You can also save the page in a browser and give the file; foiakit needs no network for it."
)


def fetch(url: str, *, allow_private: bool = False, progress: Progress | None = None) -> Given:
    """The bytes behind a link, with its last address and the day.

    Args:
        allow_private: Allow `http://` and addresses of this machine or a local network.

    Raises:
        FoiakitError: Another scheme, a private address, no network, an error of the server, too many redirects, too
            large.
    """
    import httpx

    shown = cleaning.line(url)[:300]
    deadline = time.monotonic() + _SECONDS
    at = url
    try:
        with httpx.Client(
            follow_redirects=False, timeout=httpx.Timeout(15.0), headers={"User-Agent": _AGENT}, trust_env=True
        ) as client:
            for _ in range(_REDIRECTS + 1):
                check(at, allow_private=allow_private)
                with client.stream("GET", at) as answer:
                    if answer.is_redirect and answer.headers.get("location"):
                        at = urljoin(at, answer.headers["location"])
                        continue
                    if answer.status_code >= 400:
                        raise FoiakitError(
                            f"{shown}: the server answers {answer.status_code} {answer.reason_phrase}".rstrip(),
                            remedy="Open it in a browser and save the page; an archived copy may exist.",
                        )
                    raw = _body(answer, shown, deadline, progress)
                    kind = answer.headers.get("content-type")
                    return Given(raw=raw, name=shown, url=at, retrieved=date.today(), media_type=kind)
    except httpx.TimeoutException:
        raise FoiakitError(f"{shown}: no answer in time", remedy=_REMEDY_OFFLINE) from None
    except httpx.InvalidURL:
        raise FoiakitError(f"{shown}: is no address of a page") from None
    except (httpx.HTTPError, httpx.StreamError, OSError, UnicodeError, ValueError) as error:
        raise FoiakitError(
            f"{shown}: cannot be fetched: {cleaning.line(str(error))[:200]}", remedy=_REMEDY_OFFLINE
        ) from None
    raise FoiakitError(
        f"{shown}: leads on more than {_REDIRECTS} times", remedy="Give the address that a browser ends at."
    )


def _body(answer: object, shown: str, deadline: float, progress: Progress | None) -> bytes:
    import httpx

    assert isinstance(answer, httpx.Response)
    said = answer.headers.get("content-length", "")
    total = int(said) if said.isdigit() else 0
    if total > MOST_BYTES:
        raise too_large(shown, total)
    chunks: list[bytes] = []
    size = 0
    for chunk in answer.iter_bytes():
        size += len(chunk)
        if size > MOST_BYTES:
            raise too_large(shown)
        if time.monotonic() > deadline:
            raise FoiakitError(f"{shown}: takes longer than {_SECONDS:.0f} seconds", remedy=_REMEDY_OFFLINE)
        chunks.append(chunk)
        if progress is not None:
            progress(size, max(total, size))
    return b"".join(chunks)


def check(url: str, *, allow_private: bool = False) -> None:
    """Refuses what is no public https address. Each redirect passes here too.

    Raises:
        FoiakitError: Another scheme, a user name in the address, or a host on this machine or a local network.
    """
    shown = cleaning.line(url)[:300]
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise FoiakitError(f"{shown}: is no address of a page") from None
    if parts.scheme.lower() != "https" and not (allow_private and parts.scheme.lower() == "http"):
        raise FoiakitError(
            f"{shown}: only https:// links are fetched", remedy="Use https://, or save the page and give the file."
        )
    if not host or parts.username or parts.password:
        raise FoiakitError(f"{shown}: is no plain address of a page")
    if allow_private:
        return
    for address in _addresses(host, port or 443, shown):
        if not address.is_global or address.is_multicast:
            raise FoiakitError(
                f"{shown}: leads to {address}, an address inside this machine or network",
                remedy="If you mean it, allow private addresses; otherwise save the page and give the file.",
            )


def _addresses(host: str, port: int, shown: str) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        if getproxies().get("https"):  # the proxy finds the host; this machine may not be able to
            return []
        raise FoiakitError(f"{shown}: {host} is not found", remedy=_REMEDY_OFFLINE) from None
    out = []
    for *_, place in found:
        address = ipaddress.ip_address(str(place[0]).split("%")[0])
        mapped = getattr(address, "ipv4_mapped", None)
        out.append(mapped or address)
    return out
