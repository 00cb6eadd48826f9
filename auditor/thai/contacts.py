"""How to reach an agency: telephones, e-mail, postal address, place on a map. One door to the readers of each."""

from __future__ import annotations

from auditor.thai.addresses import Address, find_addresses
from auditor.thai.emails import Email, find_emails
from auditor.thai.phones import Phone, PhoneKind, find_phones, is_foreign, labels_a_number
from auditor.thai.places import Coordinates, find_coordinates, map_url

__all__ = [
    "Address",
    "Coordinates",
    "Email",
    "Phone",
    "PhoneKind",
    "find_addresses",
    "find_coordinates",
    "find_emails",
    "find_phones",
    "is_foreign",
    "labels_a_number",
    "map_url",
]
