// 帐号与密钥: who may do what; programs have keys.
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { get, patch, post, remove, type View } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { ActionsHead, CopyButton, TextButton } from "../../parts/actions";
import { Answered } from "../../parts/states";
import { when } from "../../text/format";
import { Quote } from "../../text/words";
import { useAttempt } from "./attempt";

const roles: [role: string, label: string, meaning: string][] = [
  ["reader", "查阅", "检索和阅读"], ["drafter", "起草", "另可查稿"], ["auditor", "审计", "另可审计、看操作记录、看范例中的人名和号码"], ["editor", "编辑", "查稿、收入和移出文件、更正、看范例中的人名和号码"], ["admin", "管理", "全部"],
];
const choices = (collections: View<"CollectionView">[]) => collections.map(one => ({ value: one.id, label: one.name }));
const options = roles.map(([value, label, meaning]) => ({ value, label: `${label}（${meaning}）` }));

export function Access() {
  const collections = useAnswer("collections", signal => get("/api/v1/collections", {}, signal)).value?.items ?? [];
  return <>
    <p className="lead">有了第一个帐号，所有人都要登录；第一个帐号必须是管理帐号。只有本机能访问时不需要帐号。</p>
    <Accounts collections={collections} />
    <Keys collections={collections} />
  </>;
}

function Accounts({ collections }: { collections: View<"CollectionView">[] }) {
  const asked = useAnswer("accounts", signal => get("/api/v1/accounts", {}, signal));
  const [attempt, refusal] = useAttempt(asked.again);
  const [wish, setWish] = useState({ name: "", role: "admin", password: "" });
  return <section className="card"><h2>帐号</h2>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); attempt(post("/api/v1/accounts", wish), () => setWish({ name: "", role: "reader", password: "" })); }}>
      <Input aria-label="姓名" placeholder="姓名" autoComplete="off" value={wish.name} onChange={event => setWish({ ...wish, name: event.target.value })} />
      <Input aria-label="密码" placeholder="密码" type="password" autoComplete="new-password" value={wish.password} onChange={event => setWish({ ...wish, password: event.target.value })} />
      <Select className="role" aria-label="权限" value={wish.role} options={options} onChange={role => setWish({ ...wish, role })} />
      <Button type="primary" htmlType="submit" disabled={!wish.name || !wish.password}>建立帐号</Button>
    </form>
    {refusal}
    <Answered asked={asked} rows={3}>{({ items }) => items.length === 0 ? <p className="quiet">还没有帐号。</p> : <table>
      <thead><tr><th>姓名</th><th>权限</th>{collections.length > 1 && <th>看得到</th>}<th>状态</th><th>建立时间</th><ActionsHead /></tr></thead>
      <tbody>{items.map(account => <Account key={account.id} account={account} collections={collections} attempt={attempt} />)}</tbody></table>}</Answered>
  </section>;
}

function Account({ account, collections, attempt }: { account: View<"AccountView">; collections: View<"CollectionView">[]; attempt: (work: Promise<unknown>) => void }) {
  const path = { id: account.id };
  const change = (body: Partial<View<"AccountChangeBody">>) => attempt(patch("/api/v1/accounts/{id}", body, { path }));
  return <tr><td><Quote text={account.name} /></td>
    <td><select className="mark-select" aria-label={`${account.name}的权限`} value={account.role} onChange={event => change({ role: event.target.value })}>{roles.map(([role, label]) => <option key={role} value={role}>{label}</option>)}</select></td>
    {collections.length > 1 && <td><Select className="sight" size="small" mode="multiple" aria-label={`${account.name}看得到的分库`} placeholder="全部" value={account.collections ?? []}
      options={choices(collections)} onChange={(seen: number[]) => change(seen.length === 0 ? { everything: true } : { collections: seen })} /></td>}
    <td>{account.disabled ? "停用" : "可用"} <TextButton onClick={() => change({ disabled: !account.disabled })} label={`${account.disabled ? "启用" : "停用"}帐号${account.name}`}>{account.disabled ? "启用" : "停用"}</TextButton></td>
    <td className="quiet">{when(account.createdAt)}</td>
    <td><TextButton onClick={() => attempt(remove("/api/v1/accounts/{id}", { path }))} label={`删除帐号${account.name}`}>删除</TextButton></td></tr>;
}

const newKey = { name: "", role: "reader", collections: [] as number[] };

const seenBy = ({ collections: seen }: View<"KeyView">, collections: View<"CollectionView">[]) =>
  seen === null ? "全部" : <Quote text={collections.filter(one => seen.includes(one.id)).map(one => one.name).join("、") || "没有"} />;

function Keys({ collections }: { collections: View<"CollectionView">[] }) {
  const asked = useAnswer("keys", signal => get("/api/v1/keys", {}, signal));
  const [attempt, refusal] = useAttempt(asked.again);
  const [wish, setWish] = useState(newKey);
  const [made, setMade] = useState<string | null>(null);
  return <section className="card"><h2>密钥</h2>
    <p className="quiet">给程序用：请求时带上 <code>Authorization: Bearer 密钥</code>。密钥只显示这一次。</p>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); attempt(post("/api/v1/keys", { ...wish, collections: wish.collections.length > 0 ? wish.collections : null }), key => { setMade(key.secret ?? null); setWish(newKey); }); }}>
      <Input aria-label="密钥的用途" placeholder="用途" value={wish.name} onChange={event => setWish({ ...wish, name: event.target.value })} />
      <Select className="role" aria-label="密钥的权限" value={wish.role} options={options} onChange={role => setWish({ ...wish, role })} />
      {collections.length > 1 && <Select className="sight" mode="multiple" aria-label="密钥看得到的分库" placeholder="看得到全部分库" value={wish.collections} options={choices(collections)} onChange={(seen: number[]) => setWish({ ...wish, collections: seen })} />}
      <Button type="primary" htmlType="submit" disabled={!wish.name}>建立密钥</Button>
    </form>
    {refusal}
    {made && <p className="note" role="status">新密钥：<code>{made}</code> <CopyButton text={made}>复制</CopyButton></p>}
    <Answered asked={asked} rows={2}>{({ items }) => items.length === 0 ? <p className="quiet">还没有密钥。</p> : <table>
      <thead><tr><th>用途</th><th>权限</th>{collections.length > 1 && <th>看得到</th>}<th>建立时间</th><ActionsHead /></tr></thead>
      <tbody>{items.map(key => <tr key={key.id}><td><Quote text={key.name} /></td><td>{key.label}</td>{collections.length > 1 && <td>{seenBy(key, collections)}</td>}<td className="quiet">{when(key.createdAt)}</td>
        <td><TextButton onClick={() => attempt(remove("/api/v1/keys/{id}", { path: { id: key.id } }))} label={`删除密钥${key.name}`}>删除</TextButton></td></tr>)}</tbody></table>}</Answered>
  </section>;
}
