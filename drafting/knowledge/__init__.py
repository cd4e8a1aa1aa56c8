"""Knowledge articles: which ones fit a ticket, and which of their passages may be used."""
