// The git host: a proposal of changed files, made with a token that only this tab keeps.

import { GITHUB } from "./github.js";
import { GITLAB } from "./gitlab.js";

const KEY = "bewerken-sleutel";
const HOSTS = { github: GITHUB, gitlab: GITLAB };

export function makeHostHome(host) {
  const { send, ...calls } = HOSTS[host.sort];
  const ask = async (method, path, body) => {
    const options = {
      method,
      headers: send(sessionStorage.getItem(KEY) ?? ""),
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    };
    if (body)
      Object.assign(options, {
        body: JSON.stringify(body),
        headers: { ...options.headers, "Content-Type": "application/json" },
      });
    const answer = await fetch(host.api + path, options);
    if (answer.ok) return answer.json();
    const said = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(explain(answer.status, said.message, host)), {
      status: answer.status,
    });
  };
  const home = { host, ask };
  return {
    isLocal: false,
    name: `een voorstel bij ${host.name}`,
    verb: "Dien voorstel in",
    hasToken: () => Boolean(sessionStorage.getItem(KEY)),
    setToken: (token) => sessionStorage.setItem(KEY, token.trim()),
    forget: () => sessionStorage.removeItem(KEY),
    loadKnowledge: async () => (await fetch("velden.json")).json(),
    load: (path) => calls.load(home, path),
    check: async (files, sources, knowledge) => {
      const { checkChange } = await import("./regels.js");
      return Object.entries(files).flatMap(([path, text]) =>
        checkChange(knowledge.about(path), text, sources[path], knowledge),
      );
    },
    async save(files, seen, words) {
      const late = [];
      for (const path of Object.keys(files)) {
        const now = await calls
          .load(home, path)
          .catch((error) => (error.status === 404 ? { mark: null } : Promise.reject(error)));
        if (now.mark !== (seen[path] ?? null)) late.push(path);
      }
      if (late.length) return { late };
      return calls.propose(home, { files, seen, words, branch: nameBranch(files) });
    },
  };
}

/** Give a name for the branch that nobody has: the record, and the moment. */
function nameBranch(files) {
  const [first] = Object.keys(files);
  return `voorstel/${first
    .split("/")
    .at(-1)
    .replace(/\.yml$/, "")}-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`;
}

const WHY = {
  401: "de sleutel klopt niet of is verlopen; maak een nieuwe en vul die in",
  403: "deze sleutel mag dit niet; kijk op Publiceren welke rechten hij nodig heeft",
  404: "dit is er niet, of deze sleutel mag er niet bij; kijk op Publiceren welke rechten hij nodig heeft",
  409: "iemand anders veranderde dit intussen; laad het bestand opnieuw",
};

const explain = (status, said, host) =>
  `${host.name}: ${WHY[status] ?? `dat lukte niet (${status}${typeof said === "string" ? `, ${said}` : ""}); probeer het straks opnieuw`}`;

export const toBase64 = (text) =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
export const fromBase64 = (text) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    Uint8Array.from(atob(text.replace(/\s/g, "")), (sign) => sign.charCodeAt(0)),
  );
