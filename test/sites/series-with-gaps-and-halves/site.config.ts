// Series with a part that nobody has, parts in halves, and one that is planned.
export default { title: "小站", author: "张三", baseUrl: "https://example.org" };
