import type { Problem } from './entries';

const opening = /^<{7}(?=[ \r\n]|$)/m;

/**
 * The text with unresolved git merge conflicts reduced to their first side: markers and the other side become white space, so that
 * offsets hold. Each conflict is one problem, on its first marker.
 */
export function withoutConflicts(text: string, problems: Problem[]): string {
  if (!opening.test(text)) return text;
  const lines: string[] = [];
  let side: 'outside' | 'ours' | 'theirs' = 'outside';
  let offset = 0;
  for (const line of text.split('\n')) {
    let blank = side === 'theirs';
    if (/^<{7}(?: |\r?$)/.test(line)) {
      const span = { start: offset, end: offset + line.trimEnd().length };
      const message = 'unresolved merge conflict: keep one side and delete the lines with the markers';
      problems.push({ code: 'yaml/syntax', span, message });
      side = 'ours';
      blank = true;
    } else if (side !== 'outside' && /^(?:={7}|\|{7})(?: |\r?$)/.test(line)) {
      side = 'theirs';
      blank = true;
    } else if (side !== 'outside' && /^>{7}(?: |\r?$)/.test(line)) {
      side = 'outside';
      blank = true;
    }
    lines.push(blank ? line.replace(/[^\r]/g, ' ') : line);
    offset += line.length + 1;
  }
  return lines.join('\n');
}
