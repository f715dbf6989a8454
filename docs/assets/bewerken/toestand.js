// What the page on which records are edited works with: where records are kept, and what is open now.

import { makeHostHome } from "./host.js";
import { makeLocalHome } from "./lokaal.js";
import { Work } from "./werk.js";

const main = document.querySelector("main");
export const place = (id) => document.getElementById(id);
export const host = JSON.parse(main.dataset.host || "null");
export const home = main.dataset.sleutel
  ? makeLocalHome(main.dataset.sleutel)
  : host && makeHostHome(host);
export const work = new Work(home?.isLocal ? "lokaal" : (host?.project ?? ""));

/** What changes while somebody works: what is known, the open record, the source that somebody
 * came from to add what is said in it, and files with faults that go as they are once more. */
export const now = { knowledge: null, open: null, from: "", accepted: "" };

export const go = (path) => (location.hash = `#${path}`);

export const say = (text, sort = "") => {
  place("stand").textContent = text;
  place("stand").dataset.sort = sort;
};

/** Do what can fail; say why when it does, and keep the work. */
export const attempt =
  (act) =>
  async (...given) => {
    try {
      return await act(...given);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const isLost = error instanceof TypeError && /fetch|network|load/i.test(error.message);
      say(
        isLost
          ? "Er is geen verbinding. Wat je schreef, blijft hier staan; probeer het straks opnieuw."
          : error.message,
        "fout",
      );
      if (!isLost && !("status" in error) && error.constructor !== Error) throw error;
      return undefined;
    }
  };

/** Keep what stands in the form, in this browser, until it is saved. */
export function keep() {
  if (!now.open) return;
  try {
    const text = now.open.write();
    if (text !== work.get(now.open.path)?.text) say("Hier staat werk dat nog niet bewaard is.");
    work.change(now.open.path, text);
    now.knowledge.learn(now.open.path, text);
    now.open.fill?.();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    say(
      "Deze browser bewaart niets tussendoor; sluit de pagina niet voor je bewaard hebt.",
      "fout",
    );
  }
}
