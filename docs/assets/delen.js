// Copy buttons, the day of reading in a reference, and a link to each part of the page.
const article = document.querySelector("article");
const status = Object.assign(document.createElement("p"), { className: "alleen-voorlezen" });
status.setAttribute("role", "status");
document.body.append(status);

const say = (words) => {
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = words));
};

const copy = async (text, html) => {
  if (html && window.ClipboardItem) {
    const make = (type, content) => new Blob([content], { type });
    const item = { "text/plain": make("text/plain", text), "text/html": make("text/html", html) };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  } else await navigator.clipboard.writeText(text);
};

const select = (element) => getSelection().selectAllChildren(element);

for (const day of article?.querySelectorAll(".vandaag") ?? []) {
  day.textContent = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest(".kopieer");
  const source = button?.closest(".regel")?.querySelector(".tekst");
  if (!source) return;
  const words = (button.dataset.words ??= button.textContent);
  try {
    await copy(source.innerText, source.matches("code") ? "" : source.innerHTML);
    button.textContent = "Gekopieerd";
    say("Gekopieerd");
    setTimeout(() => (button.textContent = words), 2000);
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    select(source); // copying is not allowed here, for instance within a frame
    say("Geselecteerd; kopieer met Ctrl en C");
  }
});

const icon = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M8.2 11.8l3.6-3.6M9 6.2l2-2a3.4 3.4 0 0 1 4.8 4.8l-2 2M11 13.8l-2 2A3.4 3.4 0 0 1 4.2 11l2-2"/></svg>';
for (const heading of article?.querySelectorAll("h2[id], h3[id], .stem[id] > h3") ?? []) {
  const id = heading.closest(".stem[id]")?.id ?? heading.id;
  const link = document.createElement("a");
  link.className = "plek";
  link.href = `#${id}`;
  link.title = "Kopieer de link naar deze plek";
  link.setAttribute("aria-label", `Kopieer de link naar: ${heading.textContent.trim()}`);
  link.innerHTML = icon;
  link.addEventListener("click", async () => {
    const address = new URL(`#${id}`, document.querySelector("link[rel=canonical]")?.href ?? location.href);
    try {
      await copy(address.href);
      link.classList.add("klaar");
      say("Link gekopieerd");
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  });
  heading.append(link);
}
