"""An operator's whole configuration as YAML: read, compared, applied, written back."""
