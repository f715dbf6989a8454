"""The records as authored (`records`), the site as linked (`site`), and rich text (`text`)."""
