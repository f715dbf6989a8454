// Making elements. Text is only ever text: nothing of a record is read as markup.

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "for" || name === "list" || name === "role")
      element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const button = (text, act, properties = {}) => {
  const element = make("button", { type: "button", textContent: text, ...properties });
  element.addEventListener("click", act);
  return element;
};

/** Give the day that it is here, as year-month-day; `later` is a number of days after it. */
export const today = (later = 0) => {
  const now = Date.now() - new Date().getTimezoneOffset() * 60_000 + later * 86_400_000;
  return new Date(now).toISOString().slice(0, 10);
};

let count = 0;
export function freshId(start = "veld") {
  count += 1;
  return `${start}-${count}`;
}

/** Give a key as a label: "definitie_van" becomes "Definitie van". */
export const label = (key) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");
