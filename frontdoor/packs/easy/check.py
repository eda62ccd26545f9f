"""What whoever finishes an Easy Read draft has still to do: sentences to look at again, pages left out, commentary."""

from frontdoor.packs.easy.easy import commentaries
from frontdoor.packs.easy.part import EasyRead
from frontdoor.packs.words.report import words_report
from frontdoor.packs.words.words import LONGEST_PLAIN, checked

FIRST = (
    "1. Read it with people who use Easy Read, and change what they stumble over.",
    "2. Put a picture in each marked place.",
    "3. Take the draft mark away only then.",
)


def easy_check(draft: EasyRead) -> str:
    """Return the checks of the draft's words and of the pack's commentary as lines of text."""
    written = commentaries(draft.pack)
    lines = [
        f"{draft.title} Easy Read draft, {draft.council}, {draft.period}",
        f"Made from “{draft.pack.title}”. {draft.pack.as_at_line} Digest: {draft.pack.digest or 'none'}",
        *((f"The council’s register: {draft.pack.register}",) if draft.pack.register else ()),
        "", "What to do before anybody gets it", *FIRST,
        "", "The words of the draft", *words_report(checked(draft.text)),
        "", "Pages of the pack that the draft does not speak of", *(draft.left_out or ("None.",)),
        "", "Commentary in the pack, of which the draft takes only the easy sentences",
    ]  # fmt: skip
    for aside in written:
        report = words_report(checked("\n".join(aside.sentences), LONGEST_PLAIN))
        lines += [f"{aside.title}: as plain English", *report]
    return "\n".join([*lines, *(() if written else ("None.",)), ""])
