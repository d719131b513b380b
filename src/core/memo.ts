/** `fn`, its last result kept while every argument stays the same object. A pure cache: it never changes what is returned. */
export function memoizeLast<A extends readonly unknown[], R>(fn: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (last && sameItems(last.args, args)) return last.result;
    last = { args, result: fn(...args) };
    return last.result;
  };
}

/** `fn`, its result kept for each object as long as that lives: for what is made of data once. */
export function memoizeByObject<A extends object, R>(fn: (of: A) => R): (of: A) => R {
  const held = new WeakMap<A, { readonly result: R }>();
  return (of) => {
    const known = held.get(of);
    if (known) return known.result;
    const result = fn(of);
    held.set(of, { result });
    return result;
  };
}

/** A maker of functions without arguments whose result is kept while `state` stays the same. */
export function memoizeWhile(state: () => unknown): <R>(fn: () => R) => () => R {
  return <R>(fn: () => R) => {
    let held: { readonly state: unknown; readonly result: R } | undefined;
    return () => {
      const now = state();
      if (!held || held.state !== now) held = { state: now, result: fn() };
      return held.result;
    };
  };
}

/** A cache of one last result per key, for results per file. */
export interface KeyedMemo<A extends readonly unknown[], R> {
  (key: string, ...args: A): R;
  /** The result held for `key`, whatever its arguments were. */
  readonly peek: (key: string) => R | undefined;
  /** Forgets keys that `keep` does not have. */
  readonly retain: (keep: { has(key: string): boolean }) => void;
}

/** `fn`, its last result kept for each key while the other arguments stay the same objects. */
export function memoizeByKey<A extends readonly unknown[], R>(fn: (key: string, ...args: A) => R): KeyedMemo<A, R> {
  const held = new Map<string, { readonly args: A; readonly result: R }>();
  const memo = (key: string, ...args: A): R => {
    const last = held.get(key);
    if (last && sameItems(last.args, args)) return last.result;
    const result = fn(key, ...args);
    held.set(key, { args, result });
    return result;
  };
  return Object.assign(memo, {
    peek: (key: string) => held.get(key)?.result,
    retain: (keep: { has(key: string): boolean }) => {
      for (const key of held.keys()) if (!keep.has(key)) held.delete(key);
    },
  });
}

/**
 * `fn`, its results kept for the texts asked for lately: at least the last `count` of them, at most twice as many. What is kept may hold
 * on to the text that `text` was sliced from.
 */
export function memoizeRecent<R>(fn: (text: string) => R, count: number): (text: string) => R {
  let recent = new Map<string, R>();
  let older = new Map<string, R>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    if (recent.size >= count) [recent, older] = [new Map(), recent];
    const result = older.get(text) ?? fn(text);
    recent.set(text, result);
    return result;
  };
}

/** A function that returns the array it returned before while the items are the same objects, so that results keyed on it stay. */
export function stableArray<T>(): (items: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (items) => {
    if (!sameItems(last, items)) last = items;
    return last;
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
