"""Whether a word of time stands for itself, or is the adjective of what follows it ("winter quarters")."""

import re

_S = r"[ \xa0\r\n]{1,3}"
# what may follow a word of time in its clause: function words, and the verbs that seasons and feasts often have
_FUNCTION = (
    "the|a|an|he|she|they|it|we|his|her|their|its|this|that|these|those|when|while|where|as|and|or|but|with|without|by|at|on|in|"
    "to|from|after|before|until|till|for|because|since|during|under|over|through|was|were|is|had|has|did|would|could|there|"
    "then|so|if|some|all|both|only|again|also|however|still|not|no|than|two|three|many|more|most|once|alone|who|which|about|"
    "around|against|between|into|near|nearly|almost|came|went|brought|saw|found|passed|approached|arrived|began|set|fell|ended"
)
_FOLLOWED = re.compile(
    rf"(?:[.,;:)\]!?—–\"”]|['’](?!s)|{_S}[(\[—–-]|{_S}(?:I|{_FUNCTION})(?![\w’'-])|\s*$)", re.ASCII | re.IGNORECASE
)
_NAME = re.compile(rf"{_S}[A-Z][\w’'-]")
_NAMED_THING = re.compile(rf"{_S}(?:Games|Offensive|War\b|Campaign|Palace|Line\b|Solstice|Equinox|Festival)")
_REACH = 20


def stands_alone(text: str, end: int) -> bool:
    """Whether its clause ends or goes on with a word that it cannot describe."""
    return bool(_FOLLOWED.match(text, end, end + _REACH))


def before_name(text: str, end: int) -> bool:
    """Whether a capitalised word follows that may be the subject of the clause ("in the spring Odila left")."""
    return bool(_NAME.match(text, end)) and not _NAMED_THING.match(text, end)
