import { CST, parseDocument } from 'yaml';

/** A scalar that is no text for other tools: a number, a date, true or false. */
export interface TypedScalar {
  readonly [typedScalar]: string;
}

/** What is written into a YAML file. A string is text: it is quoted where another tool would read something else in it (`no`, `1.10`). */
export type YamlData = string | TypedScalar | readonly YamlData[] | { readonly [key: string]: YamlData };

const typedScalar = Symbol('typed scalar');

/** `text` written as it is wherever YAML allows that: a number, a date, true or false. */
export function typed(text: string): TypedScalar {
  return { [typedScalar]: text };
}

/** Whether `data` is one scalar. */
export function isScalarData(data: YamlData): data is string | TypedScalar {
  return typeof data === 'string' || typedScalar in data;
}

/** Whether `data` is a list. */
export function isListData(data: YamlData): data is readonly YamlData[] {
  return Array.isArray(data);
}

/** What readers see of a scalar. */
export function scalarText(data: string | TypedScalar): string {
  return typeof data === 'string' ? data : data[typedScalar];
}

export type ScalarStyle = 'plain' | 'single' | 'double';

export interface ScalarPlace {
  readonly inFlow: boolean;
  readonly isKey: boolean;
}

/** A scalar on one line, in `style` where YAML allows it, else in double quotes. */
export function writeScalar(data: string | TypedScalar, style: ScalarStyle, place: ScalarPlace): string {
  const text = scalarText(data);
  if (style === 'plain' && isPlain(text, place) && (typeof data !== 'string' || isReadAsText(text))) return text;
  const isTame = !needsEscape.test(text) && !/\n/.test(text);
  const single = style === 'single' || (style === 'plain' && /["\\]/.test(text) && !text.includes("'"));
  if (single && isTame) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(new RegExp(needsEscape, 'gu'), (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What only a scalar in double quotes can hold: control characters, other tools' line breaks, marks that no one sees, and halves of characters. */
// oxlint-disable-next-line no-control-regex
export const needsEscape = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

/** Words apart by single spaces, none of which begins with a sign: plain in any place. */
const plainWords = /^\w[\w./-]*(?: \w[\w./-]*)*$/;

function isPlain(text: string, { inFlow, isKey }: ScalarPlace): boolean {
  if (plainWords.test(text)) return true;
  if (text === '' || text === '=' || text === '<<' || text.includes('\n') || needsEscape.test(text)) return false;
  if (/^(?:---|\.\.\.)/.test(text) || (inFlow && /^[:?-](?![0-9])|:$/.test(text))) return false;
  const token = CST.createScalarToken(text, { indent: 2, inFlow, implicitKey: isKey, type: 'PLAIN' });
  return token.type === 'scalar' && token.source === text;
}

/** Words and ids, of which all that stand for another type are `otherwise`. Most of what is written is one of these, and parsing takes long. */
const wording = /^[A-Za-z](?:[\w/.,|=-]|[ :](?=\w))*$/;
const otherwise = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Whether tools for YAML 1.1 and 1.2 read a plain scalar as a string. */
function isReadAsText(text: string): boolean {
  if (wording.test(text)) return !otherwise.test(text);
  if (/^\d+$/.test(text)) return false;
  return (['1.1', '1.2'] as const).every((version) => {
    const { contents, errors } = parseDocument(text, { version, logLevel: 'silent' });
    return errors.length === 0 && contents !== null && 'value' in contents && contents.value === text;
  });
}
