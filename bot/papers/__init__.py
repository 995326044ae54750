"""Documents that people keep: written as PDF/A, put into the folder of the personnel files, fetched by a link."""
