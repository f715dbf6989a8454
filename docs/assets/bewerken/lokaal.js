// The folder on this computer, through the preview that gave this page.

export function makeLocalHome(key) {
  const ask = async (what, sent) => {
    const options = { headers: { "X-Sleutel": key, "Content-Type": "application/json" } };
    if (sent) Object.assign(options, { method: "POST", body: JSON.stringify(sent) });
    const answer = await fetch(`lokaal/${what}`, options);
    const got = await answer.json();
    if (!answer.ok) throw new Error(got.message);
    return got;
  };
  return {
    isLocal: true,
    name: "de map op deze computer",
    verb: "Bewaar",
    loadKnowledge: () => ask("stand"),
    load: (path) => ask(`bestand?pad=${encodeURIComponent(path)}`),
    check: async (files) => (await ask("nakijken", { files })).problems,
    save: (files, seen) => ask("bewaar", { files, seen }),
  };
}
