"""The head of a page about what people say of us, and what it shows where there is nothing: what to load, and how."""

from html import escape

from frontdoor.answers.feedback_answer import Nothing
from frontdoor.ui.blocks import paragraph


def head_html(question: str, answer: str, lead: str) -> str:
    """Return the question, the answer and the lead."""
    return f'<h1 class="fd-question">{escape(question)}</h1><p class="fd-answer">{escape(answer)}</p>' + paragraph(
        lead, "fd-lead"
    )


def nothing_html(question: str, nothing: Nothing) -> str:
    """Return the reason, the command that loads what is missing, and the document that says what to export."""
    command = f"<pre><code>{escape(nothing.command)}</code></pre>" if nothing.command else ""
    document = paragraph(f"What the columns are: {nothing.document}.", "fd-lead") if nothing.document else ""
    return head_html(question, nothing.answer, nothing.lead) + command + document
