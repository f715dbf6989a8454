// Knows the address of what was withdrawn by its hash: such an address may itself name somebody.
// The hash is PBKDF2, as in withdrawn/marks.py. Browsers only have it on https and on this machine;
// elsewhere the page says in general what can be the matter.
{
  const place = document.querySelector("[data-ingetrokken]");
  const { salt, rounds, addresses, gone } = JSON.parse(place.dataset.ingetrokken);
  const root = new URL(place.dataset.root, location.href).pathname;
  const hex = (bytes) => [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  const bytes = Uint8Array.from(salt.match(/../g), (each) => parseInt(each, 16));

  const hash = async (text) => {
    const key = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(text),
      "PBKDF2",
      false,
      ["deriveBits"],
    );
    const bits = await crypto.subtle.deriveBits(
      { name: "PBKDF2", hash: "SHA-256", salt: bytes, iterations: rounds },
      key,
      128,
    );
    return hex(new Uint8Array(bits));
  };

  const read = () => {
    const path = decodeURI(location.pathname)
      .slice(root.length)
      .replace(/^edities\/[^/]+\//, "");
    const page = path.replace(/index\.html$/, "");
    return /\.\w+$/.test(page) || page.endsWith("/") ? page : `${page}/`;
  };

  const show = (target) => {
    const title = target === gone ? "Ingetrokken." : "Deze pagina is verhuisd.";
    document.querySelector(".kwijt h1").textContent = title;
    place.textContent = target === gone ? "Wat hier stond, is ingetrokken. " : "";
    if (target === gone) return;
    place.append(
      Object.assign(document.createElement("a"), {
        href: root + target,
        textContent: "Ga naar het nieuwe adres",
      }),
    );
  };

  if (globalThis.crypto?.subtle)
    hash(read()).then((mark) => mark in addresses && show(addresses[mark]));
}
