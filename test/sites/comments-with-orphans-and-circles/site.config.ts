// Archived comments: answers to nobody, circles, and markup that wants to run.
export default { title: "小站", author: "张三", baseUrl: "https://example.org" };
