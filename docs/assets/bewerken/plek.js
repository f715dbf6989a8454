// The field in which a line and column of a file lie.

import { isMap, isSeq, parseDocument } from "./yaml.js";

export function findPlace(text, { line, column }) {
  const offset =
    text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length +
    (line > 1 ? 1 : 0) +
    column -
    1;
  const where = [];
  let node = parseDocument(text, { schema: "failsafe" }).contents;
  while (isMap(node) || isSeq(node)) {
    const index = node.items.findLastIndex(
      (item) => (isMap(node) ? item.key.range[0] : (item?.range?.[0] ?? 0) - 2) <= offset,
    );
    if (index < 0) break;
    const item = node.items[index];
    where.push(isMap(node) ? String(item.key.value) : index);
    node = isMap(node) ? item.value : item;
  }
  return where;
}
