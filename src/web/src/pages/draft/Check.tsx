import { Button, Checkbox, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useEffect, useRef, useState } from "react";
import { post, postForFile, type Answer, type View } from "../../api/client";
import { CopyButton, TextButton } from "../../parts/actions";
import { save } from "../../parts/saving";
import { Empty, Refused, Waiting } from "../../parts/states";
import { count } from "../../text/format";
import { Quote } from "../../text/words";
import { blankAt, forgetDraft, uncite, useDraft, write, writingAt, type Cited } from "./draft";
import { Drawer } from "./Drawer";
import { Missing } from "./Missing";
import { Result, type Checked } from "./Result";
import { SaveDraft } from "./SaveDraft";

type Structure = Answer<"/api/v1/outlines/check", "post">;

const longest = 200_000;
const name = "草稿";
/** A person who stops typing for so long wants to see. */
const pause = 700;

export function Check() {
  const { text: draft, cited } = useDraft();
  const [asYouType, setAsYouType] = useState(true);
  const [beside, setBeside] = useState<"result" | "exemplars">("result");
  const [state, setState] = useState<{ of?: string; view?: Checked; structure?: Structure; error?: Error; busy?: boolean }>({});
  const [by, setBy] = useState({ organisation: "", year: "" });
  const [at, setAt] = useState(0);
  const checkedBy = useRef(by);
  const editor = useRef<TextAreaRef>(null);
  const running = useRef<AbortController>(null);

  const body = (of: string) => ({ name, text: of, organisation: by.organisation.trim() || null, year: Number(by.year) || null });

  /** Marks a place in the editor. The text may have been changed since: then it is only near. */
  function show(start: number, end: number) {
    const area = editor.current?.resizableTextArea?.textArea;
    area?.focus();
    area?.setSelectionRange(start, end);
  }

  function stand({ selectionStart }: HTMLTextAreaElement) {
    writingAt(selectionStart);
    setAt(selectionStart);
  }

  async function check(text: string) {
    running.current?.abort();
    const abort = running.current = new AbortController();
    checkedBy.current = by;
    setState(before => ({ ...before, busy: true }));
    try {
      const [view, structure] = await Promise.all([
        post("/api/v1/drafts/check", body(text), {}, abort.signal),
        post("/api/v1/outlines/check", { text, exemplars: 3 }, {}, abort.signal),
      ]);
      setState({ of: text, view, structure });
    } catch (error) {
      if (!abort.signal.aborted) setState({ of: text, error: error as Error });
    }
  }

  useEffect(() => {
    if (draft.trim() === "") {
      running.current?.abort();
      setState({});
      return;
    }
    if (!asYouType || draft === state.of && by === checkedBy.current) return;
    const timer = setTimeout(() => void check(draft), pause);
    return () => clearTimeout(timer);
    // What is checked is the text as it stands when the pause is over.
  }, [draft, asYouType, state.of, by]);
  useEffect(() => () => running.current?.abort(), []);

  const writing = blankAt(draft, at) ?? state.view?.paragraphs.find(one => one.start <= at && at <= one.end)?.function;
  const blanks = draft.split("〔待补").length - 1;
  return <div className="halves drafting">
    <form className="check-form" onSubmit={event => { event.preventDefault(); void check(draft); }}>
      <div className="inline-form">
        <Input aria-label="写作单位" placeholder="写作单位，不填则看草稿怎么写" maxLength={100} value={by.organisation} onChange={event => setBy({ ...by, organisation: event.target.value })} />
        <Input className="year" aria-label="总结的年份" placeholder="年份" inputMode="numeric" maxLength={4} value={by.year} onChange={event => setBy({ ...by, year: event.target.value })} />
      </div>
      <Input.TextArea ref={editor} aria-label="草稿" value={draft} maxLength={longest} rows={18} placeholder="在这里写，或把草稿粘贴进来……"
        onChange={event => write(event.target.value)} onSelect={event => stand(event.currentTarget)} onBlur={event => stand(event.currentTarget)} />
      <div className="check-tools">
        <Button type="primary" htmlType="submit" disabled={draft.trim() === ""} loading={state.busy === true}>查重</Button>
        <Checkbox checked={asYouType} onChange={event => setAsYouType(event.target.checked)}>边写边查</Checkbox>
        <SaveDraft checked={state.of === draft ? state.view : undefined} />
        {draft !== "" && <Discard />}
      </div>
      <p className="quiet">{count([...draft].length)} 字。草稿只与档案库比对，不会保存；关闭这个标签页就没有了。</p>
      {blanks > 0 && <p className="note" role="status">还有 {count(blanks)} 处〔待补〕。整段没写的，把光标放在那里，从<TextButton onClick={() => setBeside("exemplars")}>范例</TextButton>里挑一段放进来；年份、数字、名称请自己填。</p>}
      {cited.length > 0 && <CitedList cited={cited} />}
    </form>
    <div>
      <div className="beside-tabs" role="group" aria-label="右侧显示">
        <button type="button" aria-pressed={beside === "result"} onClick={() => setBeside("result")}>查重结果</button>
        <button type="button" aria-pressed={beside === "exemplars"} onClick={() => setBeside("exemplars")}>范例</button>
      </div>
      {beside === "exemplars" && <section aria-label="范例"><Drawer writing={writing && writing !== "other" ? writing : "practice"} /></section>}
      <section hidden={beside !== "result"} aria-live="polite" aria-label="查重结果" aria-busy={state.busy === true}>
        {state.error && <Refused error={state.error} />}
        {!state.view && state.busy && <Waiting rows={6} label="正在比对" />}
        {!state.view && !state.busy && !state.error && <Empty title="这里会逐段显示草稿与档案库相同的文字。"><p>每一处都写明出处、相同的程度和改动，借鉴还是照搬一目了然。还没有动笔，可以先列<a href="#/outline">提纲</a>、看<a href="#/exemplars">范例</a>和<a href="#/cards">做法卡片</a>。</p></Empty>}
        {state.view && state.of !== undefined && <><FileExports body={body(state.of)} /><Result view={state.view} text={state.of} show={show} /></>}
        {state.structure && <Missing missing={state.structure.missing} />}
      </section>
    </div>
  </div>;
}

