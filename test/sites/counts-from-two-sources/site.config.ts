// Reader counts of an old server as a baseline, and of a new one by day.
export default { title: "小站", author: "张三", baseUrl: "https://example.org" };
