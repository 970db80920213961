import { functions, unitTypes } from "../../names";

export const units = [{ value: "", label: "不限单位类型" }, ...Object.entries(unitTypes).filter(([value]) => value !== "other").map(([value, label]) => ({ value, label }))];

export const functionChoices = Object.entries(functions).filter(([value]) => value !== "other").map(([value, label]) => ({ value, label }));

export const occasions = [
  { value: "annual", label: "年度总结" }, { value: "half-year", label: "半年总结" }, { value: "special", label: "专项总结" }, { value: "personal", label: "述职报告" },
];
