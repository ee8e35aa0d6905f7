"""Compare several renderings of one text, sentence by sentence and word by word."""
