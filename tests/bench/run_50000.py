"""Audits a site of 50,000 pages with `auditor run` and a SQLite store; prints time, rates, memory and sizes.

    python tests/bench/run_50000.py [PAGES]

Memory is looked at ten times a second: the largest resident size of one process, and the most that all of them take
together, where of shared pages each bears its part. No pages are drawn: a browser would be the largest by far.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from auditor.weight import descendants, resident, weight  # noqa: E402 - a script finds the package first

MB = 1024 * 1024
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


def watched(command: list[str], folder: Path) -> tuple[float, int, int]:
    """Run a command: seconds, most bytes of one process, most bytes of all together."""
    began, one, together = time.monotonic(), 0, 0
    with (folder / "out.txt").open("w") as out, subprocess.Popen(command, cwd=ROOT, stdout=out) as run:  # noqa: S603
        while run.poll() is None:
            one = max(one, *map(resident, (run.pid, *descendants(run.pid))))
            together = max(together, weight(run.pid))
            time.sleep(0.1)
    return time.monotonic() - began, one, together


def main() -> None:
    """One night."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
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
        seconds, one, together = watched(command, folder)
        site.stdin.close()
        first, last = map(float, site.stdout.readline().split())
        report = next((folder / "output" / "big" / "latest").glob("report.html"))
        print(f"{seconds:.0f} s; requests a second: first tenth {first:.1f}, last tenth {last:.1f}")  # noqa: T201
        print(f"largest process {one / MB:.0f} MB, all together {together / MB:.0f} MB")  # noqa: T201
        print(f"store {(folder / 'auditor.db').stat().st_size / MB:.0f} MB")  # noqa: T201
        print(f"report.html {report.stat().st_size / MB:.2f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
