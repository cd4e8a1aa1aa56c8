"""Policy terms as a reply speaks of them: which term, what is said of it, how it is mended."""
