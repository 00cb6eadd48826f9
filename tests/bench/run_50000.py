"""Audits a site of 50,000 pages with `auditor run` and a SQLite store; prints time, rates, memory and sizes.

    python tests/bench/run_50000.py [PAGES] [--kill]

Memory is looked at ten times a second: the largest resident size of one process, and the most that all of them take
together, where of shared pages each bears its part. No pages are drawn: a browser would be the largest by far.
With `--kill` everything is killed once in the middle of the crawl, and the same command goes on.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from auditor.weight import descendants, resident, weight  # noqa: E402 - a script finds the package first

MB = 1024 * 1024
STORED = 5_500  # bytes of the store for a page, while visits are remembered
CONFIG = """
[crawl]
delay = 0.0
concurrency = 4
max_pages = {most}
max_seconds = 36000.0
check_external_links = false
render = "never"

[[site]]
id = "big"
url = "{url}"
"""


def watched(command: list[str], folder: Path, *, killed_at: int | None) -> tuple[float, int, int]:
    """Run a command: seconds, most bytes of one process, most bytes of all together.

    `killed_at`: bytes of the store at which everything is killed, once, and begun again.
    """
    began, one, together = time.monotonic(), 0, 0
    with (folder / "out.txt").open("w") as out:
        run = subprocess.Popen(command, cwd=ROOT, stdout=out)  # noqa: S603
        while run.poll() is None:
            one = max(one, *map(resident, (run.pid, *descendants(run.pid))))
            together = max(together, weight(run.pid))
            time.sleep(0.1)
            if killed_at is not None and size_of(folder / "auditor.db") > killed_at:
                for each in (run.pid, *descendants(run.pid)):
                    os.kill(each, signal.SIGKILL)
                run.wait()
                print(f"killed after {time.monotonic() - began:.0f} s", flush=True)  # noqa: T201
                run, killed_at = subprocess.Popen(command, cwd=ROOT, stdout=out), None  # noqa: S603
    return time.monotonic() - began, one, together


def size_of(file: Path) -> int:
    """Bytes of a file; 0 where there is none."""
    return file.stat().st_size if file.exists() else 0


def main() -> None:
    """One night."""
    words = [word for word in sys.argv[1:] if word.isdigit()]
    pages = int(words[0]) if words else 50_000
    killed_at = pages * STORED // 2 if "--kill" in sys.argv else None
    serving = [sys.executable, str(Path(__file__).with_name("site_2000.py")), str(pages)]
    with (
        tempfile.TemporaryDirectory() as scratch,
        subprocess.Popen(serving, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as site,  # noqa: S603
    ):
        assert site.stdout
        assert site.stdin
        folder = Path(scratch)
        config = folder / "config.toml"
        config.write_text(CONFIG.format(url=site.stdout.readline().strip(), most=pages * 2), encoding="utf-8")
        command = [sys.executable, "-m", "auditor", "run", "--config", str(config), "--workers", "1"]
        seconds, one, together = watched(command, folder, killed_at=killed_at)
        site.stdin.close()
        first, last, requests = map(float, site.stdout.readline().split())
        latest = folder / "output" / "big" / "latest"
        print(f"{seconds:.0f} s; requests a second: first tenth {first:.1f}, last tenth {last:.1f}")  # noqa: T201
        print(f"{requests:.0f} requests")  # noqa: T201
        print(f"largest process {one / MB:.0f} MB, all together {together / MB:.0f} MB")  # noqa: T201
        for file in (folder / "auditor.db", latest / "report.html", latest / "audit.json"):
            print(f"{file.name} {size_of(file) / MB:.1f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
