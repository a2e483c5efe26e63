"""Finding passages by what they mean, in whatever language they are asked for, with nothing leaving this machine.

The extra `semantic` brings a file of weights. Where it is, passages are read by a process of low priority (`reading`),
their vectors are kept beside the index (`vectors`), and questions are compared with them (`leg`).
"""
