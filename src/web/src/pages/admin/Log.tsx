// 操作记录: who did what and when, sealed entry by entry.
import { Button, Input } from "antd";
import { useState } from "react";
import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { TextButton } from "../../parts/actions";
import { Answered } from "../../parts/states";
import { count, when } from "../../text/format";
import { Quote } from "../../text/words";

const length = 100;

export function Log() {
  const [who, setWho] = useState("");
  const [wish, setWish] = useState<{ who: string; before: number[] }>({ who: "", before: [] });
  const before = wish.before.at(-1);
  const asked = useAnswer(JSON.stringify(wish), signal => get("/api/v1/log", { query: { top: length, ...wish.who && { who: wish.who }, ...before !== undefined && { before } } }, signal));
  return <section className="card"><h2>操作记录</h2>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); setWish({ who, before: [] }); }}>
      <Input aria-label="只看一个人" placeholder="只看一个人：姓名" value={who} onChange={event => setWho(event.target.value)} />
      <Button htmlType="submit">查看</Button>
      <Seal />
    </form>
    <Answered asked={asked} rows={8}>{({ items }) => <>
      <div className="scrolled" tabIndex={0} role="region" aria-label="操作记录"><table><thead><tr><th className="number">号</th><th>时间</th><th>谁</th><th>做了什么</th><th>对象</th><th>详情</th></tr></thead>
        <tbody>{items.map(entry => <tr key={entry.number}><td className="number">{entry.number}</td><td className="quiet">{when(entry.at)}</td><td><Quote text={entry.who} /></td>
          <td>{entry.label ?? entry.action}</td><td><Quote text={entry.target} /></td><td className="quiet"><Quote text={entry.detail} /></td></tr>)}</tbody></table></div>
      {items.length === 0 && <p className="quiet">没有记录。</p>}
      <p className="tools">{wish.before.length > 0 && <TextButton onClick={() => setWish({ ...wish, before: wish.before.slice(0, -1) })}>‹ 较新的</TextButton>}{" "}
        {items.length === length && <TextButton onClick={() => setWish({ ...wish, before: [...wish.before, items.at(-1)!.number] })}>较早的 ›</TextButton>}</p>
    </>}</Answered>
  </section>;
}

/** Whether the log is as it was written. */
function Seal() {
  const [round, setRound] = useState(0);
  const asked = useAnswer(round === 0 ? null : String(round), signal => get("/api/v1/log/verify", {}, signal));
  return <><Button onClick={() => setRound(round + 1)} loading={asked.loading}>核对封印</Button>
    {asked.value && <span role="status" className={asked.value.brokenAt === null ? "quiet" : "share"}>{asked.value.brokenAt === null
      ? `${count(asked.value.entries)} 条记录都与写入时一致。` : `第 ${asked.value.brokenAt} 条与写入时不一致。`}</span>}</>;
}
