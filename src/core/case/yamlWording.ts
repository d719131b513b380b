import type { ErrorCode } from 'yaml';

type Wording = readonly [pattern: RegExp, words: string];

/** The parser's messages (npm `yaml` 2.9) in words that say what to do. `$1` is the pattern's first group. */
const wordings: readonly Wording[] = [
  [/^Nested mappings are not allowed/, 'this value contains ": " — put the whole value in quotes'],
  [/^A block sequence may not be used/, 'a list cannot be a key — check the indentation'],
  [/^All mapping items must start/, 'wrong indentation: the keys of one entry must begin in the same column'],
  [/^All sequence items must start/, 'wrong indentation: the items of one list must begin in the same column'],
  [/^Sequence item without - indicator/, 'a list item must begin with "- "'],
  [/^Implicit keys need to be on a single line/, 'expected "key: value" here'],
  [/^Implicit map keys need to be followed/, 'expected a ":" and a value after this key'],
  [/^Implicit keys of flow sequence pairs/, 'a key must stand on one line with its ":"'],
  [/^The : indicator must be at most 1024/, 'this key is too long: at most 1,024 characters'],
  [/^Plain value cannot start with (?:reserved character |block scalar indicator |directive indicator character |a )?(.+?)(?: character)?$/,
    'a value cannot begin with $1 — put it in quotes'],
  [/^Missing closing ['"]quote/, 'the closing quotation mark is missing'],
  [/^Missing closing/, 'the closing quotation mark is missing'],
  [/^Invalid escape sequence (.+)$/, 'unknown escape $1 — double the backslash, or use single quotes'],
  [/^Tabs are not allowed as indentation/, 'a tab cannot indent — use spaces'],
  [/^Unexpected .* at node end/, 'unexpected text after the value — put the whole value in one pair of quotes'],
  [/must be sufficiently indented and end with a (.)/, 'the closing $1 is missing'],
  [/must end with a (.)/, 'the closing $1 is missing'],
  [/^Missing , between/, 'a comma is missing between two items'],
  [/^Missing , or : between/, 'a comma or ":" is missing'],
  [/^Missing space after :/, 'a space is missing after ":"'],
  [/^Unexpected , in/, 'unexpected comma'],
  [/^Unexpected empty item/, 'an item is missing before this'],
  [/^Block collections are not allowed within flow/, 'inside { } and [ ] put a value with ": " in quotes, and write nothing as indented lines'],
  [/^Comments must be separated/, 'a space is missing before "#" — or put the value in quotes'],
  [/^Unresolved tag: (.+)$/, '"$1" is read as a YAML tag — put the value in quotes'],
  [/^Anchor cannot be an empty string/, 'a value cannot begin with "&" — put it in quotes'],
  [/^Alias cannot be an empty string/, 'a value cannot begin with "*" — put it in quotes'],
  [/^Block scalars? header/i, 'unexpected text after "|" or ">" — begin the text on the next line'],
  [/^Block scalars with more-indented leading/, 'the first lines of this text are indented more than the rest'],
  [/^Missing directives-end/, 'a line beginning with "%" is a YAML directive — put the value in quotes'],
  [/^Not a YAML token/, 'this is not valid YAML'],
];

/** Words for a parser error; the parser's own where we have none better. */
export function wordYamlError(code: ErrorCode, message: string): string {
  for (const [pattern, words] of wordings) {
    const match = pattern.exec(message);
    if (match) return words.replace('$1', () => match[1] ?? '');
  }
  return code === 'UNEXPECTED_TOKEN'
    ? 'unexpected text here — check quotes, brackets and indentation'
    : `not valid YAML: ${message.slice(0, 1).toLowerCase()}${message.slice(1)}`;
}
