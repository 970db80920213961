// Exemplars beside the draft: found without leaving it, put where one writes.
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { NothingFound } from "../../parts/nothing";
import { Answered } from "../../parts/states";
import { link } from "../../router";
import { Words } from "../../text/words";
import { functionChoices } from "./choices";
import { ExemplarCard } from "./ExemplarCard";
import { PersonsSwitch, usePersons } from "./persons";

export function Drawer({ writing }: { writing: string }) {
  const [wish, setWish] = useState({ function: writing, topic: "" });
  const [asked, setAsked] = useState(wish);
  const showPersons = usePersons();
  const found = useAnswer(JSON.stringify({ ...asked, showPersons }), signal => get("/api/v1/exemplars", { query: { ...asked, showPersons, top: 8 } }, signal));
  const ask = (now: typeof wish) => { setWish(now); setAsked({ ...now, topic: now.topic.trim() }); };
  return <>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); ask(wish); }}>
      <Select aria-label="要写的部分" value={wish.function} options={functionChoices} onChange={value => ask({ ...wish, function: value })} />
      <Input aria-label="要写的题目" placeholder="题目，例如：民主管理" maxLength={500} value={wish.topic} onChange={event => setWish({ ...wish, topic: event.target.value })} />
      <Button type="primary" htmlType="submit">查找</Button>
      <PersonsSwitch />
    </form>
    <Answered asked={found} rows={8}>{({ notes, exemplars }) => <>
      {notes.map(note => <p key={note} className="note"><Words text={note} /></p>)}
      {exemplars.map(item => <ExemplarCard key={item.paragraph} item={item} />)}
      {exemplars.length === 0 ? <NothingFound title="没有找到这样的范例。"><p>换一个题目，或不填题目。</p></NothingFound>
        : <p className="quiet">放进草稿的段落接在光标所在的一段后面，年份、数字、名称留空。<a href={link("exemplars", asked)}>更多范例</a></p>}
    </>}</Answered>
  </>;
}
