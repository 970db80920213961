import { Button, Input } from "antd";
import { useState } from "react";
import { put, remove, type View } from "../../api/client";
import { useMay } from "../../api/session";
import { TextButton } from "../../parts/actions";
import { Refused } from "../../parts/states";
import { go } from "../../router";
import { when } from "../../text/format";
import { Quote } from "../../text/words";

type Intent = "remove" | "hold";

const labels: Record<Intent, [button: string, reason: string]> = {
  remove: ["移出档案库", "移出的理由，会写进操作记录"], hold: ["保留", "必须保留的理由，例如：正在核查"],
};

/** A source that must stay, and one that has to go: both for a reason that stays in the log. */
export function Keeping({ source, hold, again }: { source: View<"SourceView">; hold: View<"HoldView"> | undefined; again: () => void }) {
  const [intent, setIntent] = useState<Intent>();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<Error>();
  const mayEdit = useMay("edit"), mayHold = useMay("audit") || mayEdit;
  const path = { id: source.id };
  const attempt = (work: Promise<unknown>, then: () => void) => void work.then(() => { setIntent(undefined); then(); }, setError);

  if (intent) return <form className="keep" onSubmit={event => {
    event.preventDefault();
    if (intent === "remove") attempt(remove("/api/v1/sources/{id}", { path, query: { reason } }), () => go("#/sources"));
    else attempt(put("/api/v1/sources/{id}/hold", null, { path, query: { reason } }), again);
  }}>
    <Input size="small" autoFocus value={reason} maxLength={200} aria-label={labels[intent][1]} placeholder={labels[intent][1]} onChange={event => setReason(event.target.value)} />
    <Button size="small" type="primary" danger={intent === "remove"} htmlType="submit" disabled={reason.trim() === ""}>{labels[intent][0]}</Button>
    <Button size="small" onClick={() => setIntent(undefined)}>取消</Button>
    {error && <Refused error={error} />}
  </form>;

  return <p className="tools">
    {hold && <span className="note">保留中，不能移出：<Quote text={hold.reason} />（{when(hold.notedAt)}）</span>}
    {mayHold && (hold
      ? <TextButton onClick={() => attempt(remove("/api/v1/sources/{id}/hold", { path }), again)}>解除保留</TextButton>
      : <TextButton onClick={() => setIntent("hold")}>保留…</TextButton>)}{" "}
    {mayEdit && !hold && <TextButton onClick={() => setIntent("remove")}>移出档案库…</TextButton>}
    {error && <Refused error={error} />}
  </p>;
}
