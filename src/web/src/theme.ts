// Light or dark: what the person chose here, else what the system says.
import { useSyncExternalStore } from "react";
import { theme as antd, type ThemeConfig } from "antd";

export type Choice = "auto" | "light" | "dark";

const key = "jingjian.theme";
const keys = { dark: "jj-dark", light: "jj-light" };
const system = matchMedia("(prefers-color-scheme: dark)");
/** Paper is white. */
const paper = matchMedia("print");
const listeners = new Set<() => void>();

export const choice = (): Choice => {
  const kept = read(key);
  return kept === "light" || kept === "dark" ? kept : "auto";
};

export const isDark = () => !paper.matches && (choice() === "dark" || choice() === "auto" && system.matches);

export function choose(wanted: Choice): void {
  write(key, wanted);
  apply();
}

export function apply(): void {
  const root = document.documentElement;
  root.dataset.theme = isDark() ? "dark" : "light";
  // Ant Design's variables hold for the whole document, for what it says of links as such too.
  root.classList.toggle(keys.dark, isDark());
  root.classList.toggle(keys.light, !isDark());
  listeners.forEach(tell => tell());
}

system.addEventListener("change", apply);
paper.addEventListener("change", apply);

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => { listeners.delete(tell); };
}

export const useIsDark = () => useSyncExternalStore(subscribe, isDark);
export const useChoice = () => useSyncExternalStore(subscribe, choice);

export const fonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

export const themeOf = (dark: boolean): ThemeConfig => ({
  algorithm: [dark ? antd.darkAlgorithm : antd.defaultAlgorithm],
  hashed: false,
  cssVar: { key: dark ? keys.dark : keys.light },
  token: {
    fontFamily: fonts,
    borderRadius: 4,
    motion: false,
    colorPrimary: dark ? "#2c74a6" : "#24587d",
    colorError: dark ? "#c04a32" : "#b3361c",
    colorLink: dark ? "#86bfea" : "#1b5e91",
    colorBgContainer: dark ? "#1c2126" : "#ffffff",
    colorBgElevated: dark ? "#242a30" : "#ffffff",
    colorTextPlaceholder: dark ? "#97a2ab" : "#68727a",
    colorTextDescription: dark ? "#a3adb6" : "#59636b",
    colorTextDisabled: dark ? "#8b959d" : "#6e777e",
  },
});

/** What a browser keeps for this page; one that keeps nothing is no reason to fail. */
export function read(name: string): string | null {
  try { return localStorage.getItem(name); } catch { return null; }
}

export function write(name: string, value: string): void {
  try { localStorage.setItem(name, value); } catch { /* Private windows may refuse. */ }
}
