"""The window: the only place with PySide6. Import `viewer.gui.app` only where it is shown."""
