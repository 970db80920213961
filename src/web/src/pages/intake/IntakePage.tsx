// 入库: files go in, and what became of each; the list of sources.
import { useState, type DragEvent } from "react";
import { Progress, Select } from "antd";
import { get, upload, type View } from "../../api/client";
import { useMay } from "../../api/session";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { Pager } from "../../parts/actions";
import { RemoveSamples, useSamples } from "../../parts/samples";
import { Answered, Empty, Refused } from "../../parts/states";
import { link } from "../../router";
import { bytes, count, when } from "../../text/format";
import { Quote } from "../../text/words";
import { dropped } from "./dropped";
import { EarlierJobs, JobRow } from "./Jobs";
import { MarkSelect } from "./MarkSelect";
import "../../styles/intake.css";

/** What goes into one job: as much as the service takes in one request, so that the archive is brought up to date seldom. */
const mostFiles = 200;
const mostBytes = 128 << 20;

const pageLength = 200;

interface Sending {
  /** How many files there are, and how many have been sent. */
  files: number;
  sent: number;
  /** How much of those that are under way. */
  share: number;
}

export default function IntakePage({ route }: PageProps) {
  const page = Math.max(1, Number.parseInt(route.query.get("page") ?? "1", 10) || 1);
  const [sending, setSending] = useState<Sending>();
  const [jobs, setJobs] = useState<number[]>([]);
  const [error, setError] = useState<Error>();
  const sources = useAnswer(String(page), signal => get("/api/v1/sources", { query: { top: pageLength, offset: (page - 1) * pageLength } }, signal));
  const marks = useAnswer("marks", signal => get("/api/v1/marks", {}, signal));
  const collections = useAnswer("collections", signal => get("/api/v1/collections", {}, signal)).value?.items ?? [];
  const [collection, setCollection] = useState<number>();
  const mayEdit = useMay("edit");

  async function take(files: File[]) {
    if (files.length === 0 || sending) return;
    setError(undefined);
    let sent = 0;
    try {
      for (const batch of batches(files)) {
        setSending({ files: files.length, sent, share: 0 });
        const form = new FormData();
        for (const file of batch) form.append("files", file, file.webkitRelativePath || file.name);
        const job = await upload(form, collection, share => setSending({ files: files.length, sent, share }));
        setJobs(before => [job.id, ...before]);
        sent += batch.length;
      }
    } catch (fault) {
      setError(fault as Error);
    }
    setSending(undefined);
  }

  return <div className="column wide">
    <h1>入库</h1>
    <p className="lead">接受文本、网页、Word、WPS、PDF 文件和 .zip 压缩包，每个不超过 32 MB。同一份文件再次上传不会重复入库。</p>
    {mayEdit ? <Dropzone take={files => void take(files)} busy={sending !== undefined} /> : <p className="note">查阅来源不受限制；要收入新文件，请由有编辑权限的人来做。</p>}
    <Samples />
    {mayEdit && collections.length > 1 && <p className="tools">收进分库{" "}<Select className="into" size="small" aria-label="收进哪个分库" value={collection ?? collections.find(one => one.isDefault)?.id ?? collections[0]!.id}
      options={collections.map(one => ({ value: one.id, label: `${one.name}（${count(one.sources)}）` }))} onChange={setCollection} /></p>}
    <section aria-live="polite" aria-label="入库结果">
      {sending && <div className="job"><Progress percent={Math.round(100 * sending.share)} aria-label="上传进度" /><p className="quiet">正在上传，{count(sending.files)} 个文件中已送出 {count(sending.sent)} 个……</p></div>}
      {error && <Refused error={error} />}
      {jobs.map(id => <JobRow key={id} id={id} ended={sources.again} />)}
      {mayEdit && <EarlierJobs shown={jobs} ended={sources.again} />}
    </section>
    <section aria-label="来源文件"><Answered asked={sources} rows={8}>{({ total, items }) => <>
      <h2>来源文件（{count(total)}）</h2>
      {total === 0 ? <Empty title="还没有来源文件。" /> : <>
        <Sources sources={items} marks={marks.value?.items ?? []} again={marks.again} />
        <Pager now={page} last={Math.ceil(total / pageLength)} address={to => link("sources", { page: to })} />
      </>}
    </>}</Answered></section>
  </div>;
}

/** The samples among one's own files count in every figure: they should go before one works in earnest. */
function Samples() {
  const samples = useSamples();
  return samples && <p className="note">档案库里有 {count(samples.sources)} 个虚构的样例文件（{count(samples.reports)} 篇报告），会和自己的文件一起进入检索、查重和统计。正式使用前请移走。 <RemoveSamples /></p>;
}

function batches(files: File[]): File[][] {
  const result: File[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = result.at(-1);
    if (last && last.length < mostFiles && bytes + file.size <= mostBytes) {
      last.push(file);
      bytes += file.size;
    } else {
      result.push([file]);
      bytes = file.size;
    }
  }
  return result;
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

function Sources({ sources, marks, again }: { sources: View<"SourceView">[]; marks: View<"MarkView">[]; again: () => void }) {
  const kinds = new Map(marks.map(mark => [mark.target, mark]));
  return <div className="scrolled" tabIndex={0} role="region" aria-label="来源文件列表"><table>
    <thead><tr><th>文件</th><th>性质</th><th>编码</th><th className="number">报告</th><th className="number">段落</th><th className="number">大小</th><th>入库时间</th></tr></thead>
    <tbody>{sources.map(source => <tr key={source.id}>
      <td><a href={link(`source/${source.id}`)}><Quote text={source.name} className="file" /></a></td>
      <td><MarkSelect target={source.id} name={source.name} mark={kinds.get(source.id)} done={again} /></td>
      <td className="quiet nowrap">{source.encoding}</td><td className="number">{source.reports}</td><td className="number">{source.paragraphs}</td>
      <td className="number">{bytes(source.bytes)}</td><td className="quiet nowrap">{when(source.addedAt)}</td></tr>)}</tbody></table></div>;
}
