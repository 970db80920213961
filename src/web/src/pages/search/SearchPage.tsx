// 检索: chips and facets, one row a family.
import { useEffect, useState } from "react";
import { address, Refusal } from "../../api/client";
import { useMay } from "../../api/session";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { Exports, Pager, TextButton } from "../../parts/actions";
import { NothingFound } from "../../parts/nothing";
import { Refused, Waiting } from "../../parts/states";
import { functionName, functions, orders } from "../../names";
import { count } from "../../text/format";
import { Marked, Quote, Words } from "../../text/words";
import { Facets, filterLabel } from "./Facets";
import { Hit } from "./Hit";
import { KeepButton } from "./Saved";
import { Numbers } from "./Numbers";
import { Start } from "./Start";
import { changed, filters, find, isEmpty, nextPage, pageBefore, pageLength, pageOf, parameters, wishOf, type Found, type Wish } from "./wish";

export function SearchPage({ route }: PageProps) {
  const wish = wishOf(route);
  return isEmpty(wish) ? <Start /> : <Results wish={wish} />;
}

function Results({ wish }: { wish: Wish }) {
  const asked = useAnswer(JSON.stringify(wish), signal => find(wish, signal));
  useArrows();
  if (asked.error) return <div className="column"><h1 className="visually-hidden">检索</h1><BadQuery text={wish.q} error={asked.error} /><Refused error={asked.error} again={asked.again} /></div>;
  if (!asked.value) return <div className="sheet two"><Waiting rows={10} /><Waiting rows={14} label="正在检索" /></div>;
  return <div className={`sheet ${asked.value.paragraphs + asked.value.beyond > 0 ? "two" : ""}${asked.loading ? " settling" : ""}`} aria-busy={asked.loading}>
    <Facets wish={wish} found={asked.value} />
    <Found wish={wish} found={asked.value} />
  </div>;
}

/** The query with the place at fault marked. */
function BadQuery({ text, error }: { text: string; error: Error }) {
  const at = error instanceof Refusal ? error.problem.at : undefined;
  return at ? <p className="bad-query"><Marked text={text} ranges={[[at.start, Math.max(at.end, at.start + 1)]]} /></p> : null;
}

function Found({ wish, found }: { wish: Wish; found: Found }) {
  return <section className="results" aria-label="检索结果">
    <h1 className="visually-hidden">检索结果</h1>
    <Chips wish={wish} found={found} />
    <Years wish={wish} found={found} />
    <Meant wish={wish} found={found} />
    <Summary wish={wish} found={found} />
    {found.notes.map(note => <p key={note} className="note"><Words text={note} /></p>)}
    {found.hits.length > 0
      ? <ol className="hits">{found.hits.map(hit => <Hit key={hit.paragraph} wish={wish} hit={hit} />)}</ol>
      : <Nothing wish={wish} />}
    <Pages wish={wish} found={found} />
  </section>;
}

function Pages({ wish, found }: { wish: Wish; found: Found }) {
  const now = pageOf(wish), { next } = found;
  const last = next === null ? now : Math.max(now + 1, Math.ceil((wish.all ? found.paragraphs : found.families) / pageLength));
  return <Pager now={now} last={last} address={page => page > now && next ? nextPage(wish, next) : pageBefore(wish)} />;
}

function Chips({ wish, found }: { wish: Wish; found: Found }) {
  const counts = new Map(found.facets.functions.map(bucket => [bucket.value, bucket.families]));
  const shown = Object.keys(functions).filter(name => counts.get(name) || wish.function === name);
  if (shown.length === 0) return null;
  return <div className="chips" role="group" aria-label="按功能筛选">{shown.map(name => {
    const on = wish.function === name;
    return <a key={name} className={`chip f-${name}${on ? " on" : ""}`} href={changed(wish, { function: on ? "" : name })} aria-current={on ? "true" : undefined}>
      {functionName(name)}<b>{count(counts.get(name) ?? 0)}</b></a>;
  })}</div>;
}

const fewYears = 12;

