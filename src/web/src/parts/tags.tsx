import type { ReactNode } from "react";
import { changes, damages, functionName } from "../names";
import { short } from "../text/format";
import { Quote } from "../text/words";
import type { View } from "../api/client";

/** What a paragraph does, as a coloured word; the second function follows more quietly. */
export function FunctionTag({ primary, secondary, undecided, corrected }: {
  primary: string; secondary?: string | null; undecided?: boolean | undefined; corrected?: boolean | undefined;
}) {
  return <>
    <span className={`tag f-${primary}`}>{functionName(primary)}</span>
    {secondary && <span className={`tag second f-${secondary}`}>兼 {functionName(secondary)}</span>}
    {corrected ? <span className="quiet" title="由人指定">人工</span>
      : undecided && <span className="quiet" title="把握不足，只供参考">未定</span>}
  </>;
}

export const DamageTags = ({ flags }: { flags: readonly string[] }) => flags.map(flag => {
  const [name, meaning] = damages[flag] ?? [flag, ""];
  return <span key={flag} className="tag damage" title={meaning}>{name}</span>;
});

/** Parts with a mark between them; what is empty is left out. */
export function Joined({ parts, mark = " · " }: { parts: ReactNode[]; mark?: string }) {
  return parts.filter(part => part !== null && part !== undefined && part !== false && part !== "")
    .map((part, i) => <span key={i}>{i > 0 && mark}{part}</span>);
}

/** Year · unit · file, line: whatever of it is known. */
export function Origin({ year, organisation, source, line, lineEnd }: {
  year?: number | null | undefined; organisation?: string | null | undefined; source?: string; line?: number; lineEnd?: number;
}) {
  return <span className="origin"><Joined parts={[
    year && `${year} 年`,
    organisation && <Quote text={organisation} />,
    source && <><Quote text={source} className="file" />{line && `：${line}${lineEnd && lineEnd > line ? "–" + lineEnd : ""} 行`}</>,
  ]} /></span>;
}

/** What differs, in a few words: 年份 20_ → 2024. */
export function Changes({ list, most = 6 }: { list: readonly View<"ChangeView">[]; most?: number }) {
  if (list.length === 0) return null;
  return <span className="changes">
    {list.slice(0, most).map((change, i) => <span key={i} className="change">{changes[change.type] ?? change.type}{" "}
      {change.from && <del><Quote text={short(change.from)} /></del>}{change.from && change.to && " → "}{change.to && <ins><Quote text={short(change.to)} /></ins>}
    </span>)}
    {list.length > most && <span className="quiet">另有 {list.length - most} 处</span>}
  </span>;
}
