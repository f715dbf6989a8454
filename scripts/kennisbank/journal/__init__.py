"""Change files whole or not at all, and never over what somebody saved meanwhile."""