/** Throwing a draft away is asked for twice. */
function Discard() {
  const [asked, setAsked] = useState(false);
  return asked
    ? <><TextButton onClick={forgetDraft}>确实清空</TextButton><TextButton onClick={() => setAsked(false)}>不清空</TextButton></>
    : <TextButton onClick={() => setAsked(true)}>清空草稿</TextButton>;
}

function CitedList({ cited }: { cited: Cited[] }) {
  return <div className="cited"><h2>参考出处 <CopyButton text={cited.map(one => one.citation).join("\n")}>复制</CopyButton></h2>
    <ol>{cited.map(one => <li key={one.address}><a href={one.address}><Quote text={one.citation} /></a>{" "}
      <TextButton onClick={() => uncite(one.address)} label={`不再列出：${one.citation}`}>去掉</TextButton></li>)}</ol></div>;
}

const formats: [format: string, label: string][] = [["html", "网页（可打印）"], ["docx", "Word"], ["csv", "表格"]];

/** The draft is in no address, so a file of its check is asked for by sending it again. */
function FileExports({ body }: { body: View<"DraftBody"> }) {
  const [error, setError] = useState<Error>();
  const write = (format: string) => void postForFile("/api/v1/drafts/check/export", body, { format }).then(file => save(file, `草稿查重.${format}`), setError);
  return <p className="exports"><span className="quiet">导出查重</span>{formats.map(([format, label]) => <TextButton key={format} onClick={() => write(format)}>{label}</TextButton>)}
    {error && <Refused error={error} />}</p>;
}
