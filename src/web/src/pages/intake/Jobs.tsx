// 任务: ingests that go on by themselves, whether or not somebody looks at them.
import { Progress } from "antd";
import { useEffect, useState } from "react";
import { follow, get, post, remove, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { TextButton } from "../../parts/actions";
import { Answered, Refused } from "../../parts/states";
import { link } from "../../router";
import { count, when } from "../../text/format";
import { Quote } from "../../text/words";

type Job = View<"JobView">;
type Outcome = View<"OutcomeView">;

const labels: Record<string, string> = { stored: "已入库", known: "已有", refused: "未入库" };

/** A job as it goes on: how far it is, and what became of each file. */
export function JobRow({ id, ended }: { id: number; ended: () => void }) {
  const [job, setJob] = useState<Job>();
  const [stage, setStage] = useState<string | null>(null);
  const [files, setFiles] = useState<Outcome[]>([]);
  const [error, setError] = useState<Error>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    setFiles([]);
    return follow(id, event => {
      if (event.job) {
        setJob(event.job);
        if (event.job.endedAt) ended();
      }
      if (event.stage) setStage(event.stage);
      if (event.file) { const file = event.file; setFiles(before => [...before, file]); }
    });
    // A job that is taken up again is followed anew.
  }, [id, round]);
  const act = (work: Promise<Job>) => void work.then(now => { setJob(now); setRound(before => before + 1); }, setError);

  const path = { id };
  const done = job?.endedAt != null;
  const through = files.length;
  return <div className="job">
    {!done && <><Progress percent={job ? Math.min(99, Math.round(100 * through / Math.max(1, job.files))) : 0} aria-label="入库进度" />
      <p className="quiet">{job ? <>{stage ?? job.label}，{count(job.files)} 个文件中已完成 {count(through)} 个…… 可以离开这个页面，入库会继续。{" "}
        <TextButton onClick={() => act(remove("/api/v1/jobs/{id}", { path }))} label="取消这次入库">取消</TextButton></> : "正在等待……"}</p></>}
    {done && job && <p><strong>新入库 {count(job.stored)} 个</strong>，已有 {count(job.known)} 个，未入库 {count(job.refused)} 个。
      {job.state !== "done" && <>{job.label}{job.reason && <>：<Quote text={job.reason} /></>} <TextButton onClick={() => act(post("/api/v1/jobs/{id}/resume", null, { path }))}>继续</TextButton></>}
      {job.stored > 0 && <a href="#/search">去检索</a>}</p>}
    {error && <Refused error={error} />}
    <Outcomes files={files} />
  </div>;
}

/** What became of each file, the refused ones first. */
function Outcomes({ files }: { files: Outcome[] }) {
  if (files.length === 0) return null;
  return <div className="scrolled outcomes" tabIndex={0} role="region" aria-label="各文件的结果"><table><thead><tr><th>文件</th><th>结果</th><th>说明</th></tr></thead>
    <tbody>{files.toSorted((a, b) => Number(b.outcome === "refused") - Number(a.outcome === "refused")).map((file, i) => <tr key={i} className={file.outcome}>
      <td>{file.source ? <a href={link(`source/${file.source}`)}><Quote text={file.name} className="file" /></a> : <Quote text={file.name} className="file" />}</td>
      <td className="nowrap">{labels[file.outcome] ?? file.outcome}</td><td><Said file={file} /></td></tr>)}</tbody></table></div>;
}

function Said({ file }: { file: Outcome }) {
  switch (file.outcome) {
    case "stored": return <>{file.reports} 篇报告，{file.paragraphs} 个段落，{file.encoding}</>;
    case "known": return <>内容与“<Quote text={file.knownAs ?? ""} />”相同，没有改动</>;
    default: return <Quote text={file.reason ?? ""} />;
  }
}

/** Jobs of earlier: those that still go on are shown, the others behind a click. */
export function EarlierJobs({ shown, ended }: { shown: number[]; ended: () => void }) {
  const asked = useAnswer("jobs", signal => get("/api/v1/jobs", { query: { top: 30 } }, signal));
  const [open, setOpen] = useState(false);
  return <Answered asked={asked} rows={1}>{({ items }) => {
    const others = items.filter(job => !shown.includes(job.id));
    const going = others.filter(job => job.endedAt === null), past = others.filter(job => job.endedAt !== null);
    return <>
      {going.map(job => <JobRow key={job.id} id={job.id} ended={ended} />)}
      {past.length > 0 && <p><TextButton onClick={() => setOpen(!open)} expanded={open}>以前的入库（{past.length} 次）</TextButton></p>}
      {open && <table><thead><tr><th>开始</th><th>谁</th><th>状态</th><th className="number">文件</th><th className="number">新入库</th><th className="number">已有</th><th className="number">未入库</th></tr></thead>
        <tbody>{past.map(job => <tr key={job.id}><td className="quiet">{when(job.madeAt)}</td><td><Quote text={job.who} /></td><td>{job.label}{job.reason && <>：<Quote text={job.reason} /></>}</td>
          <td className="number">{count(job.files)}</td><td className="number">{count(job.stored)}</td><td className="number">{count(job.known)}</td><td className="number">{count(job.refused)}</td></tr>)}</tbody></table>}
    </>;
  }}</Answered>;
}
