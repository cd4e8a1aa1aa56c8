"""How a voice speaks: what a draft's own words are, what breaks the voice, and how to mend it."""
