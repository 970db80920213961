import { App as Messages, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ComponentType } from "react";
import { back, get, lost, remove, waiting } from "./api/client";
import { SessionContext, useSession, type Permission } from "./api/session";
import { useAnswer } from "./api/useAnswer";
import { SampleMark, SamplesContext } from "./parts/samples";
import { Empty, Fence, Waiting } from "./parts/states";
import { SearchPage } from "./pages/search/SearchPage";
import { SearchBox } from "./pages/search/SearchBox";
import { useRoute, type Route } from "./router";
import { choose, themeOf, useChoice, useIsDark, type Choice } from "./theme";

export interface PageProps {
  route: Route;
}

const ReportPage = lazy(() => import("./pages/report/ReportPage"));
const ParagraphPage = lazy(() => import("./pages/report/ParagraphPage"));
const AuditPage = lazy(() => import("./pages/audit/OverviewPage"));
const FindingsPage = lazy(() => import("./pages/audit/FindingsPage"));
const ComparePage = lazy(() => import("./pages/audit/ComparePage"));
const FamilyPage = lazy(() => import("./pages/audit/FamilyPage"));
const FamiliesPage = lazy(() => import("./pages/audit/FamiliesPage"));
const DraftPage = lazy(() => import("./pages/draft/DraftPage"));
const IntakePage = lazy(() => import("./pages/intake/IntakePage"));
const SourcePage = lazy(() => import("./pages/intake/SourcePage"));
const AdminPage = lazy(() => import("./pages/admin/AdminPage"));

/** Each page with its title and the entry of the navigation that it belongs to. */
const pages: Record<string, [page: ComponentType<PageProps>, title: string, entry: string]> = {
  search: [SearchPage, "检索", "search"],
  report: [ReportPage, "报告", ""],
  paragraph: [ParagraphPage, "段落", ""],
  overview: [AuditPage, "审计", "overview"],
  findings: [FindingsPage, "疑点", "overview"],
  families: [FamiliesPage, "同源族", "overview"],
  family: [FamilyPage, "同源族", "overview"],
  compare: [ComparePage, "对照", "overview"],
  exemplars: [DraftPage, "范例", "draft"],
  check: [DraftPage, "起草", "draft"],
  outline: [DraftPage, "提纲", "draft"],
  cards: [DraftPage, "做法卡片", "draft"],
  draft: [DraftPage, "起草", "draft"],
  sources: [IntakePage, "入库", "sources"],
  source: [SourcePage, "来源文件", "sources"],
  admin: [AdminPage, "管理", "admin"],
};

const entries: [address: string, entry: string, label: string, needed: Permission][] = [
  ["#/search", "search", "检索", "read"], ["#/overview", "overview", "审计", "audit"], ["#/draft", "draft", "起草", "read"], ["#/sources", "sources", "入库", "read"], ["#/admin", "admin", "管理", "read"],
];

export function App() {
  const dark = useIsDark();
  return <ConfigProvider locale={zhCN} theme={themeOf(dark)} button={{ autoInsertSpace: false }}>
    <Messages component={false}><Frame /></Messages>
  </ConfigProvider>;
}

function Frame() {
  const route = useRoute();
  const [Page, title, entry] = pages[route.name] ?? [Missing, "没有这个页面", ""];
  const ready = useReadiness();
  const session = useAnswer("session", signal => get("/api/v1/session", {}, signal)).value;
  const [removals, setRemovals] = useState(0);
  const held = useAnswer(`${ready.round}:${removals}`, signal => get("/api/v1/samples", {}, signal)).value;
  const samples = useMemo(() => ({ held, removed: () => setRemovals(before => before + 1) }), [held]);
  const place = `${route.name}/${route.rest.join("/")}`;
  const q = route.name === "search" ? route.query.get("q") : null;
  useEffect(() => { document.title = `${q || title} · 镜鉴`; }, [q, title]);
  useTop(place);
  return <SessionContext value={session}><SamplesContext value={samples}>
    <a className="skip" href="#main" onClick={event => { event.preventDefault(); document.getElementById("main")?.focus(); }}>跳到正文</a>
    <header className="bar">
      <a className="brand" href="#/search">镜鉴</a>
      <SampleMark />
      <SearchBox route={route} />
      <nav aria-label="主导航">{entries.filter(([, , , needed]) => !session || session.may.includes(needed)).map(([address, name, label]) =>
        <a key={name} href={address} aria-current={name === entry ? "page" : undefined}>{label}</a>)}</nav>
      <Person />
      <ThemeSwitch />
    </header>
    <div className="banner" role="status" hidden={ready.sentence === null}>{ready.sentence}</div>
    <main id="main" tabIndex={-1}>
      <Fence key={`${place}:${ready.round}:${removals}`}><Suspense fallback={<div className="sheet"><Waiting /></div>}><Page route={route} /></Suspense></Fence>
    </main>
  </SamplesContext></SessionContext>;
}

/** Who is signed in, and the way out. */
function Person() {
  const session = useSession();
  if (!session?.signedIn) return null;
  return <span className="person" title={`${session.label}权限`}>{session.name}
    <button type="button" onClick={() => void leave()}>退出</button></span>;
}

/** The next person at this machine finds nothing of the draft. */
async function leave(): Promise<void> {
  try {
    sessionStorage.clear();
    await remove("/api/v1/session");
  } finally {
    location.assign("sign-in");
  }
}

/** What the service waits for, asked again until it is ready; then the page is drawn anew. A service that was lost and is back only
 * answers what it did not: what somebody was writing stays. */
function useReadiness() {
  const [state, setState] = useState<{ sentence: string | null; round: number }>({ sentence: null, round: 0 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined, gone = false, waited = false, cutOff = false;
    async function look() {
      clearTimeout(timer);
      const sentence = await waiting();
      if (gone) return;
      const isBack = sentence === null && cutOff, isReady = sentence === null && waited && !cutOff;
      setState(before => ({ sentence, round: isReady ? before.round + 1 : before.round }));
      waited = sentence !== null;
      if (isBack) {
        cutOff = false;
        window.dispatchEvent(new Event(back));
      }
      clearTimeout(timer);
      if (waited) timer = setTimeout(() => void look(), 1500);
    }
    function onLost() {
      cutOff = true;
      if (waited) return;
      waited = true;
      timer = setTimeout(() => void look(), 500);
    }
    window.addEventListener(lost, onLost);
    void look();
    return () => { gone = true; clearTimeout(timer); window.removeEventListener(lost, onLost); };
  }, []);
  return state;
}

/** Another page begins at its top; going back is left to the browser. */
function useTop(place: string) {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    window.scrollTo(0, 0);
  }, [place]);
}

const choices: Record<Choice, [label: string, next: Choice]> = { auto: ["跟随系统", "light"], light: ["浅色", "dark"], dark: ["深色", "auto"] };

function ThemeSwitch() {
  const now = useChoice();
  const [label, next] = choices[now];
  return <button type="button" className="theme" onClick={() => choose(next)} aria-label={`外观：${label}，点击换成${choices[next][0]}`} title={`外观：${label}`}>
    <span aria-hidden="true">{now === "auto" ? "◐" : now === "light" ? "☀" : "☾"}</span>
  </button>;
}

const Missing = () => <div className="column"><h1 className="visually-hidden">没有这个页面</h1><Empty title="没有这个页面。"><p><a href="#/search">回到检索</a></p></Empty></div>;
