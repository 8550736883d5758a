"""From the dataset to what people read: finished words, prepared frames, captions."""
