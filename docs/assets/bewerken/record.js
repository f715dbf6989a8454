// A record as a form knows it, read from its file.

import { isBlock, isPerLine, itemOf, valueSchema } from "./schema.js";
import { showText } from "./tekst.js";
import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "./yaml.js";

/** Read a file; `problem` says why no form can show it. */
export function readRecord(source) {
  const newline = /\r\n/.test(source) && !/[^\r]\n/.test(source) ? "\r\n" : "\n";
  const mark = source.startsWith("\ufeff") ? "\ufeff" : "";
  const text = source.slice(mark.length).replaceAll(newline, "\n");
  const document = parseDocument(text, {
    schema: "failsafe",
    keepSourceTokens: true,
    strict: true,
  });
  return {
    source,
    text,
    newline,
    mark,
    root: document.contents,
    problem: findProblem(document, text),
  };
}

function findProblem(document, text) {
  const [error] = document.errors;
  if (error) return `regel ${error.linePos?.[0].line ?? 1}`;
  if (text.trim() && !isMap(document.contents)) return "regel 1";
  let odd = "";
  visit(document, (_, node) => {
    if (isAlias(node) || node?.anchor || node?.tag)
      odd ||= `regel ${text.slice(0, node.range?.[0] ?? 0).split("\n").length}`;
  });
  return odd;
}

export const lineStart = (text, at) => text.lastIndexOf("\n", at - 1) + 1;
export const lineEnd = (text, at) => text.indexOf("\n", at) + 1 || text.length + 1;

/** Give the lines of a block as they stand in the file, without their indent. */
export function readBlock(text, node) {
  const begin = lineEnd(text, node.range[0]);
  const lines = text.slice(begin, node.range[1]).replace(/\n$/, "").split("\n");
  const indent = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length),
  );
  return {
    head: text.slice(node.range[0], begin),
    indent,
    lines: lines.map((line) => line.slice(indent)),
  };
}

export const isLiteral = (node) => node.type === "BLOCK_LITERAL" && node.value.trim() !== "";
export const textOf = (node) => (node && isScalar(node) ? String(node.value ?? "") : "");

/** Give what a form shows of a value: text, an array, or a Map. */
export function show(text, node, schema) {
  if (isMap(node)) {
    return new Map(
      node.items.map((pair) => [
        textOf(pair.key),
        show(text, pair.value, valueSchema(schema, textOf(pair.key))),
      ]),
    );
  }
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      const value = show(text, item, itemOf(schema));
      if (value instanceof Map) value.origin = index;
      return value;
    });
  }
  if (!node) return "";
  if (!isBlock(schema)) return textOf(node);
  const lines = isLiteral(node) ? readBlock(text, node).lines : textOf(node).trimEnd().split("\n");
  while (lines.length > 1 && !lines.at(-1).trim()) lines.pop();
  return showText(lines, isPerLine(schema));
}

export const showRecord = (record, schema) =>
  record.root ? show(record.text, record.root, schema) : new Map();

/** Give the comments of a file that another text of it no longer has. */
export function findLostComments(source, written) {
  const left = listComments(written);
  return listComments(source).filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function listComments(text) {
  const found = [];
  const take = (node) => {
    for (const each of [node?.commentBefore, node?.comment])
      if (each)
        found.push(
          ...each
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        );
  };
  const document = parseDocument(text, { schema: "failsafe" });
  take(document);
  visit(document, (_, node) => take(node));
  return found;
}
