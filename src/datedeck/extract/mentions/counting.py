"""The words that tell counted, measured and numbered things from years; the tests are in guards.py."""

# Units that follow a number, and what makes an adjective of it ("1500 strong").
UNITS = frozenset(
    "% ° × percent per kg km km² m mm cm ft lb lbs mph hp gmt utc kilometre kilometres kilometer kilometers metre "
    "metres meter meters centimetre centimetres centimeter centimeters millimetres millimeters mile miles feet "
    "foot yard yards inch inches acre acres hectare hectares square cubic metric ton tons tonne tonnes kilogram "
    "kilograms kilogramme kilogrammes gram grams pound pounds dollar dollars euro euros franc francs rouble "
    "roubles ruble rubles florin florins ducat ducats talent talents drachma drachmas drachmae shilling shillings "
    "pence cents guinea guineas crowns livres thalers guilders pesos lire rupees kroner dinars dirhams sesterces "
    "denarii solidi yen million billion thousand hundred dozen hour hours hrs minute minutes second seconds day "
    "days week weeks month months year years volts watts fathoms leagues furlongs bushels barrels gallons litres "
    "liters quarters sacks hides strong odd apiece degrees horsepower stadia stades ells cubits versts "
    "arpents".split()
)
# What writers on history count.
COUNTED = frozenset(
    "men women children people person persons troops soldiers sailors marines infantry infantrymen cavalry "
    "cavalrymen horse horsemen horseman knights archers hoplites warriors fighters rebels insurgents militiamen "
    "militia volunteers recruits officers prisoners captives hostages slaves refugees civilians casualties dead "
    "deaths killed wounded inhabitants residents citizens families households houses homes villages buildings "
    "ships vessels boats galleys triremes barges canoes transports sail aircraft planes aeroplanes airplanes "
    "tanks wagons carts trucks lorries guns cannon cannons pieces rifles muskets bombs shells horses camels mules "
    "oxen cattle sheep members delegates deputies votes seats students pupils workers strikers employees settlers "
    "colonists emigrants immigrants bodies times cases copies volumes pages words monks nuns souls peasants "
    "miners weavers spears lances foot-soldiers musketeers dragoons pikemen regulars reinforcements survivors "
    "passengers others more".split()
)
# Words that end the group of words that a number begins.
FUNCTION = frozenset(
    "with and or in on at of the a an by to for from as when while after before were was had has have his her "
    "their its no many some all most about over but who which that did".split()
)
# What is told from its like by a number; signs of money, which stand before it.
NUMBERED = frozenset(
    "no. nos. nr. number numbers page pages p. pp. vol. vols. volume volumes ch. chap. chapter chapters line "
    "lines ll. verse verses section sections sect. paragraph paragraphs para. article articles art. resolution "
    "resolutions route routes highway highways flight flights room rooms decree decrees directive directives "
    "order orders law bill model type class unit hill point fig. figs. figure figures table tables folio folios "
    "fol. fols. f. ff. doc. docs. document documents n. nn. note notes footnote plate plates pl. item items entry "
    "exhibit appendix annex box lot file folder inv. cat. catalogue ms. mss. cod. op. opus psalm sonnet hymn "
    "canto canon clause regiment battalion squadron battery locomotive engine train bus tram voyage mission "
    "telegram dispatch despatch patent petition docket version serial apartment apt. suite flat size level grade "
    "sector zone plot parcel phone telephone tel. fax isbn issn doi oclc code zip postcode issue asteroid series "
    "col. cols. usd eur gbp rs rs. $ £ € ¥ # § §§ №".split()
)
# After these a number counts even where no noun follows.
LOOSE = frozenset(
    "some over nearly almost estimated another least most further additional totalling totaling totalled "
    "numbering numbered exceeding exceeded outnumbered as cost costs worth paid".split()
)
# After these a number counts where a plural follows.
TAKING = frozenset(
    "about around approximately roughly only than had have has with held holds lost killed took taken sent sold "
    "built bought contain contains contained containing produced employed captured gained won received issued "
    "printed raised brought carried carrying made these those other remaining extra found freed seized destroyed "
    "sank wounded were are was scored saw".split()
)
# What one can be in, or do something in: "they came in 1200 ships".
HELD = frozenset(
    "they came in 1200 ships vessels boats galleys triremes barges canoes transports aircraft planes wagons carts "
    "trucks lorries tanks houses homes villages buildings copies cases volumes pages".split()
)
# A thing of numbers: "a force of 1900".
TOTALS = frozenset(
    "total population number strength force garrison army fleet crew crowd sum height depth length width weight speed "
    "distance altitude elevation majority membership maximum minimum average fine ransom tribute dowry pension salary "
    "congregation body convoy circulation score".split()
)
# What a total does between two numbers.
CHANGED = frozenset(
    "rose risen grew grown fell fallen increased declined dropped shrank shrunk went cut reduced raised rising growing "
    "falling".split()
)
