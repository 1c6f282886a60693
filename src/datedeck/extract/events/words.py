"""Small closed lists of English that the rules need: no names, no places."""

EVENT_NOUNS = frozenset(
    "war battle siege revolution revolt uprising rebellion mutiny coup massacre riot riots raid campaign offensive"
    " invasion crusade skirmish ambush blockade conference congress council summit synod election elections trial"
    " referendum plague famine epidemic earthquake eruption flood fire explosion disaster wreck strike expedition"
    " voyage coronation wedding funeral exhibition assassination incident crisis schism bombing landing landings attack"
    " assault partition".split()
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
DEMONSTRATIVE = frozenset("this that these those such same latter former aforementioned".split())
# Phrases that only tie a sentence to its text.
LINKING = frozenset(
    "as a result|as a consequence|in addition|for example|for instance|in fact|in turn|of course|in particular"
    "|on the other hand|at the same time|in the meantime|in response|at last|in the end|at the time|by this time"
    "|at first|by then|in reality|after all|at once".split("|")
)
# Nouns of which things are only said: as subjects they tell of no event.
ABSTRACT = frozenset(
    "situation thing performance prestige opposition development trend attitude mood morale interest popularity"
    " influence reputation tension relation pressure circumstance condition position status role importance impact"
    " effect problem issue matter question era time turning-point point process progress success failure fate fortune"
    " growth decline rise authority intensity pace scale extent level rate violence security".split()
)
# As objects they say how it went, not what happened.
AMOUNTS = frozenset("loss casualty gain progress damage success headway inroad effort attempt".split())
# As objects they leave open what was said or agreed on, unless it is told with them.
CONTENTS = frozenset(
    "agreement deal decision speech statement announcement proposal appeal address offer demand request message letter"
    " order declaration understanding compromise settlement promise warning vote votes"
    " ballot ballots resolution bill motion measure".split()
)
# "took control": of what?
NEEDING = frozenset("control part action possession advantage charge command care refuge place aim note".split())
# Common nouns of which a story has but one.
UNIQUE = frozenset(
    "world earth sun moon sea ocean sky air north south east west northeast northwest southeast southwest throne crown"
    " papacy presidency premiership priesthood nobility clergy public press poor rich past future internet telegraph"
    " telephone stage senate pope".split()
)
AUTHOR = frozenset("i we one you us me".split())
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
# What begins the names of places and institutions, not of people.
PLACING = frozenset(
    "fort port mount lake cape camp castle river cathedral university college school street hotel bridge bay gulf"
    " island islands isle new old north south east west northern southern eastern western great greater upper lower"
    " san santa santo los las rio el battle treaty siege republic kingdom empire operation uss hms ss"
    " association union society federation company bank radio".split()
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
