"""Every error that a person may meet. Each carries data; the sentence comes from `locales/` (id: `error-` + name).

CommonplaceError
├── ConfigInvalid            the configuration: one line for each problem
├── AskingError              the asker can mend it
│   ├── UnknownCommand  UnknownSource  UnknownSpeaker  UnknownPassage  UnknownAnswer
│   ├── PassageWithdrawn     a passage that stood in an earlier edition
│   ├── PassageWithheld      a passage that moderators do not want shown here
│   ├── QuestionEmpty  QuestionTooLong  QuestionUnsearchable
│   ├── ArgumentMissing  ArgumentUnknown  ArgumentInvalid  ArgumentUnneeded
│   ├── TimeInvalid  UnknownZone  DateInvalid  DateOutside
│   ├── NotWithdrawn         a text was to be restored that is not withdrawn
│   ├── RightMissing         a command that is for moderators
│   └── NotCurator           a change of the texts, by moderators who may not change them
├── NoTexts                  there is nothing to answer from
├── SourceChanged            the edition differs from the file or the stored text: nothing is quoted
├── RightsExhausted          a text's cap on quoted words is used up
├── ReadingError             a file cannot be read
│   ├── FileUnreadable  FileEmpty  FileTooLarge  FileBinary  FileEncoding  FileKindUnknown
│   └── FileHostile  FileOutside  FileDamaged  FileTimeout
├── CatalogError             CatalogBroken  DuplicateSource  TextExists  TextWithdrawn  TextElsewhere  LabelInvalid
├── SemanticUnusable         finding by meaning is not possible here: everything else goes on
├── StoreError               StoreNewer  StoreOlder  StoreDamaged  StoreReadOnly  StoreLocked  StoreFull
│   └── StoreMissing  ConsentKeyLost (the key that opt-outs are recognised by)
└── PlatformError            TokenMissing  TokenUnreadable  TokenRefused  IntentRefused  CryptoStoreLost
                             HomeserverNotFound
"""

from bot.errors.answering import NoTexts, RightsExhausted, SemanticUnusable, SourceChanged
from bot.errors.asking import (
    ArgumentInvalid,
    ArgumentMissing,
    ArgumentUnknown,
    ArgumentUnneeded,
    AskingError,
    DateInvalid,
    DateOutside,
    NotCurator,
    NotWithdrawn,
    PassageWithdrawn,
    PassageWithheld,
    QuestionEmpty,
    QuestionTooLong,
    QuestionUnsearchable,
    RightMissing,
    TimeInvalid,
    UnknownAnswer,
    UnknownCommand,
    UnknownPassage,
    UnknownSource,
    UnknownSpeaker,
    UnknownZone,
)
from bot.errors.catalog import (
    CatalogBroken,
    CatalogError,
    DuplicateSource,
    LabelInvalid,
    TextElsewhere,
    TextExists,
    TextWithdrawn,
)
from bot.errors.config import ConfigInvalid
from bot.errors.platforms import (
    CryptoStoreLost,
    HomeserverNotFound,
    IntentRefused,
    PlatformError,
    TokenMissing,
    TokenRefused,
    TokenUnreadable,
)
from bot.errors.reading import (
    FileBinary,
    FileDamaged,
    FileEmpty,
    FileEncoding,
    FileHostile,
    FileKindUnknown,
    FileOutside,
    FileTimeout,
    FileTooLarge,
    FileUnreadable,
    ReadingError,
)
from bot.errors.root import CommonplaceError
from bot.errors.store import (
    ConsentKeyLost,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreOlder,
    StoreReadOnly,
)

__all__ = [
    "ArgumentInvalid",
    "ArgumentMissing",
    "ArgumentUnknown",
    "ArgumentUnneeded",
    "AskingError",
    "CatalogBroken",
    "CatalogError",
    "CommonplaceError",
    "ConfigInvalid",
    "ConsentKeyLost",
    "CryptoStoreLost",
    "DateInvalid",
    "DateOutside",
    "DuplicateSource",
    "FileBinary",
    "FileDamaged",
    "FileEmpty",
    "FileEncoding",
    "FileHostile",
    "FileKindUnknown",
    "FileOutside",
    "FileTimeout",
    "FileTooLarge",
    "FileUnreadable",
    "HomeserverNotFound",
    "IntentRefused",
    "LabelInvalid",
    "NoTexts",
    "NotCurator",
    "NotWithdrawn",
    "PassageWithdrawn",
    "PassageWithheld",
    "PlatformError",
    "QuestionEmpty",
    "QuestionTooLong",
    "QuestionUnsearchable",
    "ReadingError",
    "RightMissing",
    "RightsExhausted",
    "SemanticUnusable",
    "SourceChanged",
    "StoreDamaged",
    "StoreError",
    "StoreFull",
    "StoreLocked",
    "StoreMissing",
    "StoreNewer",
    "StoreOlder",
    "StoreReadOnly",
    "TextElsewhere",
    "TextExists",
    "TextWithdrawn",
    "TimeInvalid",
    "TokenMissing",
    "TokenRefused",
    "TokenUnreadable",
    "UnknownAnswer",
    "UnknownCommand",
    "UnknownPassage",
    "UnknownSource",
    "UnknownSpeaker",
    "UnknownZone",
]
