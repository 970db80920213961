import { Button, Checkbox, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { post, postForFile, type Answer, type View } from "../../api/client";
import { CopyButton, TextButton } from "../../parts/actions";
import { Empty, Refused, Waiting } from "../../parts/states";
import { Changes, FunctionTag, Origin } from "../../parts/tags";
import { reuseKinds } from "../../names";
import { reportLink } from "../../router";
import { count, percent } from "../../text/format";
import { Marked, Quote } from "../../text/words";
import { useDraft, write } from "./draft";
import { Missing } from "./Missing";

type Checked = Answer<"/api/v1/check", "post">;
type Structure = Answer<"/api/v1/outlines/check", "post">;

const longest = 200_000;
const name = "草稿";
/** A person who stops typing for so long wants to see. */
const pause = 900;

export function Check() {
  const { text: draft, cited } = useDraft();
  const [asYouType, setAsYouType] = useState(true);
  const [state, setState] = useState<{ of?: string; view?: Checked; structure?: Structure; error?: Error; busy?: boolean }>({});
  const running = useRef<AbortController>(null);

  async function check(text: string) {
    running.current?.abort();
    const abort = running.current = new AbortController();
    setState(before => ({ ...before, busy: true }));
    try {
      const [view, structure] = await Promise.all([
        post("/api/v1/check", { name, text }, {}, abort.signal),
        post("/api/v1/outlines/check", { text, exemplars: 3 }, {}, abort.signal),
      ]);
      setState({ of: text, view, structure });
    } catch (error) {
      if (!abort.signal.aborted) setState({ of: text, error: error as Error });
    }
  }

  useEffect(() => {
    if (!asYouType || draft.trim() === "" || draft === state.of) return;
    const timer = setTimeout(() => void check(draft), pause);
    return () => clearTimeout(timer);
  }, [draft, asYouType, state.of]);
  useEffect(() => () => running.current?.abort(), []);

  return <div className="halves drafting">
    <form className="check-form" onSubmit={event => { event.preventDefault(); void check(draft); }}>
      <Input.TextArea aria-label="草稿" value={draft} maxLength={longest} rows={18} placeholder="在这里写，或把草稿粘贴进来……" onChange={event => write(event.target.value)} />
      <div className="check-tools">
        <Button type="primary" htmlType="submit" disabled={draft.trim() === ""} loading={state.busy === true}>查重</Button>
        <Checkbox checked={asYouType} onChange={event => setAsYouType(event.target.checked)}>边写边查</Checkbox>
        <span className="quiet">{count([...draft].length)} 字。草稿只与档案库比对，不会保存。</span>
      </div>
      {cited.length > 0 && <div className="cited"><h2>参考出处 <CopyButton text={cited.map(one => one.citation).join("\n")}>复制</CopyButton></h2>
        <ul>{cited.map(one => <li key={one.address}><a href={one.address}><Quote text={one.citation} /></a></li>)}</ul></div>}
    </form>
    <section aria-live="polite" aria-label="查重结果" aria-busy={state.busy === true}>
      {state.error && <Refused error={state.error} />}
      {!state.view && state.busy && <Waiting rows={6} label="正在比对" />}
      {!state.view && !state.busy && !state.error && <Empty title="这里会逐段显示草稿与档案库相同的文字。"><p>每一处都写明出处、相同的程度和改动，借鉴还是照搬一目了然。还没有动笔，可以先列<a href="#/outline">提纲</a>、看<a href="#/exemplars">范例</a>。</p></Empty>}
      {state.view && state.of !== undefined && <Result view={state.view} text={state.of} />}
      {state.structure && <Missing missing={state.structure.missing} />}
    </section>
  </div>;
}

function Result({ view, text }: { view: Checked; text: string }) {
  const reused = view.paragraphs.filter(one => one.matches.length > 0).length;
  if (view.paragraphs.length === 0) return <Empty title="草稿里没有找到成段的文字。" />;
  return <>
    <p className="verdict"><strong>{percent(view.share)}</strong> 的文字（{count(view.reusedCharacters)} / {count(view.characters)} 字）在档案库里已有；
      {reused > 0 ? `${view.paragraphs.length} 个段落中 ${reused} 个有相同文字。` : "没有发现相同的段落。"}</p>
    <FileExports text={text} />
    <Findings audits={view.audits} />
    {view.paragraphs.map(one => <Paragraph key={one.start} one={one} text={text} />)}
  </>;
}

/** What stands out in the draft as a whole: left-over names, figures that were not renewed, … */
function Findings({ audits }: { audits: View<"AuditView">[] }) {
  const findings = audits.flatMap(audit => audit.findings);
  if (findings.length === 0) return null;
  return <ul className="findings card">{findings.map((finding, i) => <li key={i}><span className="tag finding">{finding.label}</span>
    <span className="line">{finding.place.line} 行</span>{finding.detail && <strong><Quote text={finding.detail} /></strong>}<q dir="auto"><Quote text={finding.words} /></q></li>)}</ul>;
}

function Paragraph({ one, text }: { one: View<"DraftParagraphView">; text: string }) {
  const [all, setAll] = useState(false);
  const spans = one.matches.flatMap(match => match.spans.map(span => [span.start - one.start, span.end - one.start]));
  return <div className={`draft-paragraph${one.matches.length > 0 ? " hot" : ""}`}>
    <div className="paragraph-head"><span className="line">{one.line} 行</span><FunctionTag primary={one.function} />{one.matches.length > 0 && <span className="share">{percent(one.share)} 相同</span>}</div>
    <p dir="auto"><Marked text={text.slice(one.start, one.end)} ranges={spans} as="span" className="reused" /></p>
    {one.matches.length > 0 && <ul className="matches">{one.matches.slice(0, all ? undefined : 3).map((match, i) => <Match key={i} match={match} />)}</ul>}
    {one.matches.length > 3 && <TextButton onClick={() => setAll(!all)} expanded={all}>{all ? "只看前 3 个" : `另有 ${one.matches.length - 3} 个来源`}</TextButton>}
  </div>;
}

const Match = ({ match }: { match: View<"DraftMatchView"> }) => <li>
  <span className="tag">{reuseKinds[match.kind] ?? match.kind}</span>{" "}
  <a href={reportLink(match.place.report, match.place.paragraph)}><Quote text={match.reportTitle} /></a>{" "}
  <Origin {...match.place} year={match.year} organisation={match.organisation} /> <Changes list={match.changes} />
</li>;

const formats: [format: string, label: string][] = [["html", "网页（可打印）"], ["docx", "Word"], ["csv", "表格"]];

/** The draft is in no address, so a file of its audit is asked for by sending it again. */
function FileExports({ text }: { text: string }) {
  const [error, setError] = useState<Error>();
  async function save(format: string) {
    try {
      const address = URL.createObjectURL(await postForFile("/api/v1/check/export", { name, text }, { format }));
      Object.assign(document.createElement("a"), { href: address, download: `草稿查重.${format}` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (fault) {
      setError(fault as Error);
    }
  }
  return <p className="exports"><span className="quiet">导出审计</span>{formats.map(([format, label]) => <TextButton key={format} onClick={() => void save(format)}>{label}</TextButton>)}
    {error && <Refused error={error} />}</p>;
}
