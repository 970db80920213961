import { get, remove } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { ActionsHead, TextButton } from "../../parts/actions";
import { Refused } from "../../parts/states";
import { when } from "../../text/format";
import { Quote } from "../../text/words";

/** What people took out of the figures, with the reasons, and the way back. */
export function Exclusions() {
  const asked = useAnswer("exclusions", signal => get("/api/v1/exclusions", {}, signal));
  if (asked.error) return <Refused error={asked.error} />;
  if (!asked.value?.items.length) return null;
  return <section className="card"><h2>人工排除的匹配</h2>
    <table><thead><tr><th>甲</th><th>乙</th><th>理由</th><th>时间</th><ActionsHead /></tr></thead>
      <tbody>{asked.value.items.map(item => <tr key={item.id}><td><code>{item.a}</code></td><td>{item.b ? <code>{item.b}</code> : "全部"}</td><td><Quote text={item.reason} /></td><td>{when(item.notedAt)}</td>
        <td><TextButton label={`撤销第 ${item.id} 条排除`} onClick={() => void remove("/api/v1/exclusions/{id}", { path: { id: item.id } }).then(asked.again, asked.again)}>撤销</TextButton></td></tr>)}</tbody></table>
  </section>;
}
