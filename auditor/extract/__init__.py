"""Bytes to facts. Knows no rule."""
