"""The rules as pages: which cannot be used, what each recognises, and what sentences it finds."""
