"""Reviewing what is suggested for a document: accepted, corrected or rejected one by one."""
