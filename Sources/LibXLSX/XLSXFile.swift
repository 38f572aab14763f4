private import CXLSXWriter
