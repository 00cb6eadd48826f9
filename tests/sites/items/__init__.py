"""Sites made of nothing but lists and posts, whose every published item is known."""
