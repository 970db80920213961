// 词库: words and synonyms of one's own, in force from the next search on, with a box to try them in.
import { Button, Input } from "antd";
import { useState } from "react";
import { get, post, remove } from "../../api/client";
import { useMay } from "../../api/session";
import { useAnswer, type Asked } from "../../api/useAnswer";
import { TextButton } from "../../parts/actions";
import { Answered } from "../../parts/states";
import { link, reportLink } from "../../router";
import { count } from "../../text/format";
import { Marked, Quote, Words } from "../../text/words";
import { Numbers } from "../search/Numbers";
import { useAttempt } from "./attempt";

const longest = 500;
const most = 1000;

interface Line {
  id: string;
  line: string;
  understood: boolean;
}

interface Table {
  title: string;
  meaning: string;
  placeholder: string;
  add: (line: string) => Promise<unknown>;
  drop: (id: string) => Promise<unknown>;
}

const synonyms: Table = {
  title: "近义词", meaning: "检索其中一个，也找另一个。“甲 = 乙”是意思相同；“甲, 乙 > 丙 丁”是说左边的，也找右边的公文说法。", placeholder: "职代会 = 职工代表大会",
  add: line => post("/api/v1/lexicon/synonyms", { line }), drop: id => remove("/api/v1/lexicon/synonyms/{id}", { path: { id } }),
};

const words: Table = {
  title: "自有词", meaning: "本单位、本系统的专名和简称，检索时不再拆开。词后面可以写词频，写 0 表示它不是一个词。", placeholder: "工人先锋号",
  add: line => post("/api/v1/lexicon/words", { line }), drop: id => remove("/api/v1/lexicon/words/{id}", { path: { id } }),
};

export function Lexicon() {
  const [round, setRound] = useState(0);
  const changed = () => setRound(before => before + 1);
  const asked = useAnswer("synonyms", signal => get("/api/v1/lexicon/synonyms", { query: { top: most } }, signal));
  const askedWords = useAnswer("words", signal => get("/api/v1/lexicon/words", { query: { top: most } }, signal));
  return <>
    <p className="lead">加进来的词从下一次检索起生效，不用重建索引，也不用重启。</p>
    <Trial round={round} />
    <div className="halves">
      <Lines table={synonyms} asked={asked} changed={changed} />
      <Lines table={words} asked={askedWords} changed={changed} />
    </div>
  </>;
}

function Lines({ table, asked, changed }: { table: Table; asked: Asked<{ total: number; items: Line[] }>; changed: () => void }) {
  const mayEdit = useMay("edit");
  const [attempt, refusal] = useAttempt(() => { asked.again(); changed(); });
  const [line, setLine] = useState("");
  return <section className="card"><h2>{table.title}</h2>
    <p className="quiet">{table.meaning}</p>
    {mayEdit && <form className="inline-form" onSubmit={event => { event.preventDefault(); attempt(table.add(line), () => setLine("")); }}>
      <Input aria-label={`新的${table.title}`} placeholder={`例如：${table.placeholder}`} maxLength={longest} value={line} onChange={event => setLine(event.target.value)} />
      <Button type="primary" htmlType="submit" disabled={line.trim() === ""}>加入</Button>
    </form>}
    {refusal}
    <Answered asked={asked} rows={4}>{({ total, items }) => total === 0 ? <p className="quiet">还没有。随程序提供的词库一直在用，这里只列自己加的。</p> : <>
      {items.some(item => !item.understood) && <p className="note">有看不懂的行，改好之前这张表不起作用。</p>}
      <ul className="plain lines">{items.map(item => <li key={item.id}>
        <span><Quote text={item.line} /> {!item.understood && <span className="tag damage">看不懂</span>}</span>
        {mayEdit && <TextButton onClick={() => attempt(table.drop(item.id))} label={`删除“${item.line}”`}>删除</TextButton>}</li>)}</ul>
      {total > items.length && <p className="quiet">共 {count(total)} 行，只列前 {count(items.length)} 行。</p>}
    </>}</Answered>
  </section>;
}

const hits = 3;

/** What a search finds with the words as they stand now. */
function Trial({ round }: { round: number }) {
  const [text, setText] = useState("");
  const [q, setQ] = useState("");
  const asked = useAnswer(q === "" ? null : `${round}:${q}`, signal => get("/api/v1/search", { query: { q, top: hits } }, signal));
  return <section className="card" aria-label="试一试"><h2>试一试</h2>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); setQ(text.trim()); }}>
      <Input aria-label="试检索的词" placeholder="写一个词，看现在能找到什么" maxLength={longest} value={text} onChange={event => setText(event.target.value)} />
      <Button htmlType="submit" disabled={text.trim() === ""}>试检索</Button>
    </form>
    {q !== "" && <Answered asked={asked} rows={3}>{found => <div role="status">
      <p><Numbers found={found} />。{found.notes.map(note => <span key={note}> <Words text={note} /></span>)} <a href={link("search", { q })}>到检索页看全部</a></p>
      <ul className="plain">{found.hits.map(hit => <li key={hit.paragraph}><a href={reportLink(hit.reportId, hit.paragraph)}><Quote text={hit.report} /></a>{" "}
        <bdi dir="auto"><Marked text={hit.snippet} ranges={hit.snippetHighlights} /></bdi></li>)}</ul>
    </div>}</Answered>}
  </section>;
}
