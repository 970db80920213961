import { useState } from "react";
import { useMay } from "../../api/session";
import { put, type View } from "../../api/client";
import { Refused } from "../../parts/states";
import { marks } from "../../names";

/** Whose text a source is: its own unit's, a superior's, a template, free to quote. The figures of every audit follow. */
export function MarkSelect({ target, name, mark, done }: { target: string; name: string; mark: View<"MarkView"> | undefined; done: () => void }) {
  const [error, setError] = useState<Error>();
  if (!useMay("audit")) return <>{mark?.label ?? ""}</>;
  return <>
    <select className="mark-select" aria-label={`“${name}”的性质`} title={mark?.reason} value={mark?.kind ?? "none"}
      onChange={event => void put("/api/v1/marks", { target, kind: event.target.value, reason: "" }).then(done, setError)}>
      {Object.entries(marks).map(([kind, label]) => <option key={kind} value={kind}>{label}</option>)}
    </select>
    {error && <Refused error={error} />}
  </>;
}
