"""Learning from labelled releases: what the labels mean, how good suggestions are, and the weights they give."""
