"""What is true: brands, locations, hours, policy terms, promotions and knowledge."""
