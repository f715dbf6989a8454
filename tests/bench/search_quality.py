"""Print how well searching answers each set of questions.

    make search-quality                        all sets
    make search-quality SETS="werk proef"      only the sets to tune with

Tune with `werk` and `proef`; `eind` and `rollen` tell whether that went too far. Whoever writes
questions looks at no search terms, and a search term never comes to pass a question.
"""

import sys

from browsing import open_browser
from building import ROOT
from searching import QUESTIONS, ask_all, count, find_rank, read_questions
from serving import serve_site


def main(names: list[str]) -> None:
    """Ask every question of the sets in the built site, and print a line for each set."""
    sets = names or sorted(file.stem for file in QUESTIONS.glob("*.tsv"))
    print(f"{'set':8}{'asked':>6}{'hit@1':>8}{'hit@3':>8}{'MRR':>8}  zero  single  misled")
    with serve_site(ROOT / "site") as address, open_browser() as browser:
        page = browser.new_page()
        page.goto(f"{address}zoeken/")
        for name in sets:
            questions = read_questions(name)
            replies = ask_all(page, (question.words for question in questions))
            f = count(questions, replies)
            print(
                f"{name:8}{f.asked:6}{f.first:8.3f}{f.three:8.3f}{f.reciprocal:8.3f}"
                f"{f.zero:6}{f.single:8}{f.misled:8}"
            )
            if not names:
                continue
            for question, reply in zip(questions, replies, strict=True):
                if find_rank(question, reply.addresses) not in (1, 2, 3):
                    print(f"    {question.words}: {' '.join(reply.addresses[:3])}")


if __name__ == "__main__":
    main(sys.argv[1:])
