"""Join the records into a site: pure, and sorted throughout."""
