"""Steps that bring a register's tables up to date, run by frontdoor.register.migrating."""
