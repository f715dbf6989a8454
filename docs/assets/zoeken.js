// Wakes the search fields of a page when they are used; `/` and Ctrl-K go to one. Nothing is fetched before.
{
  const page = document.querySelector("[data-zoekpagina]");
  const fields = [...document.querySelectorAll('form[role="search"] input[name="q"]')];
  // An edition is searched in the site of today: that is where its forms lead.
  const root = new URL("..", fields[0].form.action);

  const wake = async (field) => {
    if (field.dataset.wakker || page?.contains(field)) return;
    field.dataset.wakker = "ja";
    const { attach } = await import("./zoeken/veld.js");
    attach(field, root);
  };
  for (const field of fields) field.addEventListener("focus", () => wake(field), { once: true });
  for (const field of fields) if (field === document.activeElement) wake(field);
  if (page) import("./zoeken/pagina.js").then(({ start }) => start(page, root));

  const isTyping = (element) => element.closest("input, textarea, select, [contenteditable], dialog[open]");
  document.addEventListener("keydown", (event) => {
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    const shown = fields.find((field) => field.checkVisibility());
    if (!shown) return location.assign(new URL("zoeken/", root));
    shown.focus();
    shown.select();
  });
}
