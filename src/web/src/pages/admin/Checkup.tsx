import { Button } from "antd";
import { useState } from "react";
import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { Answered } from "../../parts/states";
import { Quote } from "../../text/words";

const states: Record<string, string> = { good: "正常", mended: "已修复", warning: "注意", bad: "有问题" };

/** Looks over store, index, models, converters, disk and permissions when somebody asks. */
export function Checkup() {
  const [round, setRound] = useState(0);
  const asked = useAnswer(round === 0 ? null : String(round), signal => get("/api/v1/checkup", {}, signal));
  return <>
    <Button size="small" onClick={() => setRound(round + 1)} loading={asked.loading}>体检</Button>
    {round > 0 && <Answered asked={asked} rows={4}>{({ items }) => <table><thead><tr><th>检查</th><th>结果</th><th>说明</th></tr></thead>
      <tbody>{items.map(check => <tr key={check.name}><td>{check.label}</td><td>{states[check.state] ?? check.state}</td><td><Quote text={check.message} /></td></tr>)}</tbody></table>}</Answered>}
  </>;
}
