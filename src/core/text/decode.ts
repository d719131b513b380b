/** `text` is null when the bytes cannot be read as text; `problem` says what is wrong, also of a text that is readable in part. */
export interface Decoded {
  readonly text: string | null;
  readonly problem: string | null;
}

/** Decodes an article's or YAML file's bytes; `encoding` is a label of the WHATWG Encoding Standard from the manifest. */
export function decodeText(_bytes: Uint8Array, _encoding?: string): Decoded {
  throw new Error('not yet');
}
