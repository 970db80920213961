// 起草: a draft beside what the archive has of it, and passages to learn from.
import type { PageProps } from "../../App";
import { useMay } from "../../api/session";
import { Cards } from "./Cards";
import { Check } from "./Check";
import { Exemplars } from "./Exemplars";
import { Outline } from "./Outline";
import "../../styles/draft.css";

const tabs: [address: string, names: string[], label: string][] = [
  ["#/draft", ["draft", "check"], "写稿与查重"], ["#/outline", ["outline"], "提纲"], ["#/exemplars", ["exemplars"], "范例"], ["#/cards", ["cards"], "做法卡片"],
];

export default function DraftPage({ route }: PageProps) {
  const mayCheck = useMay("draft");
  const key = route.query.toString();
  return <div className="column wide draft">
    <h1>起草</h1>
    <nav className="tabs" aria-label="起草">{tabs.map(([address, names, label]) =>
      <a key={address} href={address} aria-current={names.includes(route.name) ? "page" : undefined}>{label}</a>)}</nav>
    {route.name === "exemplars" ? <Exemplars key={key} query={route.query} />
      : route.name === "outline" ? <Outline key={key} query={route.query} />
      : route.name === "cards" ? <Cards key={key} query={route.query} />
      : mayCheck ? <Check /> : <p className="note">查重需要起草权限；提纲、范例和做法卡片可以看。</p>}
  </div>;
}
