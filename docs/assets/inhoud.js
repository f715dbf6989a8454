// "Op deze pagina" marks the section that is being read.
{
  const links = new Map();
  for (const link of document.querySelectorAll(".rechts a[href^='#']")) {
    const heading = document.getElementById(link.getAttribute("href").slice(1));
    if (heading) links.set(heading, link);
  }
  if (links.size) {
    const mark = () => {
      const headings = [...links.keys()];
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      const current = passed.at(-1) ?? headings[0];
      for (const [heading, link] of links) {
        if (heading === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const heading of links.keys()) observer.observe(heading);
  }
}
