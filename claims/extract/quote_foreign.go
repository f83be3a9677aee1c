package extract

import "strings"

// Direct quotes in the languages whose indirect speech is not read: the marks,
// a verb of speech beside them and the name beside that. Verb forms compiled by
// hand from the languages' press usage: those of saying, adding, writing,
// asking and announcing, in the tenses reports use.
var foreignCues = map[string]map[string]bool{
	"de": set(`sagte sagt sagten erklärte erklärt erklärten betonte betont berichtete berichtet schrieb schreibt fragte fragt teilte meinte meint ergänzte
	 kritisierte warnte warnt forderte fordert antwortete rief nannte versicherte kündigte fügte hieß zitierte äußerte behauptete bestätigte
	 entgegnete erwiderte räumte klagte mahnte bekräftigte gestand bemerkte scherzte verkündete lobte kommentierte unterstrich hob wies stellte resümierte spottete`),
	"fr": set(`dit déclaré déclare ajouté ajoute affirmé affirme expliqué explique indiqué indique annoncé annonce écrit demandé demande lancé lance
	 souligné souligne estimé estime assuré assure prévenu répondu répond précisé précise regretté dénoncé confié raconte raconté martelé poursuit conclut
	 rétorqué rétorque soupire sourit insisté insiste reconnu reconnaît rappelé rappelle commenté commente prévient confirmé confirme nuance ironise témoigne`),
	"es": set(`dijo dice declaró declara añadió añade afirmó afirma explicó explica indicó señaló señala aseguró asegura anunció escribió preguntó pregunta
	 respondió advirtió advierte sostuvo sostiene manifestó subrayó destacó agregó recordó insistió denunció apuntó comentó
	 contestó replicó reconoció confirmó lamentó concluyó criticó resumió bromeó admitió cuenta contó`),
	"uk": set(`сказав сказала сказали заявив заявила заявили додав додала повідомив повідомила повідомили написав написала зазначив зазначила наголосив
	 наголосила підкреслив підкреслила запитав запитала відповів відповіла пояснив пояснила розповів розповіла каже говорить попередив попередила вважає
	 заперечив заперечила визнав визнала підтвердив підтвердила пожартував пожартувала наполіг наполягла відзначив відзначила пише`),
	"ru": set(`сказал сказала сказали заявил заявила заявили добавил добавила сообщил сообщила сообщили написал написала отметил отметила подчеркнул подчеркнула
	 спросил спросила ответил ответила пояснил пояснила рассказал рассказала говорит пишет считает предупредил предупредила объяснил объяснила
	 возразил возразила признал признала подтвердил подтвердила пошутил пошутила напомнил напомнила уточнил уточнила`),
	"ar": set(`قال قالت قالوا أضاف أضافت صرح صرحت أعلن أعلنت أكد أكدت كتب كتبت أوضح أوضحت ذكر ذكرت أشار أشارت وقال وقالت وأضاف وأضافت وأكد وأكدت وأوضح يقول تقول`),
}

// foreignPronouns can be the speaker of a direct quote.
var foreignPronouns = set(`er sie es il elle ils elles on él ella ellos він вона вони он она они هو هي`)

// foreignLook is how many tokens around a quotation are searched for its cue.
const foreignLook = 12

// foreign finds direct quotes in the languages of directOnly.
func (q *quoting) foreign() {
	d := q.d
	cues := foreignCues[d.Lang]
	for i := range q.d.Marks {
		m := &q.d.Marks[i]
		if m.Parent >= 0 || len(q.out) > maxQuotes {
			continue
		}
		n := q.d.words(m)
		if n == 0 {
			continue
		}
		x := &found{pos: m.Open, tok: -1}
		x.Within = -1
		if m.Prev >= 0 && q.of[m.Prev] != nil {
			x = q.of[m.Prev]
		} else {
			q.out = append(q.out, x)
			q.foreignCue(x, m, cues)
		}
		x.segment = append(x.segment, segment{m.Span, true})
		x.direct = x.direct || n >= 3 && q.d.Tokens[m.Open+1].Upper || n >= 5
		q.of[i] = x
		if x.Cue == "" && q.last != nil && d.Tokens[m.Open].Para == d.Tokens[q.last.pos].Para && d.begins(m.Open) {
			x.Cue, x.CueAt, x.By, x.tok = q.last.Cue, q.last.CueAt, q.last.By, q.last.tok
			x.Rule, x.Confidence = "same paragraph", sureSame
		}
		if x.Cue != "" {
			q.last = x
		}
		switch {
		case x.Cue != "":
		case n >= 5:
			x.Rule, x.Confidence = "unattributed", unsureAny
		default:
			x.Scare, x.Rule, x.Confidence = true, "scare or title", unsureAny
		}
	}
}

