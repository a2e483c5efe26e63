"""Matrix: commands by prefix, mention and in direct rooms, made of the commands' declarations; encrypted rooms, too.

This is the only package that knows matrix-nio. It is loaded when the bot goes on Matrix, not before.
"""
