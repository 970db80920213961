import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import type { PageProps } from "../../App";
import { Exports, Pager } from "../../parts/actions";
import { Answered, Empty } from "../../parts/states";
import { link } from "../../router";
import { count } from "../../text/format";
import { FamilyList } from "./FamilyList";
import "../../styles/audit.css";

const length = 30;
const orders: [order: string, label: string][] = [["size", "处数"], ["spread", "涉及单位"], ["age", "最早年份"]];

export default function FamiliesPage({ route }: PageProps) {
  const order = route.query.get("order") ?? "size";
  const page = Math.max(1, Number.parseInt(route.query.get("page") ?? "1", 10) || 1);
  const wanted = { order, top: length, offset: (page - 1) * length };
  const asked = useAnswer(JSON.stringify(wanted), signal => get("/api/v1/families", { query: wanted }, signal));
  return <div className="column wide">
    <h1>同源族</h1>
    <p className="lead">只差槽位（年份、数字、名称）和少量改动的段落是一族。</p>
    <p className="family-tools"><span className="orders"><span className="quiet">排列</span>{orders.map(([name, label]) =>
      name === order ? <b key={name} aria-current="true">{label}</b> : <a key={name} href={link("families", { order: name })}>{label}</a>)}</span>
      <Exports address={`api/v1/families/export?order=${order}&top=1000`} /></p>
    <Answered asked={asked} rows={10}>{families => families.items.length === 0 ? <Empty title="没有发现相同的段落。" /> : <>
      <p className="quiet">共 {count(families.total)} 族</p>
      <FamilyList families={families.items} first={families.offset + 1} />
      <Pager now={page} last={Math.ceil(families.total / length)} address={to => link("families", { order, page: to })} />
    </>}</Answered>
  </div>;
}
