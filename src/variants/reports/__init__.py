"""Reports on an edition; ``formats`` lists them."""
