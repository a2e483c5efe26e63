"""What was asked of `texts`, and what its actions share."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.commands.desk import Desk, wording
from bot.errors import ArgumentMissing, ArgumentUnneeded, NotCurator
from bot.model import Passage, Reply, Request, Right, Text
from bot.words import Words, words

_TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Asked:
    """The request and its arguments, as they were given. `text` is what was typed without a name, too.

    At the terminal that may be a path: of what is to be added, or of many files that are new editions.
    """

    request: Request
    desk: Desk
    action: str
    text: str | None
    passage: str | None
    files: tuple[str, ...]
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

    def given_files(self) -> tuple[Path, ...]:
        """Give the files. Only at the terminal may somebody name a path of this computer. Raises ArgumentMissing."""
        at_terminal = self.request.platform == _TERMINAL
        given = self.files or ((self.text,) if at_terminal and self._is_path() and self.text else ())
        paths = tuple(Path(one).expanduser() for one in given)
        if not paths or not (at_terminal or all(map(self.desk.texts.received, paths))):
            raise ArgumentMissing("texts", "file")
        return paths

    def many(self, files: Sequence[Path]) -> bool:
        """Whether there are many files. Raises ArgumentUnneeded where something is said that can hold for one alone."""
        if not self.desk.texts.many(files):
            return False
        for name, value in (("title", self.title), ("text", None if self._is_path() else self.text)):
            if value is not None:
                raise ArgumentUnneeded(name, self.say.say("texts-many-not-with"))
        return True

    def _is_path(self) -> bool:
        """Whether `text` is a path: it is where a text is added, and where an edition's is that of many files."""
        if self.files or self.text is None:
            return False
        return self.action == "add" or self.desk.texts.many((Path(self.text).expanduser(),))

    async def given_passage(self) -> Passage:
        """Give the passage. Raises ArgumentMissing, UnknownPassage and PassageWithdrawn."""
        pasted = self.needed(self.passage or self.text, "passage")
        return (await self.desk.library.passages([wording.bare_id(pasted)]))[0]

    async def noted(self, target: str, value: str | None = None) -> None:
        """Write a line of the moderators' own trail."""
        mark, moment = self.request.moderator, self.desk.clock()
        await self.desk.trail.add(self.community, mark, f"texts {self.action}", target, value, moment)
