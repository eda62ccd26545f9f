"""One file per question a reader asks: (Filters, Audience) -> Answer."""
