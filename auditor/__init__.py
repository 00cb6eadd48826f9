"""auditor: does an agency's website publish what the law asks for, and what proves it?"""

__version__ = "0.1.0"
