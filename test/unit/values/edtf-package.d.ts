declare module 'edtf' {
  /** Milliseconds since 1970; the package ships no types. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
