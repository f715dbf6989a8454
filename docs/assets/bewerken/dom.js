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

let count = 0;
export function freshId(start = "veld") {
  count += 1;
  return `${start}-${count}`;
}

/** Give a key as a label: "definitie_van" becomes "Definitie van". */
export const label = (key) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");
