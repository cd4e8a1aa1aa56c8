"""Articles from a help centre: sources that deliver documents, and the run that takes them over."""
