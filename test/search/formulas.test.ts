import { describe, expect, it } from "vitest";
import { openSearch } from "../support/search.ts";
import { buildSite, post } from "../support/site.ts";

/** Title → a formula as an author wrote it. */
const formulas = {
  欧拉函数: String.raw`\sum_{d\mid n}\varphi(d)=n`,
  莫比乌斯反演: String.raw`g(n)=\sum_{d\mid n}\mu(d)f\left(\frac{n}{d}\right)`,
  二项式: String.raw`(a+b)^n=\sum_{k=0}^{n}\binom{n}{k}a^kb^{n-k}`,
  几何级数: String.raw`\sum_{n=0}^{\infty}x^n=\dfrac{1}{1-x}`,
  泰勒: String.raw`f(x)=\sum_{k=0}^\infty\frac{f^{(k)}(a)}{k!}(x-a)^k`,
  欧拉公式: String.raw`\mathrm{e}^{\mathrm{i}\theta}=\cos\theta+\mathrm{i}\sin\theta`,
  高斯积分: String.raw`\int_{-\infty}^{+\infty}e^{-x^2}\mathrm{d}x=\sqrt{\pi}`,
  柯西不等式: String.raw`|\langle x,y\rangle|\leqslant\lVert x\rVert\cdot\lVert y\rVert`,
  概率流: String.raw`\frac{\mathrm{d}\boldsymbol{x}}{\mathrm{d}t}=\boldsymbol{f}-\tfrac12 g^2\nabla\log p_t(\boldsymbol{x})`,
  注意力: String.raw`\operatorname{softmax}\left(\frac{QK^{\mathrm T}}{\sqrt{d_k}}\right)V`,
  散度: String.raw`\mathrm{KL}(p\Vert q)=\int p(x)\log\frac{p(x)}{q(x)}\,\mathrm{d}x`,
  贝叶斯: String.raw`p(\theta\mid x)=\frac{p(x\mid\theta)p(\theta)}{p(x)}`,
  变分下界: String.raw`\log p(x)\geq\mathbb{E}_{q(z\mid x)}\left[\log\frac{p(x,z)}{q(z\mid x)}\right]`,
  特征值: String.raw`\boldsymbol{A}\boldsymbol{v}=\lambda\boldsymbol{v}`,
  奇异值分解: String.raw`\boldsymbol{M}=\boldsymbol{U}\boldsymbol{\Sigma}\boldsymbol{V}^{\top}`,
  矩阵微分: String.raw`\mathrm{d}f=\operatorname{tr}\left(\boldsymbol{G}^{\top}\mathrm{d}\boldsymbol{X}\right)`,
  动量: String.raw`\boldsymbol{m}_t=\beta\boldsymbol{m}_{t-1}+(1-\beta)\boldsymbol{g}_t`,
  切比雪夫: String.raw`P(|X-\mu|\geqslant k\sigma)\leqslant\frac{1}{k^2}`,
  斯特林: String.raw`n!\sim\sqrt{2\pi n}\left(\frac{n}{e}\right)^n`,
  傅里叶: String.raw`\hat f(\xi)=\int_{\mathbb R}f(x)e^{-2\pi\mathrm{i}x\xi}\,\mathrm{d}x`,
  拉格朗日: String.raw`\frac{\mathrm{d}}{\mathrm{d}t}\frac{\partial L}{\partial\dot q}-\frac{\partial L}{\partial q}=0`,
  热方程: String.raw`\frac{\partial u}{\partial t}=\alpha\nabla^2u`,
  伽马: String.raw`\Gamma(z)=\int_0^\infty t^{z-1}e^{-t}\,\mathrm{d}t`,
  二阶导: String.raw`y^{\prime\prime}+\omega^2y=0`,
  集合: String.raw`A=\left\lbrace x\in X\mid f(x)\neq0\right\rbrace`,
  极限: String.raw`\lim\limits_{x\rightarrow0}\frac{\sin x}{x}=1`,
  蕴含: String.raw`a\mid b\implies a\leq b`,
  对齐: String.raw`\begin{align}(x+y)^2&=x^2+2xy+y^2\\&\ge4xy\end{align}`,
  求和: String.raw`1+2+\cdots+n=\frac{n(n+1)}{2}`,
  欧拉定理: String.raw`a^{\varphi(n)}\equiv1\pmod n`,
  行列式: String.raw`\det\begin{pmatrix}a&b\\c&d\end{pmatrix}=ad-bc`,
} as const;

