"""Office files: zip archives of XML parts, read as streams within limits (RELIABILITY_RULES 14).

Read by a small streaming reader of our own over the standard library's zip and expat. The kept libraries do not obey
the rule: they unpack parts whole and build trees (python-docx, python-pptx and odfpy over lxml or minidom), or count
no bytes as they come out (openpyxl, also read-only). Words, titles and times need none of that.
"""
