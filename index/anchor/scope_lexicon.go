package anchor

// The word lists behind scope.go: closed classes from grammars of English, folded
// as diff.Token.Norm folds them.

// degrees tell how much, how often or how fully something holds.
var degrees = words(`mostly largely generally usually often partly partially sometimes mainly primarily typically
 frequently rarely seldom always ever merely solely occasionally virtually practically effectively
 essentially nearly almost roughly approximately entirely fully completely wholly only some any regularly routinely
 exclusively predominantly chiefly substantially
 falsely wrongly mistakenly incorrectly untruthfully purportedly nominally`)

// governors end a phrase that leans on what follows it.
var governors = words(`to that of for by whether if against`)

// copulas may stand between a governor and what it governs.
var copulas = words(`be been being have`)

// determiners open a noun phrase.
var determiners = words(`the a an his her their its our my your this that these those`)

// joining words open a clause or a phrase that stands beside what is told.
var joining = words(`and but or nor so yet although though while when whenever where because since until after before as
 which who whose whom in on at near during with without from under over amid despite for of to by about into
 between among through across following`)
