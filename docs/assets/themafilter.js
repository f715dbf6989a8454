// Links to themes above a list become a filter of that list; the choice stands in the address.
{
  for (const filter of document.querySelectorAll("[data-filter]")) {
    const items = [...document.querySelectorAll(filter.dataset.filter)];
    const links = [...filter.querySelectorAll("a[data-thema]")];
    const status = Object.assign(document.createElement("p"), { className: "alleen-voorlezen" });
    status.setAttribute("role", "status");
    filter.append(status);

    const show = (theme) => {
      for (const link of links) {
        if (link.dataset.thema === theme) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      for (const item of items) item.hidden = Boolean(theme) && item.dataset.thema !== theme;
      for (const group of document.querySelectorAll(".letter")) {
        group.hidden = !group.querySelector(`${filter.dataset.filter}:not([hidden])`);
      }
    };

    filter.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-thema]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const theme = link.hasAttribute("aria-current") ? "" : link.dataset.thema;
      try {
        history.replaceState(null, "", theme ? `?thema=${theme}` : location.pathname);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error; // a frame may forbid it
      }
      show(theme);
      status.textContent = `${items.filter((item) => !item.hidden).length} begrippen`;
    });

    const asked = new URLSearchParams(location.search).get("thema");
    if (links.some((link) => link.dataset.thema === asked)) show(asked);
  }
}
