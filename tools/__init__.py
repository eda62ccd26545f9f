"""Small scripts that make the environment, find a browser, start the server and take pictures."""
