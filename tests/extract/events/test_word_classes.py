"""The look-up of word classes against the pipeline's own component."""

import pytest

from datedeck.extract.events import parser
from datedeck.extract.events.word_classes import WordClasses

SENTENCES = """\
On 3 May 1702 the Ostrians captured Velm.
Ilna Orre was crowned queen of Ostrand in 1601.
The treaty had been signed by Tovar Brand before Karsk surrendered.
He didn't leave the city until 12 June.
They have never rebuilt the old stone bridge over the Rell.
What did the council of Velm decide?
Who wrote the annals, and whose copy was burned?
There were 1,200 men and forty-two guns in the fort.
Brand's army, which was starving, marched 30 miles northward.
If Velm falls, Karsk will fall too!
"We shall not yield," said the mayor.
The duke wanted to marry Ilna, but her father refused.
Having taken the harbour, they set fire to the ships.
Neither the king nor his sons returned.
Velm is a city on the Rell; it has two cathedrals.
The war cost about $5 million, or 12% of all taxes.
Oh, how quickly the walls came down!
This was the largest and most beautiful palace of all.
She gave up her claim as soon as the siege was lifted.
Let us see whether anyone can read these letters.
Both sides agreed that the border would run along the Rell.
The more they dug, the less they found.
Orre (1601–1650) taught history, law and music.
Dr. K. Brand of the Velm Guild Ltd. sold 3,000 shares.
The Ostrian-Velmian War ended because both treasuries were empty.
Some of those who had fled came back; others could not.
e.g. the Edict of Karsk, Op. 3, No. 7 & vol. II
Be quick, or you'll be left behind.
To be or to have been a duke meant little.
It might have been being repaired when the tower collapsed.
Nobody knew where the gold had gone, so they stopped looking.
Tovar Brand, then only nineteen, became the youngest captain ever.
Write to brand@velm.example or see http://velm.example/annals.
The first, second and 3rd armies got lost in the fog.
Despite heavy rain, ten thousand people attended.
I'm sure that's what he'd said: "No."
The Rell froze  twice,\tonce in 1709 and again in 1740.
• 1861 — Velm joins the union…
Those ruling used whatever means were needed to keep ruling.
Please do as you're told.""".splitlines()
BE = frozenset("be am is are was were been being 's 'm 're ’s ’m ’re".split())


def test_the_look_up_gives_what_the_attribute_ruler_gives() -> None:
    pipeline = parser._pipeline()
    ruler = pipeline.get_pipe("attribute_ruler")
    seen = set()
    for slow, fast in zip(map(ruler, pipeline.pipe(SENTENCES)), parser.parse(SENTENCES), strict=True):
        for one, other in zip(slow, fast, strict=True):
            seen.add(one.pos_)
            assert one.tag_ == other.tag_
            if one.lower_ not in BE or {one.pos_, other.pos_} != {"VERB", "AUX"}:
                assert (one.text, other.pos_) == (one.text, one.pos_), slow.text
    assert seen >= set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB".split())


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        ([("NOUN", {"TAG": "NN"})], "NOUN X X"),
        ([("NOUN", {"TAG": "NN"}), ("PROPN", {"LOWER": "velm"})], "PROPN X X"),
        ([("NOUN", {"TAG": {"IN": ["NN", "VBD"]}})], "NOUN NOUN X"),
        ([("NOUN", {"TAG": {"NOT_IN": ["NN"]}})], "X NOUN NOUN"),
        ([("VERB", {"TAG": "VBD", "DEP": "aux"})], "X X X"),
        ([("VERB", {"TAG": "VBD", "DEP": "ROOT"})], "X VERB X"),
    ],
)
def test_rules_are_tested_in_order_and_later_ones_win(
    patterns: list[tuple[str, dict[str, object]]], expected: str
) -> None:
    from spacy import blank
    from spacy.tokens import Doc

    vocab = blank("en").vocab
    doc = Doc(vocab, ["Velm", "fell", "."], tags=["NN", "VBD", "."], deps=["nsubj", "ROOT", "punct"], heads=[1, 1, 1])
    classes = WordClasses([{"attrs": {"POS": pos}, "patterns": [[first]]} for pos, first in patterns])
    assert [token.pos_ for token in classes(doc)] == expected.split()
