# SPDX-License-Identifier: Apache-2.0
"""Words by which a duty hangs: who, whether, how much, by when. And when two wordings say the same.

A language without a list here has no harmless words: every other word is then taken for a change of duty.
"""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"(?:(?<![\w)])[-−])?\d+(?:[.,:/–-]\d+)*"  # a number with its minus, a share, a range
    r"|\w+(?:['’‐‑-]\w+)*"
    r"|'(?=[{}])|(?<=[{}])'"  # quotes that turn a placeholder into words
    r"|[^\w\s]"
)
_HARMLESS = frozenset(".,;:!?\"“”„«»‘’‹›'()[]*_–—-‐‑…·•")
_PLACEHOLDER = re.compile(r"\{\s*(\w+)")

_PARTIES = """
    contractor contractor's contractors subcontractor subcontractor's subcontractors authority authority's authorities
    bidder bidder's bidders tenderer tenderer's tenderers candidate candidates supplier supplier's suppliers buyer
    buyer's producer producers worker worker's workers employer employers firm firm's firms site sites auditor auditors
    coordinator inspectorate representative representatives manager lead panel user users person persons
    consultant group participant participants chair visitor visitors party parties third
"""
_WHETHER = """
    shall must may can should will would cannot not no none never nor neither without unless except excluding including
    if when where only solely or and either both any each every all entire whole instead otherwise also
    prohibited forbidden permitted allowed entitled obliged required requires demand demands duty duties right
    free voluntary optional mandatory binding waive waives exempt equivalent
"""
_HOW_MUCH = """
    one two three four five six seven eight nine ten eleven twelve half third quarter double twice once
    least most minimum maximum more less fewer exceed exceeds above below over under up to than first last
    percent per total share
"""
_BY_WHEN = """
    before after within until by during from since at on day days working week weeks month months year years hour hours
    immediately promptly deadline start end
"""

_GERMAN = """
    auftragnehmer auftragnehmers auftraggeber auftraggebers auftraggeberin bieter bieters bewerber subunternehmer
    nachunternehmer unternehmen lieferant beschäftigte beschäftigten arbeitnehmer person personen dritte muss müssen
    soll sollen darf dürfen kann können hat haben ist sind nicht kein keine keinen keiner nie ohne außer ausgenommen
    nur wenn falls sofern es sei denn jede jeder jedes alle sämtliche beide oder und verboten erlaubt zulässig
    verpflichtet berechtigt pflicht recht freiwillig gleichwertig gleichwertige ein eine einer einem einen zwei drei
    vier fünf sechs sieben acht neun zehn hälfte mindestens höchstens mehr weniger über unter bis ab vor nach
    innerhalb binnen während seit tag tage tagen werktage werktagen woche wochen monat monate monaten jahr jahre
    jahren stunde stunden unverzüglich sofort frist
"""
_NORWEGIAN = """
    leverandør leverandøren leverandørens oppdragsgiver oppdragsgiveren oppdragsgiverens tilbyder tilbyderen
    underleverandør underleverandøren underleverandører virksomhet virksomheten virksomheter arbeidstaker
    arbeidstakere arbeidstakerne person personer skal må kan bør får har er ikke ingen intet aldri uten unntatt med
    mindre bare kun når hvis dersom hver hvert alle begge eller og forbudt tillatt plikter plikt plikten rett retten
    frivillig likeverdig likeverdige en ett én et to tre fire fem seks sju åtte ni ti halvparten minst høyst maksimalt
    mer mindre flere færre over under før etter innen inntil til fra siden dag dager virkedag virkedager arbeidsdager
    uke uker måned måneder år time timer straks umiddelbart frist fristen
"""
_DUTCH = """
    opdrachtnemer opdrachtgever aanbestedende dienst inschrijver inschrijvers gegadigde onderaannemer onderaannemers
    leverancier onderneming ondernemingen werknemer werknemers persoon personen derde derden moet moeten zal zullen
    mag mogen kan kunnen dient dienen heeft is zijn niet geen nooit zonder behalve tenzij uitgezonderd alleen slechts
    enkel als indien wanneer elke elk ieder iedere alle beide of en verboden toegestaan verplicht verplichting recht
    vrijwillig gelijkwaardig gelijkwaardige een één twee drie vier vijf zes zeven acht negen tien helft minstens
    minimaal ten minste hoogstens maximaal meer minder boven onder voor na binnen tot van vanaf sinds tijdens dag
    dagen werkdag werkdagen week weken maand maanden jaar jaren uur uren onmiddellijk onverwijld termijn
"""
_FRENCH = """
    titulaire adjudicataire adjudicateur pouvoir soumissionnaire soumissionnaires candidat candidats sous-traitant
    sous-traitants fournisseur entreprise entreprises travailleur travailleurs personne personnes tiers doit doivent
    peut peuvent devra devront pourra pourront a ont est sont ne n'est pas aucun aucune jamais sans sauf excepté seul
    seule seulement uniquement que si lorsque chaque tout toute tous toutes deux ou et interdit autorisé permis tenu
    tenue obligation droit volontaire équivalent équivalente un une trois quatre cinq six sept huit neuf dix moitié
    moins plus minimum maximum avant après dans jusqu'à dès depuis pendant jour jours ouvrable ouvrables semaine
    semaines mois an ans année années heure heures immédiatement délai
"""

_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(f"{_PARTIES} {_WHETHER} {_HOW_MUCH} {_BY_WHEN}".split()),
    "de": frozenset(_GERMAN.split()),
    "nb": frozenset(_NORWEGIAN.split()),
    "nl": frozenset(_DUTCH.split()),
    "fr": frozenset(_FRENCH.split()),
}
"""By language. The base text is English and has the versions; the others tell what a better translation touched."""


def tokens(text: str) -> tuple[str, ...]:
    """What counts of a wording: words and signs without case, spaces, punctuation and emphasis.

    >>> tokens("The *Contractor* pays, within 2.5 days;") == tokens("the contractor pays within 2.5 days.")
    True
    >>> tokens("at most 2.5") == tokens("at most 25")
    False
    """
    quotes = _quotes(text)
    found = (sign.casefold().replace("’", "'").strip("_") for sign in _TOKENS.findall(text))
    return tuple(sign for sign in found if sign and (sign not in _HARMLESS or (quotes and sign == "'")))


def _quotes(text: str) -> bool:
    """Whether an apostrophe stands at a brace: there it decides whether a figure is shown."""
    return "'{" in text or "}'" in text or "'}" in text or "{'" in text


def duties(text: str, language: str) -> tuple[str, ...]:
    """The words of a text by which a duty hangs, with its figures and placeholders, in their order.

    >>> duties("The Bidder fills in {rows} rows, and no more.", "en")
    ('bidder', '{', 'rows', '}', 'rows', 'and', 'no', 'more')
    """
    known = _WORDS.get(language)
    found = tokens(text)
    if known is None:
        return found
    names = set(_PLACEHOLDER.findall(text.casefold()))
    return tuple(
        token
        for token in found
        if token in known or token in names or not token[0].isalpha() or any(sign.isdigit() for sign in token)
    )
