// 设置: what the service was started with, and where each value comes from.
import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { Answered } from "../../parts/states";
import { Quote } from "../../text/words";

const origins: Record<string, string> = { default: "默认", file: "service.json", environment: "环境变量", "command-line": "启动命令" };
const flags: Record<string, string> = { true: "是", false: "否" };

export function Settings() {
  const asked = useAnswer("settings", signal => get("/api/v1/settings", {}, signal));
  return <section className="card"><h2>设置</h2>
    <p className="quiet">在启动命令、环境变量或数据目录的 service.json 里改，重新启动后生效；这里只看现在用的是什么，密钥不显示。</p>
    <Answered asked={asked} rows={10}>{({ items }) => <div className="scrolled" tabIndex={0} role="region" aria-label="设置"><table>
      <thead><tr><th>设置</th><th>现在的值</th><th>来自</th><th>说明</th></tr></thead>
      <tbody>{items.map(({ name, value, origin, meaning }) => <tr key={name}><td className="nowrap"><code>{name}</code></td>
        <td>{value === "" ? <span className="quiet">未设</span> : flags[value] ?? <Quote text={value} />}</td><td className="nowrap">{origins[origin] ?? origin}</td><td className="quiet">{meaning}</td></tr>)}</tbody></table></div>}</Answered>
  </section>;
}
