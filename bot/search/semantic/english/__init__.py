"""A second model, for questions and texts in English: two models err differently, and both with the words err least.

The extra `semantic` brings its file of weights beside that of the model for all languages. Its vectors are made, kept
and compared in the same way, and finding goes on without it where it is missing or broken.
"""
