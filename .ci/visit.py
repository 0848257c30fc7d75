#!/usr/bin/env python3
"""Wait for the demo to answer, then read the home page, an article and a topic as a visitor would.

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
    match = re.search(rf'href="({pattern})"', page)
    if not match:
        raise LookupError(f"no link to {pattern} on the page")
    return match[1]


if __name__ == "__main__":
    site, pid = sys.argv[1], int(sys.argv[2])
    home = wait_for(site, pid)
    article = fetch(site + first_link(home, r"/articles/[\w-]+/"))
    if 'class="body' not in article:
        raise LookupError("the article's page has no body")
    fetch(site + first_link(article, r"/topics/[\w-]+/"))
