"""Reading the documents that a policy comes as: Word, PDF and Markdown."""
