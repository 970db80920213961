import { Button } from "antd";
import { Component, type ReactNode } from "react";
import { Refusal } from "../api/client";
import type { Asked } from "../api/useAnswer";
import { Words } from "../text/words";

/** A refusal or failure, in the service's words. */
export function Refused({ error, again }: { error: Error; again?: (() => void) | undefined }) {
  const problem = error instanceof Refusal ? error.problem : {};
  return <div className="error" role="alert">
    <strong>{problem.title ?? "出错了"}</strong>
    <p><Words text={error.message} /></p>
    {problem.code && <p className="quiet">代码 {problem.code}</p>}
    {again && !(problem.status && problem.status < 500) && <Button size="small" onClick={again}>重试</Button>}
  </div>;
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return <div className="empty"><strong>{title}</strong>{children}</div>;
}

/** Grey bars in the place of text, shown only when the answer takes longer than 300 ms. */
export function Waiting({ rows = 6, label = "正在读取" }: { rows?: number; label?: string }) {
  return <div className="waiting" role="status" aria-label={label}>{Array.from({ length: rows }, (_, i) => <span key={i} className={`bar w${i % 4}`} />)}</div>;
}

/** What was asked, as soon as it is there; the refusal if it is one. */
export function Answered<T>({ asked, rows, children }: { asked: Asked<T>; rows?: number; children: (value: T) => ReactNode }) {
  if (asked.error) return <Refused error={asked.error} again={asked.again} />;
  if (asked.value === undefined) return <Waiting rows={rows ?? 6} />;
  return <div className={asked.loading ? "settling" : undefined} aria-busy={asked.loading}>{children(asked.value)}</div>;
}

/** One part that fails does not take the page with it. */
export class Fence extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error
      ? <div className="column"><Refused error={this.state.error} again={() => location.reload()} /></div>
      : this.props.children;
  }
}
