"""The changes of the table, oldest first; one that was published is never changed."""
