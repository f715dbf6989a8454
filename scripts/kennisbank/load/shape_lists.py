"""What a drawing may hold of SVG 2, what to do about the rest, and expat's complaints in Dutch."""

from xml.parsers.expat import errors

_ELEMENTS = (
    "svg g defs title desc path rect circle ellipse line polyline polygon text tspan marker "
    "linearGradient radialGradient stop clipPath"
)
ELEMENTS = frozenset(_ELEMENTS.split())
WORDS = frozenset(("title", "desc"))
"""These hold words and no elements: a browser reads what is inside them as HTML."""

_ATTRIBUTES = (
    "id class lang role version aria-label aria-labelledby aria-describedby aria-hidden "
    "x y x1 y1 x2 y2 cx cy r rx ry fx fy width height d points viewBox preserveAspectRatio "
    "transform pathLength fill fill-opacity fill-rule stroke stroke-width stroke-opacity "
    "stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity "
    "color clip-path clip-rule clipPathUnits visibility display overflow "
    "vector-effect shape-rendering text-rendering font-family font-size font-style font-weight "
    "font-variant letter-spacing word-spacing text-anchor dominant-baseline alignment-baseline "
    "baseline-shift text-decoration writing-mode dx dy rotate textLength lengthAdjust "
    "marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient "
    "offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod"
)
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
_FUNCTIONS = (
    "var calc rgb rgba hsl hsla translate translatex translatey rotate scale scalex scaley "
    "matrix skewx skewy"
)
FUNCTIONS = frozenset(_FUNCTIONS.split())
"""What a value may call, in small letters; `url(#…)` apart."""

_STYLE = (
    'geef elke vorm zelf haar kleuren, zoals fill="var(--ink,#24211e)", of laat je '
    "tekenprogramma bij het bewaren stijl omzetten in attributen"
)
_LINK = "haal het weg, en zet links in de tekst van het record"
_STILL = "haal het weg: een tekening beweegt niet"
PICTURE = "teken het na: een tekening haalt geen ander bestand op"
REACTION = "haal het weg: een tekening doet niets uit zichzelf"
FOREIGN = "dit is van een tekenprogramma of een webpagina; bewaar de tekening als gewone SVG"
ADVICE = {
    "script": REACTION,
    "handler": REACTION,
    "listener": REACTION,
    "style": _STYLE,
    "foreignObject": "dit is een stuk webpagina; zet de woorden in <text>",
    "iframe": "dit is een stuk webpagina; haal het weg",
    "a": _LINK,
    "href": _LINK,
    "use": "zet de vorm zelf op haar plaats",
    "symbol": "zet de vorm zelf op haar plaats",
    "image": PICTURE,
    "feImage": PICTURE,
    "filter": "teken zonder schaduw of vervaging",
    "mask": "knip met clipPath",
    "pattern": "vul met een kleur",
    "metadata": FOREIGN,
    "animate": _STILL,
    "animateColor": _STILL,
    "animateMotion": _STILL,
    "animateTransform": _STILL,
    "set": _STILL,
    "tabindex": REACTION,
}
"""What to do about an element or attribute that is refused; without a line here: leave it out."""

_CUT = "de tekening is niet af; bewaar haar opnieuw in je tekenprogramma"
XML_COMPLAINTS = {
    errors.XML_ERROR_TAG_MISMATCH: "hier sluit iets anders dan er open staat; kijk welk deel geen "
    "einde heeft, of bewaar de tekening opnieuw in je tekenprogramma",
    errors.XML_ERROR_NO_ELEMENTS: _CUT,
    errors.XML_ERROR_UNCLOSED_TOKEN: _CUT,
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "hier staat nog iets na </svg>; haal dat weg",
    errors.XML_ERROR_UNDEFINED_ENTITY: "dit teken kent SVG niet; zet het teken zelf neer, en "
    "&amp; voor een &-teken",
    errors.XML_ERROR_UNBOUND_PREFIX: "dit voorvoegsel hoort bij een tekenprogramma; bewaar de "
    "tekening als gewone SVG",
    errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "dit staat twee keer bij een vorm; haal er een weg",
    errors.XML_ERROR_INVALID_TOKEN: "dit teken kan hier niet staan; schrijf &lt; voor < en &amp; "
    "voor een &-teken",
}
"""By expat's message; of others it is said that this is no SVG."""
