"""How well the readers do on labelled sets."""
