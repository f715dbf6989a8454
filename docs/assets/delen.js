// Copy buttons, the day of reading in a reference, and a link to each part of the page.
{
  const status = Object.assign(document.createElement("p"), { className: "alleen-voorlezen" });
  status.setAttribute("role", "status");
  document.body.append(status);

  const copy = async (text, html) => {
    if (!html || !window.ClipboardItem) return navigator.clipboard.writeText(text);
    const make = (type, content) => new Blob([content], { type });
    const item = { "text/plain": make("text/plain", text), "text/html": make("text/html", html) };
    return navigator.clipboard.write([new ClipboardItem(item)]);
  };
  // Copying is not allowed everywhere, for instance within a frame.
  const attempt = async (copied, done, failed) => {
    try {
      await copied;
      done();
      status.textContent = "";
      requestAnimationFrame(() => (status.textContent = "Gekopieerd"));
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      failed();
    }
  };

  for (const day of document.querySelectorAll(".vandaag")) {
    day.textContent = new Date().toLocaleDateString("nl-NL", {
      day: "numeric",
      month: "long",
      year: "numeric",
    });
  }

  // Who hears the buttons one after the other, hears what each copies.
  const name = (button) => {
    const text = button.closest(".regel")?.firstElementChild.textContent;
    if (text) button.ariaLabel = `${button.textContent}: ${text.trim().slice(0, 150)}`;
  };
  document.querySelectorAll(".kopieer").forEach(name);

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".kopieer");
    const source = button?.closest(".regel").querySelector(".tekst");
    if (!source) return;
    button.dataset.words ??= button.textContent;
    const { words } = button.dataset;
    const done = () => {
      button.ariaLabel = null;
      button.textContent = "Gekopieerd";
      setTimeout(() => {
        button.textContent = words;
        name(button);
      }, 2000);
    };
    const failed = () => {
      getSelection().selectAllChildren(source);
      status.textContent = "Geselecteerd; kopieer met Ctrl en C";
    };
    attempt(copy(source.innerText, source.matches("code") ? "" : source.innerHTML), done, failed);
  });

  const icon =
    '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M8.2 11.8l3.6-3.6M9 6.2l2-2a3.4 3.4 0 0 1 4.8 4.8l-2 2M11 13.8l-2 2A3.4 3.4 0 0 1 4.2 11l2-2"/></svg>';
  for (const heading of document.querySelectorAll("article :is(h2[id], h3[id], .stem[id] > h3)")) {
    const hash = `#${heading.closest(".stem[id]")?.id ?? heading.id}`;
    const link = Object.assign(document.createElement("a"), {
      className: "plek",
      href: hash,
      title: "Kopieer de link naar deze plek",
      innerHTML: icon,
    });
    // Of itself: in a list of headings the link is no part of it.
    heading.ariaLabel = heading.textContent.trim().replace(/\s+/g, " ");
    link.ariaLabel = `Kopieer de link naar: ${heading.ariaLabel}`;
    link.addEventListener("click", () => {
      const address = new URL(
        hash,
        document.querySelector("link[rel=canonical]")?.href ?? location.href,
      );
      attempt(
        copy(address.href),
        () => link.classList.add("klaar"),
        () => {},
      );
    });
    heading.append(link);
  }
}
