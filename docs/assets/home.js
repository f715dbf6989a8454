// Lists what a reader kept on this device, and leads on in the routes that were begun.
const place = document.getElementById("bewaard");
const onward = document.getElementById("verder");
try {
  const read = JSON.parse(localStorage.getItem("routes") ?? "{}");
  for (const item of onward?.querySelectorAll("li") ?? []) {
    const { route, stappen } = item.dataset;
    const steps = stappen.split(" ");
    const next = steps.findIndex((_, index) => !read[route]?.includes(index + 1));
    if (!read[route]?.length || next < 0) continue;
    const link = item.querySelector("a");
    link.href = `begrippen/${steps[next]}/?route=${route}`;
    link.append(` · stap ${next + 1} van ${steps.length}`);
    item.hidden = onward.hidden = false;
  }
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
