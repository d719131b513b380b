import { useEffect, useState } from 'preact/hooks';

/** In milliseconds: a little longer than from one key to the next. */
const pause = 150;

/** `value`; when `waits`, only once it has stayed the same for a moment, so that typing does not wait for what is made of it. */
export function useSettled<T>(value: T, waits: boolean): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waits ? pause : 0);
    return () => clearTimeout(timer);
  }, [value, waits]);
  return waits ? settled : value;
}