/** A query as a reader might spell it, and the post that it is meant to find. */
const spellings: readonly (readonly [string, keyof typeof formulas])[] = [
  [String.raw`\sum_{d|n}\varphi(d)`, "欧拉函数"],
  [String.raw`\sum_{d|n}\mu(d)`, "莫比乌斯反演"],
  [String.raw`\dbinom nk a^k`, "二项式"],
  [String.raw`\frac{1}{1-x}`, "几何级数"],
  [String.raw`\frac{f^{(k)}(a)}{k!}`, "泰勒"],
  [String.raw`e^{i\theta}=\cos\theta`, "欧拉公式"],
  [String.raw`\int_{-\infty}^{+\infty} e^{-x^2} dx`, "高斯积分"],
  [String.raw`\le \|x\| \cdot \|y\|`, "柯西不等式"],
  [String.raw`\nabla\log p_t`, "概率流"],
  [String.raw`\dfrac{dx}{dt}=f-\frac{1}{2}g^{2}`, "概率流"],
  [String.raw`\frac{QK^\top}{\sqrt{d_k}}`, "注意力"],
  [String.raw`KL(p\|q)`, "散度"],
  [String.raw`p(\theta|x)`, "贝叶斯"],
  [String.raw`\ge\mathbb E_{q(z|x)}`, "变分下界"],
  [String.raw`Av=\lambda v`, "特征值"],
  [String.raw`U\Sigma V^\top`, "奇异值分解"],
  [String.raw`tr(G^{\mathrm{T}}dX)`, "矩阵微分"],
  [String.raw`\beta m_{t-1}+(1-\beta)g_t`, "动量"],
  [String.raw`|X-\mu|\ge k\sigma`, "切比雪夫"],
  [String.raw`\sqrt{2\pi n}(\frac ne)^n`, "斯特林"],
  [String.raw`e^{-2\pi i x\xi}`, "傅里叶"],
  [String.raw`\frac{\partial L}{\partial\dot{q}}`, "拉格朗日"],
  [String.raw`\alpha\nabla^{2}u`, "热方程"],
  [String.raw`\int_{0}^{\infty}t^{z-1}`, "伽马"],
  [String.raw`y''+\omega^2 y`, "二阶导"],
  [String.raw`\{x\in X|f(x)\ne 0\}`, "集合"],
  [String.raw`\lim_{x\to 0}\tfrac{\sin x}{x}`, "极限"],
  [String.raw`a|b\Rightarrow a\le b`, "蕴含"],
  [String.raw`x^2+2xy+y^2\geqslant 4xy`, "对齐"],
  [String.raw`1+2+\ldots+n`, "求和"],
];

/** Queries of a few tokens, which one sees in every other post. */
const short: readonly (readonly [string, keyof typeof formulas])[] = [
  [String.raw`\varphi(n)`, "欧拉定理"],
  [String.raw`\binom{n}{k}`, "二项式"],
  [String.raw`\frac{1}{1-x}`, "几何级数"],
];

const built = buildSite(
  Object.entries(formulas)
    .map(([title, tex]) =>
      post(
        `${title}.md`,
        `id: ${title}\ntitle: ${title}\ndate: 2024-01-01`,
        tex.startsWith("\\begin{align}") ? tex : `设$x_1$，则\n\n$$${tex}$$`,
      ),
    )
    .join(""),
);

