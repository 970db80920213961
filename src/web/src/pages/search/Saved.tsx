// 已保存的检索: searches that people keep, and what came in since the last look.
import { Button, Input } from "antd";
import { useState } from "react";
import { get, post, remove, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { TextButton } from "../../parts/actions";
import { Refused } from "../../parts/states";
import { link, reportLink } from "../../router";
import { Quote } from "../../text/words";
import { parameters, type Wish } from "./wish";

/** A button that keeps the search that is shown. */
export function KeepButton({ wish }: { wish: Wish }) {
  const [state, setState] = useState<{ asking?: boolean; kept?: string; error?: Error }>({});
  const [name, setName] = useState("");
  async function keep() {
    try {
      setState({ kept: (await post("/api/v1/saved-searches", { name, search: parameters(wish) })).name });
    } catch (error) {
      setState({ asking: true, error: error as Error });
    }
  }
  if (state.kept) return <span className="quiet" role="status">已保存为“<Quote text={state.kept} />”，新入库的内容会列在检索首页。</span>;
  if (!state.asking) return <TextButton onClick={() => { setName(wish.q.slice(0, 40)); setState({ asking: true }); }}>保存检索</TextButton>;
  return <form className="keep" onSubmit={event => { event.preventDefault(); void keep(); }}>
    <Input size="small" autoFocus value={name} maxLength={100} aria-label="检索的名称" placeholder="名称" onChange={event => setName(event.target.value)} />
    <Button size="small" type="primary" htmlType="submit">保存</Button>
    <Button size="small" onClick={() => setState({})}>取消</Button>
    {state.error && <Refused error={state.error} />}
  </form>;
}

/** The kept searches with what is new; nothing where there are none. */
export function SavedSearches() {
  const asked = useAnswer("saved", signal => get("/api/v1/saved-searches", {}, signal));
  if (asked.error) return <Refused error={asked.error} />;
  if (!asked.value?.items.length) return null;
  return <section><h2>已保存的检索</h2><ul className="plain">{asked.value.items.map(saved => <Saved key={saved.id} saved={saved} again={asked.again} />)}</ul></section>;
}

function Saved({ saved, again }: { saved: View<"SavedSearchView">; again: () => void }) {
  const [news, setNews] = useState<View<"HitView">[]>();
  const [error, setError] = useState<Error>();
  async function show() {
    try {
      const { found, upTo } = await get("/api/v1/saved-searches/{id}/new", { path: { id: String(saved.id) }, query: { top: 20 } });
      setNews(found.hits);
      await post("/api/v1/saved-searches/{id}/seen", { upTo }, { path: { id: String(saved.id) } });
    } catch (fault) {
      setError(fault as Error);
    }
  }
  async function drop() {
    try {
      await remove("/api/v1/saved-searches/{id}", { path: { id: String(saved.id) } });
      again();
    } catch (fault) {
      setError(fault as Error);
    }
  }
  return <li>
    <a href={addressOf(saved.wish)}><Quote text={saved.name} /></a>{" "}
    {saved.newParagraphs > 0 ? <TextButton onClick={() => void show()} expanded={news !== undefined}>新入库 {saved.newParagraphs} 段</TextButton> : <span className="quiet">没有新内容</span>}{" "}
    <TextButton onClick={() => void drop()} label={`删除已保存的检索“${saved.name}”`}>删除</TextButton>
    {news && <div className="copies">{news.map(hit => <p key={hit.paragraph}><a href={reportLink(hit.reportId, hit.paragraph)}><Quote text={hit.report} /></a> <Quote text={hit.snippet} /></p>)}</div>}
    {error && <Refused error={error} />}
  </li>;
}

function addressOf(wish: View<"SearchWish">): string {
  const { query, years, organisation, type, unitType, copies, originality, quantities, sort, report, source, undecided, damaged } = wish;
  return link("search", {
    q: query, function: wish.function, year: years, organisation, type, unitType, copies, originality, quantities, sort, report, source, undecided: typed(undecided), damaged: typed(damaged),
  });
}

const typed = (value: boolean | null | undefined) => value === null || value === undefined ? null : String(value);
