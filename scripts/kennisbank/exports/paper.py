"""The reader on paper: `kennisbank packages` makes it, which takes too long for every build."""

from kennisbank.exports.export import Export, Format

PAPER = Format(
    id="pdf",
    name="De hele kennisbank op papier",
    use="Eén PDF met inhoudsopgave, paginanummers, verwijzingen en alle bronnen.",
    pattern="data/kennisbank.pdf",
    steps=(
        "Download de PDF.",
        "Klik in de inhoudsopgave of op een verwijzing om te springen.",
        "Print wat je nodig hebt; de paginanummers kloppen ook op papier.",
    ),
)
EXPORT = Export(
    make=lambda _: iter(()),
    formats=(PAPER,),
)
