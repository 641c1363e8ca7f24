/**
 * Commands that print one sign → the sign, in pairs. Names of functions (`\log`) and what takes arguments stand
 * elsewhere. The signs are those that KaTeX writes into MathML, variants of letters apart.
 */
const table = `
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
chi χ psi ψ omega ω digamma ϝ
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ varOmega Ω
hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ daleth ℸ partial ∂ nabla ∇ infty ∞ infin ∞ imath ı
jmath ȷ eth ð mho ℧ Finv Ⅎ
forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ in ∈ notin ∉ isin ∈ ni ∋ owns ∋ subset ⊂ subseteq ⊆ subsetneq ⊊
supset ⊃ supseteq ⊇ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sub ⊂ sube ⊆ cup ∪ cap ∩ setminus ∖ smallsetminus ∖
complement ∁ bigcup ⋃ bigcap ⋂ uplus ⊎ biguplus ⨄ sqcup ⊔ sqcap ⊓ bigsqcup ⨆ sqsubseteq ⊑ sqsupseteq ⊒
sqsubset ⊏ sqsupset ⊐
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ smallint ∫ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
bigvee ⋁ bigwedge ⋀
pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ bigstar ★ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
dagger † ddagger ‡ amalg ⨿ land ∧ lor ∨ wedge ∧ vee ∨ lnot ¬ neg ¬ wr ≀ diamond ⋄ boxplus ⊞ boxminus ⊟ boxtimes ⊠
boxdot ⊡ ltimes ⋉ rtimes ⋊ bowtie ⋈ Join ⋈ veebar ⊻ barwedge ⊼ intercal ⊺ bigcirc ◯ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵
le ≤ leq ≤ leqslant ⩽ leqq ≦ ge ≥ geq ≥ geqslant ⩾ geqq ≧ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ ne ≠ neq ≠ equiv ≡
approx ≈ approxeq ≊ sim ∼ simeq ≃ cong ≅ propto ∝ varpropto ∝ doteq ≐ doteqdot ≑ triangleq ≜ asymp ≍ prec ≺ succ ≻
preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ nless ≮ ngtr ≯ nleq ≰ ngeq ≱
ncong ≆ nsim ≁ backsim ∽ thicksim ∼ thickapprox ≈ perp ⊥ bot ⊥ top ⊤ mid ∣ nmid ∤ parallel ∥ nparallel ∦ vdash ⊢
dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ nvdash ⊬ nvDash ⊭ smile ⌣ frown ⌢ between ≬ because ∵ therefore ∴ coloneqq ≔
vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ blacktriangle ▲ blacktriangledown ▼
to → gets ← rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹
impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
Updownarrow ⇕ hookrightarrow ↪ hookleftarrow ↩ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀
rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ leadsto ⇝
rightsquigarrow ⇝ nrightarrow ↛ nleftarrow ↚ twoheadrightarrow ↠ rightarrowtail ↣ upharpoonright ↾ restriction ↾
leftrightarrows ⇆ rightleftarrows ⇄ rightrightarrows ⇉ leftleftarrows ⇇ circlearrowleft ↺ circlearrowright ↻
curvearrowright ↷ curvearrowleft ↶ multimap ⊸
langle ⟨ rangle ⟩ lvert | rvert | lVert ‖ rVert ‖ vert | Vert ‖ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace }
lbrack [ rbrack ] lgroup ⟮ rgroup ⟯ ulcorner ⌜ urcorner ⌝ llcorner ⌞ lrcorner ⌟ backslash \\
dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso … colon : prime ′ backprime ‵
angle ∠ measuredangle ∡ triangle △ triangledown ▽ square □ Box □ blacksquare ■ lozenge ◊ Diamond ◊ clubsuit ♣
diamondsuit ♢ heartsuit ♡ spadesuit ♠ sharp ♯ flat ♭ natural ♮ checkmark ✓ surd √ degree ° S § P ¶ pounds £ yen ¥
copyright © maltese ✠ textbackslash \\ textasciitilde ~ textasciicircum ^ textunderscore _ textdollar $ ss ß
`;

/** The sign that a command prints, by the command's name without its backslash. */
export const texSymbols: ReadonlyMap<string, string> = new Map(
  [...table.matchAll(/(\S+)\s+(\S+)/g)].map(([, name = "", sign = ""]) => [name, sign]),
);
