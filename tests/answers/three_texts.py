"""Three short texts about one harbour, written for these tests."""

LETTER = """# The old harbour

The harbour was closed in March by order of the council. Ships waited outside for
three weeks. They also lost their cargo to the rain.

Mara Lind: We opened the sluice gates ourselves that night. Nobody helped, and nobody's boats came to us.

> Tom Reed: “The dyke must not break before the winter,” he warned the harbour council.

> Ida Moss: The council of the harbour never asked the fishermen about it.
"""
REPORT = """The dyke broke at night in March. Water rose quickly in the whole town. A dyke is a wall against the sea.

Ships left the harbour when the harbour master resigned. The café by the quay had closed long ago.

What will become of the harbour? Nobody in the council could tell the town so far.
"""
DIARY = """I walked along the sea wall with a lantern. The ferry did not come, and the harbour lay dark before us.

It was cold. The gulls slept on the roofs of the net lofts.
"""
