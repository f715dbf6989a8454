// "Op deze pagina" marks the section that is being read.
{
  const links = new Map();
  for (const link of document.querySelectorAll("#wijzer a[href^='#']")) {
    const heading = document.getElementById(link.hash.slice(1));
    if (heading?.matches("h2")) links.set(heading, link);
  }
  const mark = () => {
    const headings = [...links.keys()];
    const current =
      headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3) ??
      headings[0];
    for (const [heading, link] of links) link.ariaCurrent = heading === current ? "true" : null;
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of links.keys()) observer.observe(heading);

  // From the page before this one the contents lead back to it.
  try {
    const [title, href] = JSON.parse(sessionStorage.vorige ?? "[]");
    const first = document.querySelector("#wijzer .naar-boven");
    if (first && title && document.referrer && new URL(href).pathname !== location.pathname) {
      const item = first.cloneNode(true);
      Object.assign(item.firstChild, { href, textContent: `Terug naar ${title}` });
      first.after(item);
    }
    addEventListener("pagehide", () => {
      const title = document.querySelector("h1")?.innerText;
      sessionStorage.vorige = JSON.stringify([title, location.href]);
    });
  } catch (error) {
    if (
      !(error instanceof DOMException || error instanceof SyntaxError || error instanceof TypeError)
    )
      throw error; // no storage, or it holds something else
  }
}
