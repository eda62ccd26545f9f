"""Words too common to say anything about a comment: articles, pronouns, little verbs and the like."""

_LITTLE = """
    about after again all also although always and another any anyone anything are around because been before being both but came can
    cannot come could did does doing done don down each either else ever every everyone everything few for from get gets getting give
    given gives going gone got had has have having her here hers him his how however into isn its itself just let like made make makes
    many may maybe might more most much must myself need needs neither never next nor not nothing now off often once one only onto other
    our ours out over own per perhaps put quite rather really said same say says see seem seems seen she should since some someone
    something soon still such sure take taken takes than that the their theirs them then there these they thing things this those though
    through thus too took toward under until upon use used using usually very via want wants was wasn way well went were what whatever
    when where whether which while who whole whom whose why will with within without won would yes yet you your yours
    aren couldn didn doesn hadn hasn haven shouldn weren wouldn
"""
LITTLE_WORDS = frozenset(_LITTLE.split())
"""In lower case, of three letters or more: shorter words are not counted at all."""
