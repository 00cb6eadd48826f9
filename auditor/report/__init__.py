"""An audit made ready to read."""
