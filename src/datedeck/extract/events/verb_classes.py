"""Classes of English verbs, by their infinitives: what they say, need and leave unsaid."""

SAYING = frozenset(
    "say claim allege report believe suggest argue assert maintain insist think suppose assume estimate hope fear"
    " expect predict threaten deny doubt wonder wish propose".split()
)
# What polls, reports and studies say is seldom an event.
STATING = frozenset("suggest show indicate estimate find note reveal conclude state demonstrate confirm".split())
INTENDING = frozenset("plan intend want hope expect prepare threaten propose wish mean".split())
ATTEMPTING = frozenset("try attempt seek fail decide agree refuse".split())
STATIVE = frozenset(
    "be have remain seem appear belong consist contain include represent exist control own comprise"
    " total number amount favor favour prefer regard admire like want hate love know need"
    " exceed average".split()
)
# Verbs that need nothing besides a subject.
COMPLETE = frozenset(
    "surrender abdicate resign die fall collapse capitulate retire secede perish drown rebel revolt begin start end"
    " erupt open close explode occur sink".split()
)
# Of these, and of movement, the ones that can have no object.
OBJECTLESS = frozenset("die fall perish occur erupt drown collapse".split())
# Verbs that speak of something to come: a bound after them is that of the thing, not of the speaking.
PREDICTING = frozenset(
    "predict expect promise plan hope order request propose demand call schedule intend agree threaten vow pledge set"
    " fix slate postpone".split()
)
FORETELLING = frozenset("predict foretell prophesy forecast foresee envision anticipate".split())  # so is any date
APPOINTING = frozenset("appoint name designate nominate proclaim declare approve confirm".split())  # what?
ADDRESSING = frozenset("warn tell inform remind advise notify persuade convince urge".split())  # of what? to what?
CONTENTLESS = frozenset("appeal write speak talk disagree conspire plot agree".split())
# Verbs that leave the telling to what goes with them.
LIGHT = frozenset("take make go come have begin start become lead move continue reach play get".split())
# Verbs of speaking and meeting, and light ones: what matters stands in the clause with them.
SAYING_LITTLE = frozenset(
    "write speak talk say tell address appeal give make take go come fly travel visit meet hold issue deliver call"
    " propose announce declare wage launch respond react reply ask urge warn disagree".split()
)
# What a participle adds that says what was said or asked: "sent envoys, demanding …", "gave a speech declaring".
TELLING = frozenset(
    "demand ask request declare announce assure urge call order propose warn claim condemn proclaim state offer promise"
    " denounce accuse inform tell name appoint end recognize recognise grant guarantee forbid ban prohibit abolish"
    " create establish make give authorize authorise promising allow require".split()
)
ACCUSING = frozenset("charge accuse suspect blame acquit indict".split())
# Verbs of movement say little without a place.
MOVING = frozenset(
    "withdraw retreat advance arrive leave depart return expand move march attack land follow cross go come"
    " enter regroup".split()
)
# What goes on without a change is no event.
TREND = frozenset(
    "increase decrease rise grow widen narrow continue improve worsen intensify deteriorate persist last mount escalate"
    " dwindle decline fluctuate prevail flourish thrive survive suffer experience enjoy face oppose dominate tend"
    " consider resist struggle serve work study live contribute characterize characterise".split()
)
# Of these, the ones that tell of a deed when they have an object.
CHANGING = frozenset("increase decrease widen narrow improve raise escalate intensify serve work study".split())
WITNESSING = frozenset(("see", "witness", "bring"))  # "the year 1702 saw the fall of Velm"
# Verbs that set one event in relation to another: their date is likelier to be that of the other.
RELATING = frozenset(
    "follow precede cause mark commemorate celebrate succeed anticipate foreshadow charge accuse blame investigate"
    " avenge remember recall describe deny".split()
)
NAMING = frozenset("call name know entitle title dub term nickname style".split())
# Verbs that need an object when they are not passive: without one, part of the sentence was lost.
TRANSITIVE = frozenset(
    "send capture seize take make give found establish build appoint defeat kill occupy achieve publish install"
    " introduce launch issue bring cause produce create invent discover acquire purchase buy grant award annex conquer"
    " overthrow depose elect name erect construct receive obtain propose require photograph collect conduct complete"
    " undertake abolish adopt arrest assassinate bestow bombard besiege carry commission commit deliver destroy devise"
    " establish execute exile expel force free have hold include inflict inherit inspire liberate lose murder nominate"
    " offer ordain order possess proclaim raise ratify reach rebuild reject release remove rename repel replace rescue"
    " restore reveal secure stage support suppress topple translate unify use veto wage allow enable"
    " conclude shoot wound hang behead crown promote jail imprison sentence convict"
    " excommunicate baptize bury knight impeach"
    " acquit pardon dismiss burn slay".split()
)
DITRANSITIVE = frozenset(
    "give award grant offer name appoint elect crown call declare proclaim make send teach ask pay deny allow show tell"
    " lend leave promise assign allot style entitle title term dub nickname ordain create consecrate hand".split()
)
# Words of one kind of event, so that "captured" and "taken" are seen to say the same.
VERB_CLASSES = {
    word: group[0]
    for group in (
        "capture take seize occupy conquer storm fall".split(),
        "sign conclude ratify".split(),
        "found establish create form set".split(),
        "begin start open launch commence".split(),
        "end finish cease close".split(),
        "kill murder assassinate execute".split(),
        "defeat beat rout".split(),
        "attack invade raid".split(),
        "declare proclaim announce".split(),
        "arrive reach enter".split(),
    )
    for word in group
}
# What is done to people only.
PERSONAL = frozenset(
    "born elected appointed crowned assassinated murdered killed executed arrested imprisoned exiled deposed dismissed"
    " nominated knighted promoted wounded shot hanged beheaded baptized educated married buried named made sworn"
    " succeeded approved forced".split()
)
