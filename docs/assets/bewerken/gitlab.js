// GitLab, as "REST API" of docs.gitlab.com describes: repository files, commits, merge requests.

import { fromBase64 } from "./host.js";

const project = ({ host }) => `/projects/${encodeURIComponent(host.project)}`;

export const GITLAB = {
  send: (token) => (token ? { "PRIVATE-TOKEN": token } : {}),

  async load(home, path) {
    const found = await home.ask(
      "GET",
      `${project(home)}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(home.host.branch)}`,
    );
    return { text: fromBase64(found.content), mark: found.last_commit_id };
  },

  async propose(home, { files, seen, words, branch }) {
    const actions = Object.entries(files).map(([path, content]) => ({
      action: seen[path] ? "update" : "create",
      file_path: path,
      content,
      ...(seen[path] && { last_commit_id: seen[path] }),
    }));
    const start = { branch, start_branch: home.host.branch, commit_message: words, actions };
    await home.ask("POST", `${project(home)}/repository/commits`, start);
    const made = await home.ask("POST", `${project(home)}/merge_requests`, {
      source_branch: branch,
      target_branch: home.host.branch,
      title: words,
      description: words,
      remove_source_branch: true,
    });
    return { address: made.web_url };
  },
};
