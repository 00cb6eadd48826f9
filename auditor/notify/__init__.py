"""Telling people what came of an audit: a short digest, a place where it waits, and ways to send it."""
