"""How people and machines reach Draftgate: settings, pages, API, bundles and commands."""
