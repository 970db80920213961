// 入库: files go in, and what became of each; the list of sources.
import { useState, type DragEvent } from "react";
import { Progress } from "antd";
import { get, Refusal, upload, type View } from "../../api/client";
import { useMay } from "../../api/session";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { Answered, Empty, Refused } from "../../parts/states";
import { link } from "../../router";
import { bytes, count, when } from "../../text/format";
import { Quote } from "../../text/words";
import { dropped } from "./dropped";
import { MarkSelect } from "./MarkSelect";
import "../../styles/intake.css";

type Outcome = View<"OutcomeView">;

/** What is sent at a time: few enough that each answer comes soon, many enough that the archive is not brought up to date too often. */
const batch = 20;

interface Job {
  files: File[];
  outcomes: Outcome[];
  /** How much of the files that are under way has been sent; 1 while they are analysed. */
  sent: number;
  error?: Error;
  done: boolean;
}

export default function IntakePage(_: PageProps) {
  const [job, setJob] = useState<Job>();
  const sources = useAnswer("sources", signal => get("/api/v1/sources", { query: { top: 1000 } }, signal));
  const marks = useAnswer("marks", signal => get("/api/v1/marks", {}, signal));
  const mayEdit = useMay("edit");
  const busy = job !== undefined && !job.done;

  async function take(files: File[]) {
    if (files.length === 0 || busy) return;
    let now: Job = { files, outcomes: [], sent: 0, done: false };
    const set = (change: Partial<Job>) => setJob(now = { ...now, ...change });
    set({});
    for (let at = 0; at < files.length; at += batch) {
      try {
        const outcomes = await send(files.slice(at, at + batch), sent => set({ sent }));
        set({ outcomes: [...now.outcomes, ...outcomes], sent: 0 });
      } catch (error) {
        set({ error: error as Error, done: true });
        break;
      }
    }
    set({ done: true });
    sources.again();
  }

  return <div className="column wide">
    <h1>入库</h1>
    <p className="lead">接受文本、网页、Word、WPS、PDF 文件和 .zip 压缩包，每个不超过 32 MB。同一份文件再次上传不会重复入库。</p>
    {mayEdit ? <Dropzone take={files => void take(files)} busy={busy} /> : <p className="note">查阅来源不受限制；要收入新文件，请由有编辑权限的人来做。</p>}
    <section aria-live="polite" aria-label="入库结果">{job && <JobView job={job} />}</section>
    <section aria-label="来源文件"><Answered asked={sources} rows={8}>{({ total, items }) => <>
      <h2>来源文件（{count(total)}）</h2>
      {total === 0 ? <Empty title="还没有来源文件。" /> : <Sources sources={items} marks={marks.value?.items ?? []} again={marks.again} />}
    </>}</Answered></section>
  </div>;
}

async function send(files: File[], progress: (share: number) => void): Promise<Outcome[]> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.webkitRelativePath || file.name);
  try {
    return (await upload(form, progress)).files;
  } catch (error) {
    if (error instanceof Refusal && error.problem.files) return error.problem.files;
    throw error;
  }
}

function Dropzone({ take, busy }: { take: (files: File[]) => void; busy: boolean }) {
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => { event.preventDefault(); setOver(inside); };
  return <div className={`dropzone${over ? " over" : ""}`} onDragOver={drag(true)} onDragLeave={drag(false)}
    onDrop={event => { event.preventDefault(); setOver(false); void dropped(event.dataTransfer).then(take); }}>
    <p>把文件、文件夹或压缩包拖到这里，或</p>
    <Picker label="选择文件" take={take} busy={busy} /><Picker label="选择文件夹" take={take} busy={busy} folder />
  </div>;
}

function Picker({ label, take, busy, folder = false }: { label: string; take: (files: File[]) => void; busy: boolean; folder?: boolean }) {
  return <label className={`picker${busy ? " busy" : ""}`}>{label}
    <input type="file" multiple disabled={busy} className="visually-hidden" {...folder ? { webkitdirectory: "" } : {}}
      onChange={event => { take([...event.target.files ?? []]); event.target.value = ""; }} /></label>;
}

const outcomes: Record<string, string> = { stored: "已入库", known: "已有", refused: "未入库" };

function JobView({ job: { files, outcomes: all, sent, error, done } }: { job: Job }) {
  const stored = all.filter(one => one.outcome === "stored").length, refused = all.filter(one => one.outcome === "refused").length;
  return <>
    {!done && <div className="job"><Progress percent={Math.round(100 * Math.min(files.length, all.length + Math.min(batch, files.length - all.length) * sent * 0.7) / files.length)} aria-label="入库进度" />
      <p className="quiet">{sent < 1 ? "正在上传" : "正在分析"}，{count(files.length)} 个文件中已完成 {count(all.length)} 个……</p></div>}
    {done && <p><strong>新入库 {count(stored)} 个</strong>，已有 {count(all.length - stored - refused)} 个，未入库 {count(refused)} 个。{stored > 0 && <a href="#/search">去检索</a>}</p>}
    {error && <Refused error={error} />}
    {all.length > 0 && <div className="scrolled outcomes" tabIndex={0} role="region" aria-label="各文件的结果"><table><thead><tr><th>文件</th><th>结果</th><th>说明</th></tr></thead>
      <tbody>{all.toSorted((a, b) => Number(b.outcome === "refused") - Number(a.outcome === "refused")).map((file, i) => <tr key={i} className={file.outcome}>
        <td>{file.source ? <a href={link(`source/${file.source}`)}><Quote text={file.name} /></a> : <Quote text={file.name} />}</td>
        <td>{outcomes[file.outcome] ?? file.outcome}</td><td><Said file={file} /></td></tr>)}</tbody></table></div>}
  </>;
}

function Said({ file }: { file: Outcome }) {
  switch (file.outcome) {
    case "stored": return <>{file.reports} 篇报告，{file.paragraphs} 个段落，{file.encoding}</>;
    case "known": return <>内容与“<Quote text={file.knownAs ?? ""} />”相同，没有改动</>;
    default: return <Quote text={file.reason ?? ""} />;
  }
}

function Sources({ sources, marks, again }: { sources: View<"SourceView">[]; marks: View<"MarkView">[]; again: () => void }) {
  const kinds = new Map(marks.map(mark => [mark.target, mark]));
  return <div className="scrolled" tabIndex={0} role="region" aria-label="来源文件"><table>
    <thead><tr><th>文件</th><th>性质</th><th>编码</th><th className="number">报告</th><th className="number">段落</th><th className="number">大小</th><th>入库时间</th></tr></thead>
    <tbody>{sources.map(source => <tr key={source.id}>
      <td><a href={link(`source/${source.id}`)}><Quote text={source.name} /></a></td>
      <td><MarkSelect target={source.id} name={source.name} mark={kinds.get(source.id)} done={again} /></td>
      <td className="quiet">{source.encoding}</td><td className="number">{source.reports}</td><td className="number">{source.paragraphs}</td>
      <td className="number">{bytes(source.bytes)}</td><td className="quiet">{when(source.addedAt)}</td></tr>)}</tbody></table></div>;
}
