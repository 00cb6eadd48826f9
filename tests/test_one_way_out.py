"""RELIABILITY 1: one way out. Nothing but the connection and its exchange imports what can open a connection.

Messages go another way: to receivers that the operator names, never to an address that a website names.
"""

from __future__ import annotations

import ast
from pathlib import Path

import auditor

PACKAGE = Path(auditor.__file__).parent
ALLOWED = {"crawl/connection.py", "crawl/exchange.py"}
DOORS = {
    "aiohttp", "apprise", "ftplib", "http.client", "httpcore", "httpx", "imaplib", "poplib", "requests", "smtplib",
    "socket", "socketserver", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
# A server for the bundled demonstration listens; it opens nothing outwards.
LISTENERS = {"demo.py": {"socketserver", "http.server"}}
TELLERS = {"notify/mail.py": {"smtplib"}, "notify/services.py": {"apprise"}}
CALLS = {"open_connection", "create_connection", "sock_connect", "getaddrinfo", "open_unix_connection"}


def imported(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def doors_opened(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = imported(tree)
    found = {door for door in DOORS for name in names if name == door or name.startswith(f"{door}.")}
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return found | (attributes & CALLS)


def test_only_the_connection_can_reach_the_network() -> None:
    """RELIABILITY 1."""
    offenders = {}
    for path in PACKAGE.rglob("*.py"):
        place = path.relative_to(PACKAGE).as_posix()
        found = doors_opened(path) - LISTENERS.get(place, set()) - TELLERS.get(place, set())
        if found and place not in ALLOWED:
            offenders[place] = sorted(found)
    assert offenders == {}


def test_the_doors_are_where_they_are_allowed() -> None:
    """RELIABILITY 1: the test above looks for the right thing."""
    assert all(doors_opened(PACKAGE / place) for place in ALLOWED)
