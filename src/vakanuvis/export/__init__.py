"""Full Docs as JSON, HTML and terminal text, and the record in the forms of other people's tools."""
