// Wakes the search fields of a page when they are used; `/` and Ctrl-K go to one. Nothing is fetched before.
{
  const page = document.querySelector("[data-zoekpagina]");
  const fields = [...document.querySelectorAll('form[role="search"] input[name="q"]')];
  // An edition is searched in the site of today: that is where its forms lead.
  const root = new URL("..", fields[0].form.action);
  // In a frame with no rights of its own a script has no address to begin from: give it in whole.
  const here = document.currentScript.src;

  // What a field says when its script does not come; Enter leads to the page for searching.
  const note = (field) => {
    const list = Object.assign(document.createElement("a"), {
      href: new URL("begrippen/", root),
      textContent: "alle begrippen van A tot Z",
    });
    const words = Object.assign(document.createElement("p"), {
      className: "zoeklijst zoekstoring",
    });
    words.setAttribute("role", "status");
    words.append("Zoeken laadt nog niet. Wacht even, of kijk bij ", list, ".");
    field.form.append(words);
    return words;
  };
  const wake = async (field) => {
    if (field.dataset.wakker || page?.contains(field)) return;
    field.dataset.wakker = "ja";
    let words;
    const slow = setTimeout(() => (words = note(field)), 4000);
    try {
      const { attach } = await import(new URL("zoeken/veld.js", here));
      attach(field, root);
      words?.remove();
    } catch (error) {
      console.warn(error);
      words ??= note(field);
    } finally {
      clearTimeout(slow);
    }
  };
  const wakePage = async () => {
    try {
      const { start } = await import(new URL("zoeken/pagina.js", here));
      start(page, root);
    } catch (error) {
      console.warn(error);
      document.querySelector("[data-traag]")?.classList.add("nu");
    }
  };
  for (const field of fields) field.addEventListener("focus", () => wake(field), { once: true });
  for (const field of fields) if (field === document.activeElement) wake(field);
  if (page) wakePage();

  const isTyping = (element) =>
    element.closest("input, textarea, select, [contenteditable], dialog[open]");
  document.addEventListener("keydown", (event) => {
    const isSlash =
      event.key === "/" &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !isTyping(event.target);
    const isK =
      event.key.toLowerCase() === "k" &&
      (event.ctrlKey || event.metaKey) &&
      !event.altKey &&
      !event.shiftKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    const shown = fields.find((field) => field.checkVisibility());
    if (!shown) return location.assign(new URL("zoeken/", root));
    shown.focus();
    shown.select();
  });
}
