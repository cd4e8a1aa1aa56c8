"""Generation backends: what turns a payload into text. None of them decides what is shown."""
