"""What a person sees and touches: each widget states its keys, messages and help on its class."""
