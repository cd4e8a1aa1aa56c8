"""Pages about what is stored of people: find it, hold it, erase it, and how long it is kept."""
