import type { Span } from '../text/text';

/** A stretch of whole lines that can be parsed by itself. */
export type Piece = Span;

/** A top-level section. `key` is null when the section is one piece, key and all. */
export interface SectionCut {
  readonly key: Span | null;
  readonly pieces: readonly Piece[];
}

/**
 * Cuts block-style YAML into top-level sections, and those into their entries, by indentation alone: what stands deeper belongs to the
 * line above, and lines that have no key are one section. Null where that would be a guess (other styles at the top level, document markers, directives). Linear; no parsing.
 */
export function cutYaml(text: string): readonly SectionCut[] | null {
  const sections: OpenSection[] = [];
  let section: OpenSection | undefined;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let at = start;
    while (at < end && text.charCodeAt(at) === 32) at++;
    if (!isBlankOrComment(text, at, end)) {
      if (at === start && !isItem(text, at, end) && !isClosing(text, at)) {
        const isMarker = text.startsWith('---', at) || text.startsWith('...', at);
        if (isMarker && section === undefined && text.slice(at, end).trimEnd() === '---') {
          start = end + 1;
          continue;
        }
        if (isMarker || opensOtherStyle(text, at)) return null;
        const next = openSection(text, start, end);
        if (next.hasKey || section?.hasKey !== false) sections.push((section = next));
      } else {
        if (section === undefined) return null;
        if (!addLine(section, text, start, at, end)) return null;
      }
    }
    start = end + 1;
  }
  return sections.some((one) => one.hasKey) ? sections.map((one, i) => closeSection(one, sections[i + 1]?.start ?? text.length)) : null;
}

interface OpenSection {
  readonly start: number;
  readonly hasKey: boolean;
  /** The key, when nothing but it stands on its line. */
  readonly bareKey: Span | null;
  whole: boolean;
  indent: number;
  list: boolean;
  readonly children: number[];
}

function openSection(text: string, start: number, end: number): OpenSection {
  const colon = keyEnd(text, start, end);
  const bare = colon !== null && isBlankOrComment(text, colon + 1, end) && /^[\w-]+$/.test(text.slice(start, colon));
  const bareKey = bare && colon !== null ? { start, end: colon } : null;
  return { start, hasKey: colon !== null, bareKey, whole: !bare, indent: -1, list: false, children: [] };
}

/** False when the line belongs to no section for certain. */
function addLine(section: OpenSection, text: string, start: number, at: number, end: number): boolean {
  const indent = at - start;
  const item = isItem(text, at, end);
  if (section.bareKey === null) return !(indent === 0 && item);
  if (isClosing(text, at) || text.charCodeAt(at) === 9) {
    if (section.indent < 0) section.whole = true;
    return true;
  }
  if (section.indent < 0) {
    section.indent = indent;
    section.list = item;
    section.whole ||= !item && (opensOtherStyle(text, at) || keyEnd(text, at, end) === null);
  }
  if (indent === 0 && !section.list) return false;
  if (indent < section.indent || (indent === section.indent && (section.list ? !item : item || opensOtherStyle(text, at)))) {
    section.whole = true;
  } else if (indent === section.indent) {
    section.children.push(start);
  }
  return true;
}

function closeSection(section: OpenSection, end: number): SectionCut {
  const { children, start } = section;
  if (section.whole || section.bareKey === null || children.length === 0) return { key: null, pieces: [{ start, end }] };
  return { key: section.bareKey, pieces: children.map((child, i) => ({ start: child, end: children[i + 1] ?? end })) };
}

/** The offset of the colon that ends a plain key at `at`, else null. */
function keyEnd(text: string, at: number, end: number): number | null {
  const line = text.slice(at, end);
  for (let colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    if (colon + 1 < line.length && !isWhite(line.charCodeAt(colon + 1))) continue;
    return colon === 0 || /\t| #/.test(line.slice(0, colon)) ? null : at + colon;
  }
  return null;
}

function isBlankOrComment(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && isWhite(text.charCodeAt(at))) at++;
  return at >= end || text.charCodeAt(at) === 35;
}

function isItem(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === 45 && (at + 1 >= end || isWhite(text.charCodeAt(at + 1)));
}

function isClosing(text: string, at: number): boolean {
  return text[at] === '}' || text[at] === ']';
}

function opensOtherStyle(text: string, at: number): boolean {
  return '?:{["\'&*!|>%@`,\t\uFEFF'.includes(text[at] ?? '');
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
