"""Who may see what: audiences, disclosure control before any division, and pseudonyms of customers."""
