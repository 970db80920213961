import { useState } from "react";
import { get, post } from "../../api/client";
import { useMay } from "../../api/session";
import { useAnswer } from "../../api/useAnswer";
import { Refused } from "../../parts/states";
import { Quote } from "../../text/words";

/** Puts a source into another collection; nothing where there is only one. */
export function MoveSelect({ source }: { source: string }) {
  const mayEdit = useMay("edit");
  const asked = useAnswer(mayEdit ? "collections" : null, signal => get("/api/v1/collections", {}, signal));
  const [moved, setMoved] = useState<string>();
  const [error, setError] = useState<Error>();
  const collections = asked.value?.items ?? [];
  if (collections.length < 2) return null;
  return <p>放进分库：<select className="mark-select" aria-label="放进哪个分库" value="" onChange={event =>
    void post("/api/v1/collections/{id}/sources", { sources: [source] }, { path: { id: event.target.value } }).then(into => { setMoved(into.name); setError(undefined); }, setError)}>
    <option value="" disabled>选一个</option>{collections.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}</select>
    {moved && <span className="quiet" role="status"> 已放进“<Quote text={moved} />”。</span>}
    {error && <Refused error={error} />}</p>;
}
