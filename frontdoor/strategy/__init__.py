"""What a council promised: strategies, council files and the judgement of a value against a target."""
