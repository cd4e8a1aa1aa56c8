"""The context payload: assembled from the configuration, frozen, fingerprinted."""
