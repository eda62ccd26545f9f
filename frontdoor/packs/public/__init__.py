"""What anybody may read: the fixed list of published tables, the releases made from it, and the attack on them."""
