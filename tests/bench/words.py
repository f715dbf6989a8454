"""Dutch words and halves of sentences, from which synthetic records are put together."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_PARTS = _words("""
    aandacht afstand armoede arts avond bewoner bezoek buurt buur cliënt contact dag dialoog doel
    dorp gast gemeente gesprek gezin groep hulp huis jeugd keten klas kring leefwereld macht mantel
    netwerk ouder praktijk regel school stad straat systeem taal team thuis tijd vraag vriend wijk
""")
SECOND_PARTS = _words("""
    aanpak afspraak band beeld beleid besluit blik bond brug cultuur dienst doel drempel gevoel
    grens houding idee keuze kracht laag lijn maat moed nood pad plan plek rol ruimte spoor steun
    stem taak toon vorm vriend vertrouwen werk wens zorg
""")
ADJECTIVES = _words("""
    brede diepe eerlijke gedeelde kleine lange open rustige stille trage vaste vrije warme
""")
FIRST_NAMES = _words("""
    Aafke Bram Chaima Daan Eefje Farid Greet Hidde Ilse Joost Karima Lieve Menno Noor Otto Pien
    Quirine Ruben Saskia Teun Umit Vera Wout Yara Zoë
""")
LAST_NAMES = _words("""
    Akkerman Bakels Coenen Drost Eijkman Fortuin Geerts Hazelaar Idema Jonker Koster Lammers
    Mulder Nijland Oost Postma Roovers Slagter Tromp Uitham Veldhoen Wiersma Zijlstra
""")

WHO = _phrases("""
    Een sociaal werker
    De buurvrouw
    Een moeder van drie kinderen
    Wie net ontslagen is
    Een vrijwilliger
    De wijkverpleegkundige
    Een student in het tweede jaar
    Het team
    Iemand met schulden
    Een oudere man
    De groep bewoners
    Een jongere zonder vaste plek
    Een ervaringsdeskundige
""")
DOES = _phrases("""
    luistert eerst naar wat er speelt
    vraagt door waar het stil wordt
    blijft komen na de eerste klap
    deelt een maaltijd en een verhaal
    legt uit wat er op papier staat
    zoekt samen naar een volgende stap
    herkent de spanning en noemt haar
    stelt een oordeel nog even uit
    haalt er iemand uit de straat bij
    laat merken dat fouten mogen
    houdt vast aan wat eerder is beloofd
    zet de eigen agenda opzij
""")
WHERE = _phrases("""
    aan de keukentafel
    op het plein voor de school
    in het buurthuis
    tijdens een wandeling
    bij de balie van de gemeente
    in de wachtkamer
    op een woensdagmiddag
    na afloop van het overleg
    tussen twee afspraken door
    in de weken na het ontslag
    op de drempel van de voordeur
""")
BECAUSE = _phrases("""
    zodat vertrouwen de tijd krijgt om te groeien
    ook als het protocol iets anders voorschrijft
    want zonder band komt de vraag niet op tafel
    terwijl de klok van de organisatie doortikt
    omdat een klein gebaar soms meer zegt dan een plan
    al blijft de uitkomst lang onzeker
    en daarmee verschuift wie er aan zet is
    waardoor de ander weer een keuze heeft
    hoewel niemand dat vooraf had afgesproken
    zolang beide kanten eerlijk blijven
""")
REASONS = _phrases("""
    raken elkaar waar iemand hulp vraagt
    vullen elkaar aan in het dagelijks werk
    botsen zodra de tijd krap is
    hebben dezelfde bron maar een ander doel
    versterken elkaar in een langdurig contact
    vragen om een keuze die per mens verschilt
""")
EASY = _phrases("""
    Stel, je buurman is ziek en wil geen hulp.
    Je komt langs en drinkt een kop thee.
    Je praat niet meteen over wat er mis is.
    Zo leer je wat hij zelf graag wil.
    Dat kost tijd, maar het helpt wel.
    Samen kijk je wat de dag van morgen brengt.
    Soms is er zijn al genoeg.
    Je hoeft niet alles op te lossen.
    Jij weet iets, en de ander weet ook iets.
""")
QUESTIONS = _phrases("""
    Wanneer zag jij dit voor het laatst in je werk?
    Wie merkt het als dit ontbreekt?
    Wat zou je morgen anders doen?
    Waar loop je vast, en wie kan meedenken?
    Welke stem hoor je hier nog niet?
""")
