"""The only part that touches the network; a site's failure leaves it as a value, never as an exception."""
