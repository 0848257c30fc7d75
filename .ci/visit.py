#!/usr/bin/env python3
"""Wait for the demo to answer, then read the home page, an article with its style and script, a topic and a picture.

Usage: visit.py SITE PID. Gives up when the process PID has ended, or after five minutes.
"""

import os
import re
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen


def wait_for(site: str, pid: int, seconds: int = 300) -> str:
    for _ in range(seconds):
        try:
            return fetch(site + "/")
        except URLError:
            os.kill(pid, 0)  # raises ProcessLookupError once the demo has ended
            time.sleep(1)
    raise TimeoutError(f"{site} did not answer within {seconds} s")


def fetch(address: str) -> str:
    with urlopen(address, timeout=10) as response:  # noqa: S310
        print(response.status, address)
        return response.read().decode()


def first_link(page: str, pattern: str) -> str:
    match = re.search(rf'(?:href|src)="({pattern})"', page)
    if not match:
        raise LookupError(f"no link to {pattern} on the page")
    return match[1]


def first_picture(site: str, home: str) -> str:
    """Not every piece has one: the first of those the home page leads to."""
    for link in dict.fromkeys(re.findall(r'href="(/articles/[\w-]+/)"', home)):
        try:
            return first_link(fetch(site + link), r"/media/[^\"]+")
        except LookupError:
            continue
    raise LookupError("no piece on the home page has a picture")


def look_at(address: str) -> None:
    """A file that somebody uploaded: a browser must take it for a picture and for nothing else."""
    with urlopen(address, timeout=10) as response:  # noqa: S310
        kind, sniff = response.headers["Content-Type"], response.headers["X-Content-Type-Options"]
        print(response.status, address, kind)
        if not (kind or "").startswith("image/") or sniff != "nosniff" or not response.read():
            raise ValueError(f"{address} came as {kind}, X-Content-Type-Options: {sniff}")


if __name__ == "__main__":
    site, pid = sys.argv[1], int(sys.argv[2])
    home = wait_for(site, pid)
    article = fetch(site + first_link(home, r"/articles/[\w-]+/"))
    if 'class="body' not in article:
        raise LookupError("the article's page has no body")
    for pattern in (r"/static/css/[^\"]+", r"/static/js/[^\"]+"):
        if not fetch(site + first_link(article, pattern)):
            raise ValueError(f"{pattern} is empty: the page stands without it")
    fetch(site + first_link(article, r"/topics/[\w-]+/"))
    look_at(site + first_picture(site, home))
