"""The sentences of verdicts. The browser is given them as they are here, so that there is one of each."""

from typing import Final

WORDS: Final = {
    "fits": "within its limits",
    "nothing": "its needs are not declared",
    "how much": "{question} it needs is not declared",
    "least": "{question} it needs at least is not declared",
    "offer": "needs {wanted}{noun}, {question} it offers is not known",
    "needs": "needs {wanted}{noun}, offers {offer}",
    "could use": "could use {wanted}{noun}, offers {offer}",
    "any amount": "can use any amount, offers {offer}{noun}",
    "none": "none",
    "unknown type": "a type that is not known is not launched",
    "other type": "{kinds} do not run there",
    "architecture": "needs {wanted}, offers {offer}",
    "or": " or ",
    "architectures": "needs {wanted}, which processors it has is not known",
    "digest": "wants the digest of the image, which is not declared",
    "unprivileged": "runs nothing privileged",
}