describe("the index of formulas", () => {
  it.each(spellings)("finds %s first", async (query, title) => {
    const { formulas: found } = await openSearch(await built).find(`$${query}$`);
    expect(found[0]).toBe(title);
  });

  it.each(short)("finds %s among the first three", async (query, title) => {
    const { formulas: found } = await openSearch(await built).find(`$${query}$`);
    expect(found.slice(0, 3)).toContain(title);
  });

  it("ranks by what is shared, then whole ones, then shorter ones; little in common is nothing", async () => {
    const texts = ["a+b+c+d=e", "a+b+c+d", "x+a+b+c+d=y", "a+b-z", "u-v-w"];
    const site = await buildSite(
      texts.map((tex, index) => post(`${index}.md`, `title: "${tex}"\ndate: 2024-01-01`, `$${tex}$`)).join(""),
    );
    const { find } = openSearch(site);
    expect((await find("$a+b+c+d$")).formulas).toEqual(["a+b+c+d", "a+b+c+d=e", "x+a+b+c+d=y"]);
    expect((await find("$q$")).formulas).toEqual([]);
    expect((await find(String.raw`$\left.\right.$`)).formulas).toEqual([]);
  });

  it("shows of each post its best formula, at its place in the page", async () => {
    const site = await buildSite(post("甲.md", "title: 甲\ndate: 2024-01-01", "$u+v$，$x+y+z$，$x+y+z$，$x+y$"));
    const { index } = openSearch(site);
    const { tex, places } = await index.formulas();
    expect(tex).toEqual(["u+v", "x+y+z", "x+y"]);
    expect(places).toEqual([[{ post: 0, place: 0 }], [{ post: 0, place: 1 }], [{ post: 0, place: 3 }]]);
    expect((await openSearch(site).find("$x+y$")).formulas).toEqual(["甲"]);
  });

  it("counts formulas of HTML, leaves out those that failed or only define something", async () => {
    const body = String.raw`<span class="math-inline">h+k</span> $\newcommand{\R}{\mathbb R}$ $\undefined+1$ $x+\R$`;
    const { index } = openSearch(await buildSite(post("甲.md", "title: 甲\ndate: 2024-01-01", body)));
    const { tex, places } = await index.formulas();
    expect(tex).toEqual([String.raw`x+\mathbb R`]);
    expect(places).toEqual([[{ post: 0, place: 1 }]]);
  });

  it("knows the macros of each post in its formulas, and the page of the post names them", async () => {
    const site = await buildSite(
      post(
        "甲.md",
        "id: a\ntitle: 甲\ndate: 2024-01-01",
        String.raw`$\newcommand{\R}{\mathbb{R}}\newcommand{\f}[1]{(#1)}f:\R\to\R$`,
      ) +
        post(
          "乙.md",
          "id: b\ntitle: 乙\ndate: 2024-01-02\nmacros: { '\\reals': '\\mathbb R' }",
          String.raw`$f:\reals\to\reals$`,
        ),
    );
    const { find } = openSearch(site);
    expect((await find(String.raw`$f:\mathbb R\to\mathbb R$`)).formulas).toEqual(["乙", "甲"]);
    expect(site.files.get("archives/a/index.html")).toContain(
      String.raw`data-macros="{&quot;\\R&quot;:&quot;\\mathbb{R}&quot;}"`,
    );
  });

  it("knows the macros of the site in formulas and in queries", async () => {
    const site = await buildSite(post("甲.md", "title: 甲\ndate: 2024-01-01", String.raw`$\dd f=g$`), {
      config: { math: { macros: { "\\dd": "\\mathrm{d}" } } },
    });
    const { find } = openSearch(site);
    for (const query of [String.raw`$\dd f=$`, "$df=$"]) expect((await find(query)).formulas).toEqual(["甲"]);
  });
});
