"""Labels that do something when they are clicked: a crawler that reads must leave them alone."""

from __future__ import annotations

from functools import lru_cache

from auditor.thai.text import fold

_LABELS = frozenset(
    map(
        fold,
        (
            *("ออกจากระบบ", "ล็อกเอาท์", "ล็อกเอาต์", "ลงชื่อออก", "ออกระบบ"),
            *("ลบ", "ลบข้อมูล", "ลบทิ้ง", "ลบรายการ", "ลบไฟล์", "ลบข่าว", "ลบกระทู้", "ลบความคิดเห็น"),
            *("แก้ไข", "แก้ไขข้อมูล", "แก้ไขรายการ", "ยกเลิกการสมัคร", "ยกเลิกสมาชิก"),
            *("log out", "logout", "sign out", "signout", "log off", "logoff"),
            *("delete", "delete item", "remove", "edit", "unsubscribe"),
        ),
    )
)
_LONGEST = 60  # a command is a word or two


@lru_cache(maxsize=4096)
def is_command(label: str) -> bool:
    """Does the whole label say delete, edit, log out or the like, in Thai or English?"""
    return 0 < len(label) <= _LONGEST and fold(label) in _LABELS
