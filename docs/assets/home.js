// Lists what a reader kept on this device.
{
  const place = document.getElementById("bewaard");
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem("bewaard") ?? "{}"));
    const folders = {
      begrip: "begrippen",
      thema: "themas",
      spanning: "spanningen",
      bron: "bronnen",
      voorbeeld: "voorbeelden",
      leerroute: "leerroutes",
      casus: "casussen",
    };
    for (const [id, title] of kept) {
      const [kind, name, person] = id.split(/[/.]/);
      const href = person ? `begrippen/${name}/#stem-${person}` : `${folders[kind]}/${name}/`;
      if (!folders[kind] && !person) continue;
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href, textContent: title }));
      place.querySelector("ul").append(item);
    }
    place.hidden = !place.querySelector("li");
  } catch (error) {
    if (
      !(error instanceof DOMException || error instanceof SyntaxError || error instanceof TypeError)
    )
      throw error;
  }
}
