"""Help with writing, made from the models and rules: lists, drafts, schemas for editors."""
