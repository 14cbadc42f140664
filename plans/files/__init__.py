"""Files of plans: what they hold, as tables; the kit writes them."""
