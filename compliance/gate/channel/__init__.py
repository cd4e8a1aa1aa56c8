"""What a channel cannot carry: links, markup, promotions without a way out, private details."""
