"""How much of the machine numpy may take: one processor, in this process and in those that it starts."""

import os

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""What the libraries under numpy look at when they are loaded. More threads than idle processors wait for each other:
on two busy ones a question's vector took 665 ms of processor time in place of 28."""


def be_modest() -> None:
    """Ask for one thread, where the operator hasn't asked for another number; before numpy is loaded."""
    for name, value in ONE_THREAD.items():
        os.environ.setdefault(name, value)
