// Names the section in "Klopt er iets niet?": the one in the address, or the one that was last read.
{
  const link = document.querySelector("[data-melden]");
  const empty = encodeURIComponent("hele pagina");
  const headings = [...document.querySelectorAll("article h2[id]")];
  const nameOf = (heading) => heading?.firstChild?.textContent.trim();
  const start = link.href;
  let read;

  // The bottom of the page, where the link stands, passes every heading: keep what was read before.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) read = target;
    },
    { rootMargin: "0px 0px -40% 0px" },
  );
  for (const heading of headings) observer.observe(heading);

  const fill = () => {
    const chosen = document.querySelector(":target");
    const section = headings.findLast(
      (each) =>
        chosen &&
        (each === chosen ||
          each.compareDocumentPosition(chosen) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
    const name = nameOf(section ?? read);
    link.href = name ? start.replace(empty, encodeURIComponent(name)) : start;
  };
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, fill);
}
