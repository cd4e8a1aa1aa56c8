"""Looking back: decisions taken again, and drafts made under what turned out wrong."""
