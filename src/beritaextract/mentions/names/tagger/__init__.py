"""The small model: a linear-chain CRF over capitalised words, for names that no list holds."""
