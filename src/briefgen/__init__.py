"""briefgen: structured data into official Chinese briefings."""
__version__ = "0.1.0"
