import { Button, Input, Select } from "antd";
import { useState } from "react";
import { get } from "../../api/client";
import { useAnswer } from "../../api/useAnswer";
import { NothingFound } from "../../parts/nothing";
import { Answered } from "../../parts/states";
import { functionName } from "../../names";
import { go, link } from "../../router";
import { Words } from "../../text/words";
import { ExemplarCard } from "./ExemplarCard";
import { functionChoices, units } from "./choices";
import { PersonsSwitch, usePersons } from "./persons";

export function Exemplars({ query }: { query: URLSearchParams }) {
  const given = { function: query.get("function") || "practice", topic: query.get("topic") ?? "", unitType: query.get("unitType") ?? "" };
  const [wish, setWish] = useState(given);
  const showPersons = usePersons();
  const asked = useAnswer(`${query}|${showPersons}`, signal => get("/api/v1/exemplars", { query: { ...given, showPersons, top: 20 } }, signal));
  const search = (now: typeof wish) => { setWish(now); go(link("exemplars", { ...now, topic: now.topic.trim() })); };
  return <>
    <p className="lead">选一个要写的部分，再写几个词说明题目；按具体、原创、完整、新近排序，文字相同的只列一次。</p>
    <form className="inline-form" onSubmit={event => { event.preventDefault(); search(wish); }}>
      <Select aria-label="功能" value={wish.function} options={functionChoices} onChange={value => search({ ...wish, function: value })} />
      <Input aria-label="题目" placeholder="题目，例如：民主管理" maxLength={500} value={wish.topic} onChange={event => setWish({ ...wish, topic: event.target.value })} />
      <Select aria-label="写作单位的类型" value={wish.unitType} options={units} onChange={value => search({ ...wish, unitType: value })} />
      <Button type="primary" htmlType="submit">查找范例</Button>
      <PersonsSwitch />
    </form>
    <section aria-label="范例"><Answered asked={asked} rows={10}>{({ notes, exemplars }) => <>
      {notes.map(note => <p key={note} className="note"><Words text={note} /></p>)}
      {exemplars.length > 0 ? exemplars.map(item => <ExemplarCard key={item.paragraph} item={item} />)
        : <NothingFound title={`没有找到“${functionName(wish.function)}”的范例。`}><p>换一个题目，或不填题目。</p></NothingFound>}
    </>}</Answered></section>
  </>;
}
