// GitHub, as "REST API endpoints" of docs.github.com describes: contents, git refs, pulls.

import { fromBase64, toBase64 } from "./host.js";

const encode = (path) => path.split("/").map(encodeURIComponent).join("/");
const repo = ({ host }) => `/repos/${encode(host.project)}`;

export const GITHUB = {
  send: (token) => ({
    Accept: "application/vnd.github+json",
    "X-GitHub-Api-Version": "2022-11-28",
    ...(token && { Authorization: `Bearer ${token}` }),
  }),

  async load(home, path) {
    const found = await home.ask(
      "GET",
      `${repo(home)}/contents/${encode(path)}?ref=${encodeURIComponent(home.host.branch)}`,
    );
    return { text: fromBase64(found.content), mark: found.sha };
  },

  async propose(home, { files, seen, words, branch }) {
    const base = await home.ask("GET", `${repo(home)}/git/ref/heads/${encode(home.host.branch)}`);
    await home.ask("POST", `${repo(home)}/git/refs`, {
      ref: `refs/heads/${branch}`,
      sha: base.object.sha,
    });
    for (const [path, text] of Object.entries(files)) {
      const body = {
        message: words,
        content: toBase64(text),
        branch,
        ...(seen[path] && { sha: seen[path] }),
      };
      await home.ask("PUT", `${repo(home)}/contents/${encode(path)}`, body);
    }
    const made = await home.ask("POST", `${repo(home)}/pulls`, {
      title: words,
      head: branch,
      base: home.host.branch,
      body: words,
    });
    return { address: made.html_url };
  },
};
