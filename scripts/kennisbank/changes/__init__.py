"""What readers will see differ between two states of the records."""
