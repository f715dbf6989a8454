// What is not saved yet, kept in this browser: a lost connection or a closed tab costs nothing.

export class Work {
  #key;
  #files;

  constructor(name) {
    this.#key = `bewerken:${name}`;
    let kept = "{}";
    try {
      kept = localStorage.getItem(this.#key) ?? "{}";
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // storage is switched off
    }
    this.#files = new Map(Object.entries(JSON.parse(kept)));
  }

  get = (path) => this.#files.get(path);
  isChanged = (path) => this.#files.has(path) && this.get(path).text !== this.get(path).source;

  put(path, file) {
    this.#files.set(path, file);
    this.#store();
  }

  change(path, text) {
    this.put(path, { ...this.get(path), text });
  }

  drop(path) {
    this.#files.delete(path);
    this.#store();
  }

  /** Give path and text of all that changed. */
  changed = () =>
    Object.fromEntries(
      [...this.#files]
        .filter(([path]) => this.isChanged(path))
        .map(([path, file]) => [path, file.text]),
    );

  /** Give the text that each changed file had. */
  sources = () =>
    Object.fromEntries(
      Object.keys(this.changed()).map((path) => [path, this.get(path).source ?? ""]),
    );

  /** Give what each changed file was when it was read; null when there was none. */
  seen = () =>
    Object.fromEntries(Object.keys(this.changed()).map((path) => [path, this.get(path).mark]));

  done(files, marks) {
    for (const [path, text] of Object.entries(files))
      this.put(path, { ...this.get(path), text, source: text, mark: marks[path] ?? null });
  }

  #store() {
    const kept = [...this.#files].filter(([path]) => this.isChanged(path));
    if (kept.length) localStorage.setItem(this.#key, JSON.stringify(Object.fromEntries(kept)));
    else localStorage.removeItem(this.#key);
  }
}
