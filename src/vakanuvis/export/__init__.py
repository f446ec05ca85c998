"""Full Docs as JSON, HTML and terminal text."""
