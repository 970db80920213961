import { useState, type ReactNode } from "react";

/** What stands beside the text; where there is no room beside it, behind a button above it. */
export function Aside({ name, label, className, children }: { name: string; label: string; className: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return <aside className={`${className}${open ? " open" : ""}`} aria-label={name}>
    <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>{label}</button>
    <div className="folded">{children}</div>
  </aside>;
}
