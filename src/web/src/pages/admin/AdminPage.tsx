// 管理: how the service is, what says what paragraphs do, and what people said about it.
import { lazy, Suspense } from "react";
import { get, remove, waiting, type View } from "../../api/client";
import { useMay, useSession, type Permission } from "../../api/session";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { ActionsHead, TextButton } from "../../parts/actions";
import { Answered, Empty, Waiting } from "../../parts/states";
import { FunctionTag } from "../../parts/tags";
import { link } from "../../router";
import { count, percent, when } from "../../text/format";
import { Quote } from "../../text/words";
import { Access } from "./Access";
import { Checkup } from "./Checkup";
import { Collections } from "./Collections";
import { Lexicon } from "./Lexicon";
import { Log } from "./Log";
import { Settings } from "./Settings";
import "../../styles/audit.css";
import "../../styles/draft.css";

const Models = lazy(() => import("./Models"));

const tabs: [address: string, name: string, label: string, needed: Permission][] = [
  ["#/admin", "", "概况", "read"], ["#/admin/access", "access", "帐号与密钥", "administer"], ["#/admin/collections", "collections", "分库", "administer"],
  ["#/admin/lexicon", "lexicon", "词库", "read"], ["#/admin/models", "models", "模型说明", "read"], ["#/admin/settings", "settings", "设置", "administer"], ["#/admin/log", "log", "操作记录", "log"],
];

export default function AdminPage({ route }: PageProps) {
  const now = route.rest[0] ?? "";
  const session = useSession();
  return <div className="column wide draft">
    <h1>管理</h1>
    <nav className="tabs" aria-label="管理">{tabs.filter(([, , , needed]) => !session || session.may.includes(needed)).map(([address, name, label]) =>
      <a key={name} href={address} aria-current={name === now ? "page" : undefined}>{label}</a>)}</nav>
    {now === "access" ? <Access /> : now === "log" ? <Log /> : now === "collections" ? <Collections /> : now === "lexicon" ? <Lexicon /> : now === "models" ? <Suspense fallback={<Waiting />}><Models /></Suspense> : now === "settings" ? <Settings />
      : <><Health /><Model /><Doubts /><Corrections /><Marks /></>}
  </div>;
}

function Health() {
  const mayAdminister = useMay("administer");
  const asked = useAnswer("health", signal => Promise.all([waiting(), get("/api/v1/stats", {}, signal)]));
  return <section className="card"><h2>服务</h2><Answered asked={asked} rows={3}>{([sentence, stats]) => <>
    <p>{sentence ?? "运行正常，索引与档案库一致。"}</p>
    <dl className="tiles">{([["来源文件", stats.sources], ["报告", stats.reports], ["段落", stats.paragraphs], ["字数", stats.characters], ["同源族", stats.families], ["相同段落对", stats.pairs]] as const).map(([label, value]) =>
      <div key={label} className="tile"><dt>{label}</dt><dd>{count(value)}</dd></div>)}</dl>
    {mayAdminister && <Checkup />}
    <p className="quiet">程序接口：<a href="reference">中文说明</a>，<a href="openapi/v1.json">OpenAPI 文件</a>。</p>
  </>}</Answered></section>;
}

function Model() {
  const asked = useAnswer("functions", signal => get("/api/v1/functions", {}, signal));
  return <section className="card"><h2>功能判定</h2><Answered asked={asked} rows={3}>{state => <>
    <p>{state.own ? "正在使用本档案库自己训练的模型。" : "正在使用随程序提供的模型。"}{count(state.paragraphs)} 个段落中 {count(state.undecided)} 个（{percent(state.paragraphs ? state.undecided / state.paragraphs : 0)}）把握不足，标为“未定”，只供参考；把握的界线是 {state.threshold.toFixed(2)}。</p>
    <p className="quiet">人工已更正 {count(state.corrections)} 处。更正积累起来后，在命令行用 <code>jingjian functions train</code> 训练，新模型不如旧的就不会启用。它有多准、会错在哪里，见<a href="#/admin/models">模型说明</a>。</p>
  </>}</Answered></section>;
}

/** The paragraphs whose label, given by a person, would teach most. */
function Doubts() {
  const asked = useAnswer("doubts", signal => get("/api/v1/functions/doubts", { query: { top: 10 } }, signal));
  return <section className="card"><h2>最值得人看一眼的段落</h2><Answered asked={asked} rows={6}>{({ items }) => items.length === 0
    ? <p className="quiet">没有。</p>
    : <ul className="findings long">{items.map(doubt => <Doubt key={doubt.paragraph} doubt={doubt} />)}</ul>}</Answered></section>;
}

const Doubt = ({ doubt }: { doubt: View<"DoubtView"> }) => <li>
  <FunctionTag primary={doubt.function} /><span className="quiet">把握 {doubt.confidence.toFixed(2)}，{doubt.copies} 处相同</span>
  <a href={link(`paragraph/${doubt.paragraph}`)} className="quiet"><Quote text={doubt.source} />：{doubt.line} 行，去更正</a>
  <q dir="auto"><Quote text={doubt.text} /></q>
</li>;

function Corrections() {
  const asked = useAnswer("corrections", signal => get("/api/v1/functions/corrections", { query: { top: 200 } }, signal));
  return <section className="card"><h2>人工更正</h2><Answered asked={asked} rows={3}>{({ total, items }) => total === 0
    ? <Empty title="还没有更正。"><p>在报告页点段落下的“更正功能”。</p></Empty>
    : <>
      <p className="quiet">共 {count(total)} 处。<a href="api/v1/functions/corrections/export" download="">导出标注表</a></p>
      <div className="scrolled" tabIndex={0} role="region" aria-label="人工更正"><table><thead><tr><th>功能</th><th>段落</th><th>出处</th><th>理由</th><th>时间</th><ActionsHead /></tr></thead>
        <tbody>{items.map((item, i) => <tr key={i}><td><FunctionTag primary={item.function} secondary={item.secondary} /></td><td><Quote text={item.excerpt} /></td>
          <td className="quiet"><Quote text={item.source} />：{item.line} 行</td><td><Quote text={item.note} /></td><td className="quiet">{when(item.notedAt)}</td>
          <td>{item.paragraph && <TextButton label={`撤销第 ${i + 1} 条更正`} onClick={() => void remove("/api/v1/paragraphs/{id}/correction", { path: { id: item.paragraph! } }, { "If-Match": item.tag }).then(asked.again, asked.again)}>撤销</TextButton>}</td></tr>)}</tbody></table></div>
    </>}</Answered></section>;
}

function Marks() {
  const asked = useAnswer("marks", signal => get("/api/v1/marks", {}, signal));
  if (!asked.value?.items.length) return null;
  return <section className="card"><h2>来源的性质</h2><table><thead><tr><th>来源</th><th>性质</th><th>理由</th><th>时间</th></tr></thead>
    <tbody>{asked.value.items.map(mark => <tr key={mark.target}><td><Quote text={mark.name} /></td><td>{mark.label}</td><td><Quote text={mark.reason} /></td><td className="quiet">{when(mark.notedAt)}</td></tr>)}</tbody></table>
    <p className="quiet">在<a href="#/sources">入库</a>页更改。</p></section>;
}
