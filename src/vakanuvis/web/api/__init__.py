"""The room for programs: the questions, the readings and Try it as JSON, and their description."""
