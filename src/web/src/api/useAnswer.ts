import { useCallback, useEffect, useState } from "react";
import { back, Refusal } from "./client";

export interface Asked<T> {
  value: T | undefined;
  error: Error | undefined;
  loading: boolean;
  /** Asks again; what is shown stays until the answer is there. */
  again: () => void;
}

/**
 * What the service answers to a question, asked anew when its key changes. The last answer stays on the screen meanwhile, so nothing
 * jumps; an answer that comes late is left out.
 */
export function useAnswer<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ value?: T; error?: Error; answered: string | null }>({ answered: null });
  const [round, setRound] = useState(0);
  const wanted = key === null ? null : `${round}:${key}`;
  useEffect(() => {
    if (wanted === null) return;
    const abort = new AbortController();
    ask(abort.signal).then(
      value => { if (!abort.signal.aborted) setState({ value, answered: wanted }); },
      (error: Error) => { if (!abort.signal.aborted) setState({ error, answered: wanted }); });
    return () => abort.abort();
    // The key says everything that the question depends on.
  }, [wanted]);
  const again = useCallback(() => setRound(before => before + 1), []);
  const isCutOff = state.error instanceof Refusal && state.error.problem.code === "page.unreachable";
  useEffect(() => {
    if (!isCutOff) return;
    window.addEventListener(back, again);
    return () => window.removeEventListener(back, again);
  }, [isCutOff, again]);
  return { value: state.value, error: state.error, loading: wanted !== null && state.answered !== wanted, again };
}
