/** `text` is null when the bytes cannot be read as text; `problem` says what is wrong, also of a text that is readable in part. */
export interface Decoded {
  /** Without its byte order mark, newlines as they are. */
  readonly text: string | null;
  readonly problem: string | null;
}

/** How much of the bytes the guesses look at. */
const sampleLength = 4096;

/**
 * Decodes an article's or YAML file's bytes. A byte order mark decides; else `encoding`, a label of the WHATWG Encoding Standard from the
 * manifest; else UTF-16 shows by its zero bytes, and all the rest is UTF-8. What is not valid in the encoding is read with replacement
 * characters and told, and so is an unknown label; binary data is told and not read.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): Decoded {
  const marked = markedEncoding(bytes);
  if (marked) return decodeAs(bytes, marked);
  if (encoding !== undefined) {
    const label = encoding.trim();
    if (isKnownLabel(label)) return decodeAs(bytes, label);
    const decoded = decodeText(bytes);
    return { ...decoded, problem: `unknown encoding "${encoding}" — use a name like utf-8, windows-1251 or iso-8859-2` };
  }
  return decodeAs(bytes, utf16Shape(bytes) ?? 'utf-8');
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * Text in UTF-16 without a mark has zeros mostly on the same side of its pairs: of spaces at least, one letter in fifty or more. The other
 * side has few (`Ā`, `一`, half of `😀`).
 */
function utf16Shape(bytes: Uint8Array): string | null {
  const pairs = Math.min(bytes.length, sampleLength) >> 1;
  if (pairs < 2 || bytes.length % 2 === 1) return null;
  let low = 0;
  let high = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) high++;
    if (bytes[2 * i + 1] === 0) low++;
  }
  const shape = low > high ? 'utf-16le' : 'utf-16be';
  const isClear = Math.max(low, high) > pairs * 0.02 && Math.max(low, high) > 2 * Math.min(low, high);
  return isClear && isValidBeginning(bytes.subarray(0, 2 * pairs), shape) ? shape : null;
}

function isValidBeginning(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isKnownLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const lenient = new TextDecoder(encoding);
  const isWide = lenient.encoding.startsWith('utf-16');
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, sampleLength));
  if (looksBinary(isWide ? sample : bytes)) return { text: null, problem: 'looks binary, not like text — not read' };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), problem: null };
  } catch {
    const text = lenient.decode(bytes);
    const count = text.split('\uFFFD').length - 1;
    const problem = `${count === 1 ? '1 place is' : `${count.toLocaleString('en')} places are`} not valid ${lenient.encoding.toUpperCase()} — if the file has another encoding, name it under "encoding" in corroborate.yaml`;
    return { text, problem };
  }
}

/** A NUL, or more than one control character in twenty, is no text. */
function looksBinary(sample: Uint8Array | string): boolean {
  const length = Math.min(sample.length, sampleLength);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const code = typeof sample === 'string' ? sample.charCodeAt(i) : (sample[i] ?? 0);
    if (code === 0) return true;
    if (code < 32 && (code < 8 || code > 13) && code !== 27) controls++;
  }
  return controls * 20 > length;
}
