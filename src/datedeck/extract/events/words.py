"""Small closed lists of English that the rules need: no names, no places."""

EVENT_NOUNS = frozenset(
    "war battle siege revolution revolt uprising rebellion mutiny coup massacre riot riots raid campaign offensive"
    " invasion crusade skirmish ambush blockade conference congress council summit synod election elections trial"
    " referendum plague famine epidemic earthquake eruption flood fire explosion disaster wreck strike expedition"
    " voyage coronation wedding funeral exhibition assassination incident crisis schism bombing landing landings"
    " partition".split()
)
# Legal nouns and the verb that brings them about.
LEGAL_NOUNS = {
    **dict.fromkeys("treaty peace truce armistice accord accords agreement pact protocol compact".split(), "signed"),
    **dict.fromkeys("edict decree bull charter proclamation ordinance mandate ultimatum".split(), "issued"),
    **dict.fromkeys("act law bill statute amendment resolution".split(), "passed"),
    "constitution": "adopted",
}
# Nouns made from verbs, and the participle of "X was …ed" that says the same of their "of" phrase.
DEVERBAL_OBJECT = {
    "abolition": "abolished",
    "adoption": "adopted",
    "annexation": "annexed",
    "appointment": "appointed",
    "arrest": "arrested",
    "assassination": "assassinated",
    "bombing": "bombed",
    "building": "built",
    "capture": "captured",
    "completion": "completed",
    "conquest": "conquered",
    "construction": "built",
    "coronation": "crowned",
    "creation": "created",
    "defeat": "defeated",
    "deposition": "deposed",
    "destruction": "destroyed",
    "discovery": "discovered",
    "dissolution": "dissolved",
    "election": "elected",
    "establishment": "established",
    "execution": "executed",
    "foundation": "founded",
    "founding": "founded",
    "formation": "formed",
    "introduction": "introduced",
    "invasion": "invaded",
    "invention": "invented",
    "killing": "killed",
    "launch": "launched",
    "liberation": "liberated",
    "loss": "lost",
    "murder": "murdered",
    "occupation": "occupied",
    "opening": "opened",
    "overthrow": "overthrown",
    "passage": "passed",
    "proclamation": "proclaimed",
    "publication": "published",
    "ratification": "ratified",
    "sack": "sacked",
    "signing": "signed",
    "taking": "taken",
    "signature": "signed",
    "storming": "stormed",
    "seizure": "seized",
    "release": "released",
}
DEVERBAL_SUBJECT = {
    "abdication": "abdicated",
    "accession": "came to the throne",
    "arrival": "arrived",
    "birth": "was born",
    "collapse": "collapsed",
    "death": "died",
    "departure": "departed",
    "fall": "fell",
    "outbreak": "broke out",
    "retirement": "retired",
    "resignation": "resigned",
    "return": "returned",
    "surrender": "surrendered",
    "suicide": "died by suicide",
}
DISCOURSE = frozenset(
    "however therefore thus moreover furthermore meanwhile nevertheless nonetheless consequently accordingly instead"
    " further indeed also then still too so hence otherwise likewise similarly finally eventually soon later afterwards"
    " afterward thereafter subsequently already once now even just only perhaps".split()
)
# Kept in the sentence they change: leaving them out would change what it says.
RESTRICTING = frozenset("only even just almost nearly perhaps".split())
SAYING = frozenset(
    "say claim allege report believe suggest argue assert maintain insist think suppose assume estimate hope fear"
    " expect predict threaten deny doubt wonder wish propose".split()
)
# What polls, reports and studies say is seldom an event.
STATING = frozenset("suggest show indicate estimate find note reveal conclude state demonstrate confirm".split())
INTENDING = frozenset("plan intend want hope expect prepare threaten propose wish mean".split())
ATTEMPTING = frozenset("try attempt seek fail decide agree refuse".split())
STATIVE = frozenset("be have remain seem appear belong consist contain include represent exist".split())
DEMONSTRATIVE = frozenset("this that these those such same latter former aforementioned".split())
# Verbs that set one event in relation to another: their date is likelier to be that of the other.
# Phrases that only tie a sentence to its text.
LINKING = frozenset(
    "as a result|as a consequence|in addition|for example|for instance|in fact|in turn|of course|in particular"
    "|on the other hand|at the same time|in the meantime|in response|at last|in the end|at the time|by this time"
    "|by then|in reality|after all|at once".split("|")
)
# Verbs that need nothing besides a subject.
COMPLETE = frozenset(
    "surrender abdicate resign die fall collapse capitulate retire secede perish drown rebel revolt begin start end"
    " erupt open close explode occur sink".split()
)
# Verbs that speak of something to come: a bound after them is that of the thing, not of the speaking.
PREDICTING = frozenset(
    "predict expect promise plan hope order request propose demand schedule intend agree threaten vow pledge".split()
)
# Verbs that leave the telling to what goes with them.
LIGHT = frozenset("take make go come have begin start become lead move continue reach play get".split())
# Verbs of speaking and meeting, and light ones: what matters stands in the clause with them.
SAYING_LITTLE = frozenset(
    "write speak talk say tell address appeal give make take go come fly travel visit meet hold issue deliver call"
    " propose announce declare wage launch respond react reply ask urge warn disagree".split()
)
# Verbs of movement say little without a place.
MOVING = frozenset("withdraw retreat advance arrive leave depart return expand move march attack land follow".split())
# What goes on without a change is no event.
TREND = frozenset(
    "increase decrease rise grow widen narrow continue improve worsen intensify deteriorate persist last mount escalate"
    " dwindle decline fluctuate prevail flourish thrive survive suffer experience enjoy face oppose dominate tend"
    " consider resist struggle serve work study live".split()
)
# Of these, the ones that tell of a deed when they have an object.
CHANGING = frozenset("increase decrease widen narrow improve raise escalate intensify serve work study".split())
# Common nouns of which a story has but one.
UNIQUE = frozenset(
    "world earth sun moon sea ocean sky air north south east west northeast northwest southeast southwest throne crown"
    " papacy presidency premiership priesthood nobility clergy public press poor rich past future internet telegraph"
    " telephone stage senate pope".split()
)
WITNESSING = frozenset(("see", "witness", "bring"))  # "the year 1702 saw the fall of Velm"
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
    " conclude shoot wound hang behead crown jail imprison sentence convict excommunicate baptize bury knight impeach"
    " acquit pardon dismiss burn slay".split()
)
DITRANSITIVE = frozenset(
    "give award grant offer name appoint elect crown call declare proclaim make send teach ask pay deny allow show tell"
    " lend leave promise assign allot style entitle title term dub nickname ordain create consecrate hand".split()
)
AUTHOR = frozenset("i we one you us me".split())
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
# What stands before a person's name without being part of it.
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame king queen prince princess emperor empress tsar czar kaiser sultan shah khan"
    " caliph pope cardinal archbishop bishop abbot father brother sister saint st count countess duke duchess earl"
    " baron marquis marquess viscount president premier chancellor minister secretary ambassador senator congressman"
    " congresswoman representative governor mayor judge justice admiral commodore captain commander lieutenant major"
    " colonel general brigadier marshal sergeant corporal private gen maj col lt capt cpt sgt cmdr adm rev reverend"
    " professor prof chief chairman comrade consul tribune the vice deputy field prime grand".split()
)
# Words that open a sentence with a capital and are no part of the name after them.
OPENERS = frozenset(
    "a an the this that these those some all both each every many most several other another such any no not only"
    " even i he she it we they his her its our their my your who whom whose which what when where why how if as at"
    " by for from in into of off on onto or to up with within without under over after before since until upon"
    " during despite throughout against between among although though because while whereas once unless whether"
    " and but nor so yet now then here there thus also like unlike again had has have is was were are be been did"
    " do does can could may might shall should will would must let today however meanwhile later soon perhaps".split()
)
# Small words inside names.
PARTICLES = frozenset("de di du des del della da la le van von der den ter zu bin ibn al el y".split())
# Titles whose dates in brackets may be those of a reign.
RULERS = frozenset(
    "king queen emperor empress tsar czar kaiser sultan shah khan caliph pope prince princess duke pharaoh".split()
)
# What an encyclopedia's first sentence says its subject is.
KINDS = frozenset(
    "company firm corporation manufacturer business bank railway railroad airline newspaper magazine journal publisher"
    " city town village borough municipality capital port settlement colony province island country republic kingdom"
    " empire duchy county parish stadium ground club team school college university academy institute museum library"
    " theatre theater hospital church cathedral abbey monastery temple mosque castle palace fortress fort tower house"
    " building bridge canal dam ship battleship cruiser submarine vessel aircraft locomotive party movement union"
    " organisation organization society association foundation agency commission council order dynasty army navy"
    " regiment division tribe band orchestra choir opera play film novel poem book symphony painting statue language"
    " programme program software project festival competition tournament league prize award".split()
)
