"""What is said of a fault, so that whoever wrote it knows how to mend it."""
