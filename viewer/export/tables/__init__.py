"""A case as tables: one list of separated values (CSV, RFC 4180) for each kind of record."""

from viewer.export.tables.writing import FILE_NAMES, kind_of, write_csv, write_table

__all__ = ["FILE_NAMES", "kind_of", "write_csv", "write_table"]
