"""The old binary office formats: compound files of Word, Excel and PowerPoint, and Excel's binary workbook.

Sheets are read by calamine; text documents by a small reader of our own after [MS-DOC], since no kept library reads
them. Of presentations only what they say of themselves is read.
"""
