"""The commands, by what they are for; ``cli`` puts them together. What takes time to import is imported inside them."""
