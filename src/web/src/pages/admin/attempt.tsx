import { useState } from "react";
import { Refused } from "../../parts/states";

/** Does something and shows the list anew, or why not. */
export function useAttempt(again: () => void) {
  const [error, setError] = useState<Error>();
  const attempt = <T,>(work: Promise<T>, then?: (value: T) => void) => void work.then(value => { setError(undefined); then?.(value); again(); }, setError);
  return [attempt, error && <Refused error={error} />] as const;
}
