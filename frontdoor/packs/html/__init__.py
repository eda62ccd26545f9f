"""A pack as one offline web page."""
