// What several pages' scripts use.

/** Make an element with properties and children; what is not there is left out. */
export function make(tag, props = {}, ...children) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children.filter(Boolean));
  return element;
}

/** A text as it is compared: small letters, without accents and without space around it. */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
