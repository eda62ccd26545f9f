"""Words that show somebody is named, and words that show nobody is: titles, cues, ordinary words, words of places."""

from frontdoor.access.word_lists import words_in

ORDINARY_WORDS = words_in(
    """
    a able about above absolutely abuse access account action after again against ago all almost also always am an and another answer
    answered answering any anybody anyone anything appalling application appointment are area around as ask asked asking at available
    avoid awaiting away awful back bad badge band bay bays be because been before behind being benefit benefits best better
    between big bill bills bin bins black blue book booked both brilliant broken brown building bulky bus business but by call
    called calling calls came can cannot car care centre certificate change charge charges checked children christmas civic clean
    cleaning clear clearly closed collected collection collections come comment communications community complaint complaints
    completely computer confirm contact control correct could council councillor councillors councils county credit customer
    customers daily damp date day days dealing dear delay delighted department desk did didn different difficult direct director
    disabled disappointed disgusted disgraceful district do does doing don done down drive dropped due during each early east easy
    either electoral email emergency empty end enforcement environmental estate even ever every everybody everyone everything
    everywhere excellent extremely face fantastic far feedback fees few finally finance fine first fix fixed floor fly for form forms
    found four free friday friendly from front full further garden general get getting give given go going gone good got great green
    grey grit had half happy has have having he headteacher health hello help helped helpful helpline her here hi him his home
    homeless homes hour hours house household housing how however huge human i if ill important impossible in information initially
    inside internet into is isn issue issues it item its itself january february march april may june july august september
    october november december job just keep kind kindly knows lady ladies last late later leaving left legal less let letter
    letters library licensing like line lines list listed little live living local long looked looking lost lot lots made madam
    mail main maintenance make making man manager managers many may maybe mayor me meeting member message might mine minute minutes
    miss missed missing monday tuesday wednesday thursday friday saturday sunday money month months more morning most mother move
    moved much my myself need needs neighbour never new next nice night no nobody non none nor north not nothing notice now number
    of off office officer officers often ok okay old on once one online only open opening operator or order other others our out
    outside over overall own paid park parking parks part pay paying payment payments people perfect permit person phone phoned place
    planning please police polite poor post pot pothole potholes pretty private problem problems professional property public
    queue quick quickly quite rang rates read really reason received reception receptionist recycling reference refund refuse
    regarding regards registrars registration regularly rent repair repairs report reported reporting request residents response
    revenues right ring road roads room rubbish rude said same sat say saying says school sector security see seem seems send sent
    service services several shall she short should shouting since sir site six small so social solved some somebody someone
    something soon sorry sort sorted south speak speaking spoke staff star stars start started state still stop story straight
    street streets super supervisor support sure system take taken taking tax team teams telephone tell ten tenancy tenants terrible
    than thank thankful thanks that the their them then there therefore these they thing things think this those though three
    through time times to today together told tomorrow tonight too took total totally town traffic transport tree trees tried
    trying twice two under understand universal until up update upset urgent us use used useless using usual very via visit visited
    visitor visits voicemail wait waited waiting want wanted wants warden was waste wasting water way we web website week weekly
    weeks well went were west what when where which while who whole whoever why will with within without woman wonderful word words
    work worker workers working works worse worst would writing written wrong year years yes yesterday yet you your yours
    aren couldn doesn hadn hasn haven shouldn wasn weren wouldn can't didn't doesn't don't hasn't haven't isn't wasn't won't wouldn't
    i'm i've i'd i'll it's that's there's they're you're we're he's she's what's who's let's couldn't shouldn't
    keys english welsh polish british asian african indian pakistani muslim christian english-speaking autistic deaf blind
    pensioner resident tenant owner landlord leaseholder single-parent carer veteran nurse teacher retired vulnerable unhappy
    unable aware grateful wheelchair appalled amazed annoyed angry fed fuming impressed pleased pregnant sick tired
    tel mob mobile email address dob re ref please thanks cheers caller incorrect misspelled misspelt spelt spelled down missing registered
    """
)
"""Words that are not part of a name even with a capital letter; the words of council services among them."""

STREET_WORDS = words_in(
    """
    street st road rd avenue ave lane ln drive dr close crescent cres court ct place pl gardens gdns grove terrace terr hill park
    mews row walk square sq view rise green parade mount bank gate vale croft way wynd brae field fields meadow meadows bridge
    """
)
PLACE_WORDS = STREET_WORDS | words_in(
    """
    house hall centre center school college academy primary infants hospital surgery ward estate library church chapel station
    stadium theatre museum car retail shopping leisure clinic hotel inn arms pub tower towers flats lodge suite room building
    cemetery crematorium farm wood woods common recreation playing community institute trust foundation university day bay
    """
)
"""What follows a first name that is the name of a place."""

BEFORE_A_PLACE = words_in(
    "the st saint sts queen king prince princess lord lady duke port mount north south east west royal"
)

TITLES = words_in("mr mrs ms mx mister messrs cllr")
"""After these nearly any word is a name."""

DOUBTFUL_TITLES = words_in("miss dr doctor prof professor councillor rev reverend pc pcso sir dame sgt father")
"""After these a name has a capital letter, or is a common one."""

PARTICLES = words_in("van der den de la le du da dos al el bin ibn ap ab ferch o mac von y")

_SPEAKING = words_in("spoke speak speaking spoken talk talked talking")
_OFFICERS = (
    "neighbour husband wife partner son daughter mum mother dad father brother sister uncle aunt nan friend manager officer adviser "
    "advisor agent lady lad gentleman man woman chap bloke landlord tenant carer colleague supervisor warden attn contact"
)
CUES: dict[str, frozenset[str]] = {
    "to": _SPEAKING | {"thanks", "you", "grateful"},
    "with": _SPEAKING | {"dealt"},
    "by": words_in("told dealt served seen helped answered signed visited"),
    "for": words_in("ask asked asking"),
    "you": frozenset({"thank"}),
    "done": frozenset({"well"}),
    "am": frozenset({"i"}),
    "is": words_in("this here"),
    **dict.fromkeys(
        sorted(words_in(f"told tell called calls named ask asked dear hi hello i'm it's its {_OFFICERS}")), frozenset()
    ),
}
"""Words before a name, and which of them need one of these before them: 'spoke to', but not any 'to'."""
