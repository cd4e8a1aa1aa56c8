"""What replies are held to, for reading: at any place and moment, and as a draft was given it."""
