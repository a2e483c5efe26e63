"""What was asked of `texts`, and what its actions share."""

from dataclasses import dataclass
from pathlib import Path

from bot.commands.desk import Desk, wording
from bot.errors import ArgumentMissing, NotCurator
from bot.model import Passage, Reply, Request, Right, Text
from bot.words import Words, words

_TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Asked:
    """The request and its arguments, as they were given. `text` is what was typed without a name, too."""

    request: Request
    desk: Desk
    action: str
    text: str | None
    passage: str | None
    file: str | None
    title: str | None
    standpoint: str | None
    percent: int | None
    decision: str | None
    to: str | None

    @property
    def say(self) -> Words:
        """The asker's language."""
        return words(self.request.locale)

    @property
    def community(self) -> str:
        """Where it was asked."""
        return self.request.community.id

    def told(self, message: str, **values: str | int) -> Reply:
        """Answer with one sentence."""
        return Reply((Text(self.say.say(message, **values)),))

    def needed(self, value: str | None, name: str) -> str:
        """Give an argument that the action can't do without. Raises ArgumentMissing."""
        if value is None:
            raise ArgumentMissing("texts", name)
        return value

    def curating(self) -> None:
        """Refuse whoever may not change the texts for everybody. Raises NotCurator."""
        if Right.OPERATE not in self.request.rights:
            raise NotCurator

    def given_file(self) -> Path:
        """Give the file. Only at the terminal may somebody name a path of this computer. Raises ArgumentMissing."""
        at_terminal = self.request.platform == _TERMINAL
        typed = self.text if at_terminal and self.action == "add" else None
        path = Path(self.needed(self.file or typed, "file")).expanduser()
        if not at_terminal and not self.desk.texts.received(path):
            raise ArgumentMissing("texts", "file")
        return path

    async def given_passage(self) -> Passage:
        """Give the passage. Raises ArgumentMissing, UnknownPassage and PassageWithdrawn."""
        pasted = self.needed(self.passage or self.text, "passage")
        return (await self.desk.library.passages([wording.bare_id(pasted)]))[0]

    async def noted(self, target: str, value: str | None = None) -> None:
        """Write a line of the moderators' own trail."""
        mark, moment = self.request.moderator, self.desk.clock()
        await self.desk.trail.add(self.community, mark, f"texts {self.action}", target, value, moment)
