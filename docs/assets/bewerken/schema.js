// What the schema of a record says of its parts. It is made from the models: see editing.py.

let definitions = {};

/** Remember the parts that schemas refer to. */
export const define = (parts) => (definitions = parts);

/** Give a schema without references; of an optional value, the schema of that value. */
export function resolve(schema) {
  if (!schema) return {};
  if (schema.$ref)
    return { ...resolve(definitions[schema.$ref.split("/").at(-1)]), ...without(schema, "$ref") };
  if (schema.anyOf?.at(-1)?.type === "null")
    return { ...resolve(schema.anyOf[0]), ...without(schema, "anyOf"), optional: true };
  return schema;
}

const without = (schema, key) =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));

/** Give the forms that a value can have: one word or fields, one or more, an id or words. */
export const choicesOf = (schema) => (resolve(schema).anyOf ?? []).map(resolve);

const structureOf = (schema) => {
  const found = resolve(schema);
  return found.anyOf
    ? (found.anyOf.map(resolve).find((each) => each.type === "object" || each.type === "array") ??
        {})
    : found;
};

export const isPart = (schema) => Boolean(structureOf(schema).properties);
export const isList = (schema) => structureOf(schema).type === "array";
export const isOpen = (schema) => structureOf(schema).type === "object" && !isPart(schema);

/** Give the keys that a part can have, in the order of a file. */
export const keysOf = (schema) =>
  Object.keys(structureOf(schema).properties ?? {}).filter((key) => !key.startsWith("@"));
export const requiredOf = (schema) => structureOf(schema).required ?? [];
export const itemOf = (schema) => resolve(structureOf(schema).items);

/** Give the schema of what stands behind a key. */
export function valueSchema(schema, key) {
  const found = structureOf(schema);
  if (found.properties) return resolve(found.properties[key]);
  return resolve(found.additionalProperties || Object.values(found.patternProperties ?? {})[0]);
}

/** Give the schema of the keys of an open mapping. */
export const keyOf = (schema) => {
  const found = structureOf(schema);
  const [pattern] = Object.keys(found.patternProperties ?? {});
  return { pattern, ...(found.propertyNames ?? {}), type: "string" };
};

/** Tell whether a text stands in a block of its own. */
export const isBlock = (schema) => {
  const found = resolve(schema);
  return found.type === "string" && !("pattern" in found || "format" in found || "enum" in found);
};
export const isPerLine = (schema) => Boolean(resolve(schema)["x-lines"]);
