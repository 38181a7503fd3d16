/**
 * Makes half a block look as it will once it is whole, so that nothing flickers while it grows:
 * open emphasis is closed, and what may still become markup waits for its next character.
 */
export function mend(open: string): string {
  if (insideFence(open)) return open;
  return closeMarks(holdBack(open));
}

function insideFence(text: string): boolean {
  let fence: string | undefined;
  for (const [, mark = ''] of text.matchAll(/^ {0,3}(?:(?:[-*+>]|\d+[.)]) +)*\s*(`{3,}|~{3,})/gm)) {
    if (!fence) fence = mark;
    else if (mark.startsWith(fence)) fence = undefined;
  }
  return fence !== undefined;
}

/** Beginnings of a line that say nothing yet: `-`, `#`, `12.`, `==`, the head of a table. */
const BARE_START = /(^|\n)[ \t]*(?:[-=*+_#>`~]+|\d{1,9}[.)]?|\[|!\[?)[ \t]*$/;
const TABLE_HEAD = /(^|\n\n)\|[^\n]*(?:\n[|\s:-]*)?$/;

function holdBack(text: string): string {
  return text
    .replace(BARE_START, '$1')
    .replace(TABLE_HEAD, '$1')
    .replace(
      /!?\[(?:[\d,\s]{0,8}|[^\]\n]*\]\([^)\s]*)$/,
      (rest) => /^!?\[(.*)\]\(/.exec(rest)?.[1] ?? '',
    )
    .replace(/(?:\*{1,3}|~{1,2}|(?<=\s|^)_{1,3}|`)$/, '');
}

function closeMarks(text: string): string {
  const line = text.slice(text.lastIndexOf('\n\n') + 1);
  const plain = line.replace(/(`+)[\s\S]*?\1/g, '');
  if (plain.includes('`')) return `${text}\``;
  // A mark needs a neighbour to close against, so trailing blanks go first.
  const closing = count(plain, /\*\*(?=\S)|(?<=\S)\*\*/g) % 2 ? '**' : '';
  return closing ? text.trimEnd() + closing : text;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
