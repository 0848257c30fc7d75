"""Reads one manuscript after the other, each in a process of its own that has little memory, little time and no way out.

Run by test_hostile.py: names of files on standard input, a line of JSON for each on standard output.
"""

import json
import os
import resource
import sys
from pathlib import Path

from articles.manuscripts import ManuscriptError, read_bytes

MEGABYTE = 1024 * 1024
# What reaches outside the process, or leaves something behind. Reading the file is done before these are watched.
_WATCHED = ("socket.", "open", "os.", "subprocess.", "shutil.", "tempfile.", "urllib.", "ctypes.dlopen")


def read(data: bytes, name: str) -> dict:
    events = []
    sys.addaudithook(lambda event, arguments: events.append(event) if _is_watched(event, arguments) else None)
    try:
        manuscript = read_bytes(data, name)
    except ManuscriptError as error:
        outcome = {"refused": str(error)}
    except BaseException as error:
        outcome = {"failed": repr(error)[:300]}
    else:
        outcome = {"read": manuscript.paragraphs}
    return outcome | {"events": sorted(set(events))}


def _is_watched(event: str, arguments: tuple) -> bool:
    # A codec is a module that Python loads when a text first needs it.
    module = event == "open" and str(arguments[0]).endswith((".py", ".pyc"))
    return event.startswith(_WATCHED) and not module and event != "os.listdir"


def limited(seconds: int, megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main() -> None:
    for line in sys.stdin:
        path, name = json.loads(line)
        data = Path(path).read_bytes()
        child = os.fork()
        if not child:
            limited(seconds=5, megabytes=256)
            sys.stdout.write(json.dumps(read(data, name)) + "\n")
            sys.stdout.flush()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print(json.dumps({"failed": f"killed by signal {status & 127}", "events": []}), flush=True)


if __name__ == "__main__":
    main()
