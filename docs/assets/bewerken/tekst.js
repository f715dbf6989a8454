// Long texts: a form shows each paragraph on one line, a file breaks its lines.
// What did not change keeps the lines that it had, so a changed sentence is a changed line.

const WIDTH = 88;
/** Signs that a changed line may be longer, when that keeps the lines after it as they are. */
const SLACK = 16;

/** Signs that no record may hold or that YAML takes for a line end; they come along with pasted text. */
const STRAY =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const clean = (text) => text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(STRAY, "");

/** Give the units of a text: each is one line of the form, with the lines that it has in the file. */
function readUnits(lines, isPerLine) {
  const units = [];
  let isList = false;
  let isOpen = false;
  for (const line of lines) {
    const text = line.trim();
    if (!isOpen) isList = text.startsWith("- ");
    if (!text || isPerLine || !isOpen || (isList && text.startsWith("- "))) units.push([line]);
    else units.at(-1).push(line);
    isOpen = text !== "";
  }
  return units;
}

const showUnit = (lines) => lines.map((line) => line.trim()).join(" ");

/** Give a text as a form shows it. */
export const showText = (lines, isPerLine) => readUnits(lines, isPerLine).map(showUnit).join("\n");

/** Break words into lines; none begins with a hyphen, which would make an item of it. */
function wrap(words, width) {
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    const fits = last !== undefined && last.length + 1 + word.length <= width;
    if (fits || (last !== undefined && /^(-|$)/.test(word)))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Break a changed unit into lines; the ones before and after the change stay as they were. */
function rewrap(old, text, width) {
  const before = old.map((line) => line.trim().split(" "));
  const words = text.split(" ");
  const known = before.flat();
  const least = Math.min(known.length, words.length);
  let head = 0;
  while (head < least && known[head] === words[head]) head += 1;
  let tail = 0;
  while (tail < least - head && known.at(-1 - tail) === words.at(-1 - tail)) tail += 1;
  let first = 0;
  let kept = 0;
  while (first < before.length && kept + before[first].length <= head)
    kept += before[first++].length;
  if (kept === head && kept === words.length - tail && first > 0 && head === known.length - tail)
    kept -= before[--first].length;
  let last = before.length;
  let after = 0;
  while (last > first && after + before[last - 1].length <= tail) after += before[--last].length;
  const changed = words.slice(kept, words.length - after);
  const most = Math.max(width, ...old.map((line) => line.trim().length)) + SLACK;
  const slack = wrap(changed, most);
  const middle = slack.length <= last - first ? slack : wrap(changed, width);
  if (first === 0 || middle.length === 0 || !middle[0].startsWith("-"))
    return [...old.slice(0, first), ...middle, ...old.slice(last)];
  return wrap(words, width);
}

/** Give pairs of old and new units: equal ones, and between those the changed ones in order. */
function pairUp(old, fresh) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      lengths[i][j] =
        old[i] === fresh[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  const origins = new Array(fresh.length).fill(-1);
  let [i, j] = [0, 0];
  let gap = [0, 0];
  const close = () => {
    for (let k = 0; k < Math.min(i - gap[0], j - gap[1]); k += 1) origins[gap[1] + k] = gap[0] + k;
  };
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      close();
      origins[j++] = i++;
      gap = [i, j];
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  [i, j] = [old.length, fresh.length];
  close();
  return origins;
}

/** Give the lines of a file for a text of the form, as near as can be to the lines that it had. */
export function writeText(oldLines, text, isPerLine, indent) {
  const width = WIDTH - indent;
  const units = readUnits(oldLines, isPerLine);
  const fresh = clean(text)
    .split("\n")
    .map((line) => line.trim());
  const origins = pairUp(units.map(showUnit), fresh);
  return fresh.flatMap((line, index) => {
    const old = units[origins[index]];
    if (old && showUnit(old) === line) return old;
    if (isPerLine || !line) return [line];
    return old && showUnit(old) ? rewrap(old, line, width) : wrap(line.split(" "), width);
  });
}