/** The years, the newest first. */
function Years({ wish, found: { facets: { years } } }: { wish: Wish; found: Found }) {
  const [all, setAll] = useState(false);
  const stated = years.filter(bucket => bucket.value !== "").toReversed();
  if (stated.length === 0) return null;
  const unstated = years.find(bucket => bucket.value === "");
  return <div className="chips years" role="group" aria-label="按年份筛选">
    {stated.filter((bucket, i) => all || i < fewYears || bucket.value === wish.year).map(({ value, families }) => {
      const on = wish.year === value;
      return <a key={value} className={`chip${on ? " on" : ""}`} href={changed(wish, { year: on ? "" : value })} aria-current={on ? "true" : undefined}>{value} 年<b>{count(families)}</b></a>;
    })}
    {stated.length > fewYears && <TextButton onClick={() => setAll(!all)} expanded={all}>{all ? "收起" : "更早的年份"}</TextButton>}
    {unstated && <span className="quiet">未写明 {count(unstated.families)}</span>}
  </div>;
}

function Meant({ wish, found: { meant } }: { wish: Wish; found: Found }) {
  return meant && <p className="note meant">你是不是要找：<a href={changed(wish, { q: meant.query })}><Quote text={meant.query} /></a>
    （{meant.words.map(word => `“${word.instead}”见于 ${count(word.paragraphs)} 处`).join("，")}）</p>;
}

function Summary({ wish, found }: { wish: Wish; found: Found }) {
  const active = filters.filter(name => wish[name] && name !== "function");
  return <div className="summary">
    <p role="status"><Numbers found={found} />
      {active.map(name => <a key={name} className="chip on small" href={changed(wish, { [name]: "" })} title="去掉这个筛选"><Quote text={filterLabel(name, wish[name])} /> ×</a>)}
      {filters.some(name => wish[name]) && <a className="quiet" href={changed(wish, Object.fromEntries(filters.map(name => [name, ""])))}>清除筛选</a>}
    </p>
    <p className="tools">
      <span className="orders"><span className="quiet">排序</span>{Object.entries(orders).map(([order, label]) => order === wish.sort
        ? <b key={order} aria-current="true">{label}</b>
        : <a key={order} href={changed(wish, { sort: order })}>{label}</a>)}</span>
      <a href={changed(wish, { all: wish.all ? "" : "1" })}>{wish.all ? "合并相同的" : "逐段列出"}</a>
      <KeepButton wish={wish} />
      <Exports address={address("/api/v1/search/export", { query: { ...parameters(wish), top: 1000 } })} only={["docx", "csv", "json"]} />
    </p>
  </div>;
}

function Nothing({ wish }: { wish: Wish }) {
  const mayEdit = useMay("edit");
  return <NothingFound title="没有找到符合条件的段落。">
    <p>换一个说法，或少用几个词。</p>
    {filters.some(name => wish[name]) && <p><a href={changed(wish, Object.fromEntries(filters.map(name => [name, ""])))}>清除筛选再试</a></p>}
    {/["“”]/.test(wish.q) && <p>引号里的文字要与原文一字不差；<a href={changed(wish, { q: wish.q.replace(/["“”]/g, " ").trim() })}>去掉引号</a>可以放宽。</p>}
    {mayEdit && wish.q && <p>如果这是本单位的叫法，可以在<a href="#/admin/lexicon">词库</a>里加一行近义词，立即生效。</p>}
    {wish.q.trim().includes(" ") && <p>只检索其中一个词：{wish.q.trim().split(/\s+/).slice(0, 5).map(word => <a key={word} className="chip" href={changed(wish, { q: word })}><Quote text={word} /></a>)}</p>}
  </NothingFound>;
}

/** ↓ and ↑ walk through the hits, Enter opens one: each hit's title is a link that can be focused. */
function useArrows() {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, .facets, [role=menu]")) return;
      const titles = [...document.querySelectorAll<HTMLElement>(".hit .title")];
      const now = titles.findIndex(title => title.closest(".hit")!.contains(document.activeElement));
      const next = titles[event.key === "ArrowDown" ? now + 1 : now - 1];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.closest(".hit")!.scrollIntoView({ block: "nearest" });
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
