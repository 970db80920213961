import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { get } from "../api/client";
import { useAnswer } from "../api/useAnswer";
import { familyLink, reportLink } from "../router";
import { Quote } from "../text/words";
import { Answered } from "./states";
import { Changes, Origin } from "./tags";

/** A button that reads as a word in the line. */
export function TextButton({ children, onClick, expanded, label }: { children: ReactNode; onClick: () => void; expanded?: boolean; label?: string | undefined }) {
  return <button type="button" className="textual" onClick={onClick} aria-expanded={expanded} aria-label={label}>{children}</button>;
}

/** Heads the column of buttons and links at the end of a table: read out, not shown. */
export const ActionsHead = () => <th><span className="visually-hidden">操作</span></th>;

/** Copies text for pasting, with its source behind it. */
export function CopyButton({ text, citation, children = "复制（附出处）" }: { text: string; citation?: string; children?: string }) {
  const [said, setSaid] = useState<string | null>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(citation ? `${text}\n（${citation}）` : text);
      setSaid("已复制");
    } catch {
      setSaid("浏览器不允许复制，请手工选择文字");
    }
    setTimeout(() => setSaid(null), 2500);
  }
  return <TextButton onClick={() => void copy()}><span aria-live="polite">{said ?? children}</span></TextButton>;
}

/** The other copies of a paragraph, below it and behind a click. */
export function Copies({ family, paragraph, label }: { family: string; paragraph: string; label: string }) {
  const [open, setOpen] = useState(false);
  return <>
    <TextButton onClick={() => setOpen(!open)} expanded={open}>{label}</TextButton>
    {open && <CopyList family={family} paragraph={paragraph} />}
  </>;
}

function CopyList({ family, paragraph }: { family: string; paragraph: string }) {
  const asked = useAnswer(family, signal => get("/api/v1/families/{id}", { path: { id: family } }, signal));
  return <div className="copies"><Answered asked={asked} rows={2}>{({ family: head, members }) => <>
    {members.filter(member => member.place.paragraph !== paragraph).map(member => <div key={member.place.paragraph} className="copy-row">
      <a href={reportLink(member.place.report, member.place.paragraph)}><Quote text={member.reportTitle} /></a>{" "}
      <Origin {...member.place} year={member.year} organisation={member.organisation} />{" "}
      {member.changes.length > 0 ? <Changes list={member.changes} /> : <span className="quiet">{member.text === head.text ? "一字不差" : "略有改动"}</span>}
    </div>)}
    <p><a href={familyLink(family)}>并排比较全部 {head.copies} 处</a></p>
  </>}</Answered></div>;
}

const formats: [format: string, label: string][] = [["html", "网页（可打印）"], ["docx", "Word"], ["csv", "表格"], ["json", "数据"]];

/** What is shown, as a file to keep or to print. */
export function Exports({ address, only }: { address: string; only?: string[] }) {
  return <span className="exports"><span className="quiet">导出</span>{formats.filter(([format]) => !only || only.includes(format)).map(([format, label]) =>
    <a key={format} href={`${address}${address.includes("?") ? "&" : "?"}format=${format}`} download="">{label}</a>)}</span>;
}

/** A page of a list and the way to the next. */
export function Pager({ now, last, address }: { now: number; last: number; address: (page: number) => string }) {
  if (last <= 1) return null;
  return <nav className="pager" aria-label="翻页">
    <Button size="small" href={address(now - 1)} disabled={now <= 1}>‹ 上一页</Button>
    <span>第 {now} 页，共 {last} 页</span>
    <Button size="small" href={address(now + 1)} disabled={now >= last}>下一页 ›</Button>
  </nav>;
}