// foreignCue looks for a verb of speech in the sentence around a quotation,
// after it first, and for the name beside the verb.
func (q *quoting) foreignCue(x *found, m *Quotation, cues map[string]bool) {
	d := q.d
	try := func(k int) bool {
		if k < 0 || k >= len(d.Tokens) || !cues[d.Tokens[k].Lower] || d.Tokens[k].Mark != 0 {
			return false
		}
		x.CueAt = d.Span(k, k+1)
		x.Cue = d.Tokens[k].Text
		x.Rule, x.Confidence = "beside a verb of speech", sureFrame
		if a, b := d.foreignName(k); a >= 0 {
			x.By, x.tok = d.Span(a, b), a
		}
		return true
	}
	last := min(m.Close, len(d.Tokens)-1)
	for k := m.Close + 1; k <= m.Close+foreignLook && k < len(d.Tokens) && d.Tokens[k].Sent == d.Tokens[last].Sent; k++ {
		if d.Tokens[k].Mark != 0 {
			break
		}
		if try(k) {
			return
		}
	}
	for k := m.Open - 1; k >= 0 && k >= m.Open-foreignLook && d.Tokens[k].Para == d.Tokens[m.Open].Para; k-- {
		if d.Tokens[k].Mark != 0 || d.Tokens[k].Text == "." {
			break
		}
		if try(k) {
			return
		}
	}
}

// foreignName returns the run of capitalised words (or a pronoun, or in a script
// without capitals the next words) nearest to the verb at k; -1 if there is none.
func (d *Doc) foreignName(k int) (a, b int) {
	if d.Lang == "ar" {
		a, b = d.wordsAfter(k, 3)
		if b-a == 3 && strings.HasPrefix(d.low(a), "ال") { // a role with its article: the minister
			a++
		}
		return a, b
	}
	for n := 1; n <= foreignLook/2; n++ {
		for _, at := range []int{k + n, k - n} {
			if at < 0 || at >= len(d.Tokens) || d.Tokens[at].Sent != d.Tokens[k].Sent || d.Tokens[at].Mark != 0 || d.Tokens[at].Kind != Word {
				continue
			}
			if foreignPronouns[d.Tokens[at].Lower] {
				return at, at + 1
			}
			if !d.Tokens[at].Upper || at == d.Sentences[d.Tokens[at].Sent].A && d.Lang == "de" && n > 2 {
				continue
			}
			a, b = at, at+1
			for b < len(d.Tokens) && d.Tokens[b].Upper && d.Tokens[b].Kind == Word && d.Tokens[b].Sent == d.Tokens[at].Sent {
				b++
			}
			for a > 0 && d.Tokens[a-1].Upper && d.Tokens[a-1].Kind == Word && d.Tokens[a-1].Sent == d.Tokens[at].Sent && a-1 != k {
				a--
			}
			return a, b
		}
	}
	return -1, -1
}

// wordsAfter returns up to n words after token k, to the next mark or sign.
func (d *Doc) wordsAfter(k, n int) (a, b int) {
	a, b = k+1, k+1
	for b < len(d.Tokens) && b < a+n && d.Tokens[b].Kind == Word && d.Tokens[b].Mark == 0 && d.Tokens[b].Sent == d.Tokens[k].Sent {
		b++
	}
	if a == b {
		return -1, -1
	}
	return a, b
}
