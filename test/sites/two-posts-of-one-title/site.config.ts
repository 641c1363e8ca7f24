// A title in 《》 that two posts have, one that is nearly a title, and one that is none of this site.
export default { title: "小站", author: "张三", baseUrl: "https://example.org" };
