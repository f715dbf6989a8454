"""What must hold of a SKOS scheme, as SPARQL questions that are answered yes when it does not.

The numbered ones are integrity conditions of the SKOS reference; the others are quality.
"""

from rdflib import Graph
from rdflib.namespace import SKOS

_PREFIXES = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

CHECKS = {
    "S9": "?x a skos:Concept, skos:ConceptScheme",
    "S13": """{ ?x skos:prefLabel ?l ; skos:altLabel ?l } UNION
        { ?x skos:prefLabel ?l ; skos:hiddenLabel ?l } UNION
        { ?x skos:altLabel ?l ; skos:hiddenLabel ?l }""",
    "S14": "?x skos:prefLabel ?a, ?b FILTER(?a != ?b && lang(?a) = lang(?b))",
    "S27": "?x skos:related ?y . { ?x skos:broader+ ?y } UNION { ?y skos:broader+ ?x }",
    "S37": "?x a skos:Collection . { ?x a skos:Concept } UNION { ?x a skos:ConceptScheme }",
    "S46": """?x skos:exactMatch ?y .
        { ?x skos:broadMatch|skos:narrowMatch|skos:relatedMatch ?y } UNION
        { ?y skos:broadMatch|skos:narrowMatch|skos:relatedMatch ?x }""",
    "cycle": "?x skos:broader+ ?x",
    "dangling": """?x skos:broader|skos:narrower|skos:related|skos:member|skos:hasTopConcept ?y
        FILTER NOT EXISTS { ?y a ?kind }""",
    "one-way-related": "?x skos:related ?y FILTER NOT EXISTS { ?y skos:related ?x }",
    "missing-inverse": """{ ?x skos:broader ?y FILTER NOT EXISTS { ?y skos:narrower ?x } } UNION
        { ?x skos:narrower ?y FILTER NOT EXISTS { ?y skos:broader ?x } } UNION
        { ?x skos:topConceptOf ?y FILTER NOT EXISTS { ?y skos:hasTopConcept ?x } }""",
    "orphan": """?x a skos:Concept
        FILTER NOT EXISTS { ?x skos:broader|skos:narrower|skos:related|skos:topConceptOf ?y }""",
    "no-scheme": "?x a skos:Concept FILTER NOT EXISTS { ?x skos:inScheme ?s }",
    "top-with-broader": "?x skos:topConceptOf ?s ; skos:broader ?y",
    "double-label": """{ SELECT ?word ?language WHERE {
        ?x a skos:Concept ; skos:prefLabel|skos:altLabel ?l
        BIND(lcase(str(?l)) AS ?word) BIND(lang(?l) AS ?language)
        } GROUP BY ?word ?language HAVING (COUNT(DISTINCT ?x) > 1) }""",
    "no-dutch-label": """?x a skos:Concept
        FILTER NOT EXISTS { ?x skos:prefLabel ?l FILTER(lang(?l) = "nl") }""",
    "no-language": """?x skos:prefLabel|skos:altLabel|skos:hiddenLabel|skos:definition|
        skos:scopeNote|skos:note|skos:editorialNote|skos:changeNote ?l FILTER(lang(?l) = "")""",
}


def find_defects(graph: Graph) -> set[str]:
    """Give the name of each check that does not hold, and each term that SKOS does not have."""
    failed = {
        name
        for name, pattern in CHECKS.items()
        if graph.query(f"{_PREFIXES} ASK {{ {pattern} }}").askAnswer
    }
    known = {str(SKOS[name]) for name in SKOS.__annotations__}
    used = {str(term) for triple in graph for term in triple if str(term).startswith(str(SKOS))}
    return failed | {f"unknown:{term.removeprefix(str(SKOS))}" for term in used - known}
