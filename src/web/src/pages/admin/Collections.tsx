// 分库: each source is in one; people may be shown some of them only.
import { Button, Input } from "antd";
import { useState } from "react";
import { get, patch, post, remove, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { ActionsHead, TextButton } from "../../parts/actions";
import { Answered } from "../../parts/states";
import { count } from "../../text/format";
import { Quote } from "../../text/words";
import { useAttempt } from "./attempt";

type Collection = View<"CollectionView">;

export function Collections() {
  const asked = useAnswer("collections", signal => get("/api/v1/collections", {}, signal));
  const [attempt, refusal] = useAttempt(asked.again);
  const [name, setName] = useState("");
  return <section className="card"><h2>分库</h2>
    <p className="quiet">每个来源文件在一个分库里。帐号和密钥可以只看几个分库：检索、查重、审计都只在其中进行。文件在<a href="#/sources">入库</a>时选分库，以后在文件的页面上改。</p>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); attempt(post("/api/v1/collections", { name }), () => setName("")); }}>
      <Input aria-label="分库的名称" placeholder="名称，例如：工会系统" maxLength={100} value={name} onChange={event => setName(event.target.value)} />
      <Button type="primary" htmlType="submit" disabled={name.trim() === ""}>建立分库</Button>
    </form>
    {refusal}
    <Answered asked={asked} rows={3}>{({ items }) => <table>
      <thead><tr><th>名称</th><th className="number">来源文件</th><th className="number">报告</th><ActionsHead /></tr></thead>
      <tbody>{items.map(collection => <Row key={collection.id} collection={collection} attempt={attempt} />)}</tbody></table>}</Answered>
  </section>;
}

function Row({ collection, attempt }: { collection: Collection; attempt: (work: Promise<unknown>, then?: () => void) => void }) {
  const [name, setName] = useState<string>();
  const path = { id: String(collection.id) };
  return <tr>
    <td>{name === undefined ? <Quote text={collection.name} /> : <form className="keep" onSubmit={event => { event.preventDefault(); attempt(patch("/api/v1/collections/{id}", { name }, { path }), () => setName(undefined)); }}>
      <Input size="small" autoFocus aria-label="新的名称" maxLength={100} value={name} onChange={event => setName(event.target.value)} />
      <Button size="small" type="primary" htmlType="submit">改名</Button><Button size="small" onClick={() => setName(undefined)}>取消</Button></form>}
      {collection.isDefault && <> <span className="tag" title="没有另选时，文件收进这里">默认</span></>}</td>
    <td className="number">{count(collection.sources)}</td><td className="number">{count(collection.reports)}</td>
    <td><TextButton onClick={() => setName(collection.name)} label={`给分库${collection.name}改名`}>改名</TextButton>{" "}
      {!collection.isDefault && collection.sources === 0 && <TextButton onClick={() => attempt(remove("/api/v1/collections/{id}", { path }))} label={`删除分库${collection.name}`}>删除</TextButton>}</td>
  </tr>;
}
