// Lists what a reader kept on this device.
{
  const place = document.getElementById("bewaard");
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem("bewaard") ?? "{}"));
    const folders = { begrip: "begrippen", thema: "themas", spanning: "spanningen", bron: "bronnen", voorbeeld: "voorbeelden", leerroute: "leerroutes", casus: "casussen" };
    for (const [id, title] of kept) {
      const [kind, name] = id.split("/");
      if (!folders[kind]) continue;
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: `${folders[kind]}/${name}/`, textContent: title }));
      place.querySelector("ul").append(item);
    }
    place.hidden = !place.querySelector("li");
    place.querySelector("[data-les]").href += `?les=${kept.map(([id]) => id).filter((id) => /^(begrip|leerroute)\//.test(id)).join(",")}#les`;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
}
