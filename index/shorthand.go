package index

// shorthand says what headlines and posts write short or loosely and articles
// write out. Sources: the abbreviations of the Associated Press and Guardian
// style guides that readers are expected to know, and the family words and
// clippings of everyday English.
var shorthand = map[string]string{
	// offices and institutions
	"potus": "president", "flotus": "first lady", "scotus": "supreme court", "vp": "vice president", "pm": "prime minister",
	"gop": "republican", "dems": "democrats", "dem": "democrat", "sen": "senator", "gov": "governor", "rep": "representative",
	"pres": "president", "gen": "general", "govt": "government", "dept": "department",
	"sotu": "state of the union", "doj": "justice department", "dhs": "homeland security", "dod": "defense department",
	"nhs": "health service", "un": "united nations", "eu": "european union", "mod": "ministry of defence",
	"mep": "european parliament", "mp": "parliament", "ngo": "aid organisation",
	// places
	"u.s": "united states", "usa": "united states america", "uk": "united kingdom", "u.k": "united kingdom",
	"nyc": "new york city", "dc": "washington", "d.c": "washington", "uae": "emirates",
	// people
	"dad": "father", "daddy": "father", "mom": "mother", "mum": "mother", "mama": "mother", "kid": "child", "kids": "children",
	"cop": "police", "cops": "police", "ppl": "people", "bro": "brother", "hubby": "husband", "grandma": "grandmother",
	"grandpa": "grandfather", "doc": "doctor", "docs": "doctors", "celeb": "celebrity", "migrants": "immigrants", "immigrants": "migrants",
	// things
	"pic": "photograph", "pics": "photographs", "photo": "photograph", "photos": "photographs", "vid": "video", "tv": "television",
	"ad": "advertisement", "ads": "advertisements", "app": "application", "bike": "bicycle", "plane": "aircraft", "phone": "telephone",
	"vax": "vaccine", "vaxx": "vaccine", "vaccinations": "vaccine", "vaccination": "vaccine", "flu": "influenza", "meds": "medicine",
	"exam": "examination", "lab": "laboratory", "info": "information",
	// months
	"jan": "january", "feb": "february", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
	"sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
}

// shorthandShare is what the words written out are worth beside the short one.
const shorthandShare = 0.5
