"""Lists of persons and events from outside: columns → fields, rows → records with their words."""
