"""What the hook of MkDocs does besides making the pages."""
