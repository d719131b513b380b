/** What the recogniser of dates knows of a language; data alone. */
export interface DateWords {
  /** Month names and their abbreviations without full stop, in lower case → 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
}
