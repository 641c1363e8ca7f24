import { defineConfig } from "./src/config/define-config.ts";

export default defineConfig({
  title: "算经",
  motto: "一篇一篇，把推导写完",
  description: "写给数学推导的中文博客：公式在构建时排好，系列、读者数与引用都在页面上。",
  author: "算经示例",
  timeZone: "Asia/Shanghai",
  baseUrl: "https://suanjing.example",
  oldHosts: [],
  offline: { app: true },
});
