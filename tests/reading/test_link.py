"""A link is fetched once, and only where it leads to a public https address. No test leaves this machine."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from datetime import date

import pytest

from foiakit.model.errors import FoiakitError
from foiakit.reading import link, read, read_with_bytes

PAGE = (
    b"<html><head><title>Agency opens office in Salem</title></head><body><h1>Agency opens office in Salem</h1>"
    b"<p>The agency opened an office on Monday, the director said. It will serve 1,200 people a year.</p></body></html>"
)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers what the path says."""

    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path[3:])
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path == "/private":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        elif self.path == "/missing":
            self.send_error(404)
        elif self.path == "/large":
            self.send_response(200)
            self.send_header("Content-Length", "200000000")
            self.end_headers()
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE)

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.1.2.3/a",
        "https://192.168.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://0.0.0.0/",
        "https://2130706433/",
        "https://localhost/",
        "http://93.184.216.34/",
        "ftp://93.184.216.34/",
        "file:///etc/hostname",
        "https://user:secret@93.184.216.34/",
        "https://",
        "https://[::1",
    ],
)
def test_what_is_no_public_https_address_is_refused(url):
    with pytest.raises(FoiakitError):
        read(url)


def test_a_public_address_passes_the_check():
    link.check("https://93.184.216.34/news")


def test_a_page_is_read_with_its_address_the_day_and_its_bytes(site):
    release, raw = read_with_bytes(f"{site}/to/news", allow_private=True)
    assert raw == PAGE
    assert (release.title, release.url, release.retrieved) == (
        "Agency opens office in Salem",
        f"{site}/news",
        date.today(),
    )


@pytest.mark.parametrize(
    ("path", "says"),
    [("/loop", "more than 5 times"), ("/private", "only https"), ("/missing", "404"), ("/large", "200 MB")],
)
def test_what_a_server_should_not_do_ends_with_a_message(site, path, says):
    with pytest.raises(FoiakitError, match=says):
        read(site + path, allow_private=True)


def test_no_server_is_said_to_be_so():
    with pytest.raises(FoiakitError, match=r"(?s)cannot be fetched.*save the page"):
        read("http://127.0.0.1:9/", allow_private=True)


def test_a_redirect_to_a_private_address_is_refused(monkeypatch, site):
    seen = []
    real = link.check

    def check(url: str, *, allow_private: bool = False) -> None:
        seen.append(url)
        real(url, allow_private=len(seen) == 1)

    monkeypatch.setattr(link, "check", check)
    with pytest.raises(FoiakitError):
        read(f"{site}/to/news", allow_private=True)
    assert len(seen) == 2


def test_nothing_is_fetched_without_a_link(monkeypatch, tmp_path):
    def refuse(*args: object, **named: object) -> None:
        raise AssertionError("network used")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.replace(b"</title>", b"</title><link rel=stylesheet href=http://x.example/a.css>"))
    assert read(path).title == "Agency opens office in Salem"
