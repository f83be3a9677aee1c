package extract

import (
	"strings"

	"stet/claims"
)

// outcomeFrame is how a word that tells an outcome takes its victims.
type outcomeFrame uint16

const (
	verbObject  outcomeFrame = 1 << iota // killed 12 people; 12 people were killed
	verbSubject                          // 12 people died
	state                                // 12 dead, 12 people were missing
	countNoun                            // 12 deaths
	eventNoun                            // the killing of 12 people
	tollNoun                             // the toll rose to 12
	wounding                             // shot, stabbed: injured, unless "dead" or "to death" follows
	weakNoun                             // hostages: counts only if nothing else claims the number
	needsPerson                          // seized, evacuated: only with people
	assault                              // hurt in all likelihood, but not said to be injured
)

// trigger is a word that tells an outcome.
type trigger struct {
	outcome claims.Outcome
	frames  outcomeFrame
}

// triggerWords lists them by outcome and outcomeFrame. General English; the verbs of
// military and police reports ("neutralised", "nabbed") are from style guides.
var triggerWords = triggerTable([]triggerRow{
	{claims.Killed, verbObject, `kill kills killed killing murder murders murdered murdering slay slays slew slain slaying assassinate assassinates assassinated assassinating massacred massacring
		execute executes executed executing behead beheaded beheading lynch lynched lynching slaughtered slaughtering butchered butchering decapitated decapitating electrocuted asphyxiated
		strangled annihilated martyred gunned machine-gunned machinegunned mowed hanged incinerated lynches`},
	{claims.Killed, verbObject | needsPerson, `neutralised neutralized neutralising eliminated eliminating liquidated exterminated`},
	{claims.Killed, verbSubject, `die dies died dying perish perishes perished perishing succumb succumbed suffocated`},
	{claims.Killed, verbObject | verbSubject, `drown drowned drowning`},
	{claims.Killed, state, `dead lifeless deceased`},
	{claims.Killed, countNoun, `deaths fatalities fatality killings murders slayings assassinations executions corpses corpse bodies body lives fatals drownings homicides`},
	{claims.Killed, eventNoun, `killing killings murder murders death deaths assassination assassinations massacre massacres execution executions slaying slayings slaughter beheading lynching drowning elimination homicide extermination`},
	{claims.Killed, tollNoun, `toll`},
	{claims.Injured, verbObject, `injure injures injured injuring wound wounds wounded wounding hurt hurts hurting maim maimed maiming hospitalised hospitalized hospitalising hospitalizing`},
	{claims.Injured, verbObject | needsPerson | assault, `assaulted assaulting thrashed thrashing beaten manhandled manhandling tortured torturing mutilated mauled bashed`},
	{claims.Injured, verbObject | wounding, `shot stabbed knifed shooting stabbing`},
	{claims.Injured, state, `injured wounded hurt hospitalised hospitalized`},
	{claims.Injured, countNoun, `injuries wounded`},
	{claims.Injured, eventNoun, `wounding injuring injuries injury woundings`},
	{claims.Missing, state, `missing unaccounted trapped`},
	{claims.Missing, verbSubject, `disappeared vanished disappearing`},
	{claims.Missing, countNoun, `disappearances`},
	{claims.Missing, eventNoun, `disappearance disappearances`},
	{claims.Displaced, verbObject, `displace displaces displaced displacing uprooted uprooting`},
	{claims.Displaced, verbObject | needsPerson, `evacuate evacuated evacuating relocated`},
	{claims.Displaced, verbSubject | needsPerson, `fled flee fleeing flees`},
	{claims.Displaced, state, `homeless displaced`},
	{claims.Displaced, eventNoun, `displacement evacuation`},
	{claims.Detained, verbObject, `arrest arrests arrested arresting detain detains detained detaining apprehend apprehends apprehended apprehending nab nabs nabbed nabbing jailed imprisoned interned`},
	{claims.Detained, countNoun, `arrests detentions`},
	{claims.Detained, eventNoun, `arrest arrests detention detentions apprehension imprisonment`},
	{claims.Captured, verbObject, `capture captures captured capturing`},
	{claims.Captured, state, `captive`},
	{claims.Captured, eventNoun, `capture`},
	{claims.Captured, countNoun | weakNoun, `captives`},
	{claims.Kidnapped, verbObject, `kidnap kidnaps kidnapped kidnapping kidnaped kidnaping abduct abducts abducted abducting`},
	{claims.Kidnapped, countNoun, `kidnappings abductions`},
	{claims.Kidnapped, countNoun | weakNoun, `hostages hostage`},
	{claims.Kidnapped, state, `hostage`},
	{claims.Kidnapped, eventNoun, `kidnapping kidnappings abduction abductions kidnap`},
	{claims.Surrendered, verbSubject, `surrender surrenders surrendered surrendering`},
	{claims.Surrendered, eventNoun, `surrender surrenders`},
	{claims.Casualties, countNoun, `casualties casualty losses`},
	{claims.Casualties, eventNoun, `casualties`},
})

type triggerRow struct {
	outcome claims.Outcome
	frames  outcomeFrame
	words   string
}

// triggerTable merges the rows: "wounded" is verb, state and noun. The outcome
// of a word is that of its first row.
func triggerTable(rows []triggerRow) map[string]trigger {
	out := map[string]trigger{}
	for _, r := range rows {
		for _, w := range strings.Fields(r.words) {
			t := out[w]
			if t.outcome == "" {
				t.outcome = r.outcome
			}
			t.frames |= r.frames
			out[w] = t
		}
	}
	return out
}

// A phrase replaces the words it matches by one outcome; "*" stands for one word.
type triggerPhrase struct {
	words   []string
	main    int // the word that carries the verb
	trigger trigger
}

// sufferVerbs and injuryNouns make "sustained bullet injuries".
var (
	sufferVerbs = set(`suffer suffers suffered suffering sustain sustains sustained sustaining receive received receiving incurred treated`)
	injuryNouns = set(`inhalation hypothermia dehydration exhaustion heatstroke frostbite bruises cuts poisoning injury injuries wound wounds burns fractures fracture concussion concussions lacerations`)
)

// triggerPhrases are outcomes told in several words, by their first word.
var triggerPhrases = phraseTable([]triggerRow{
	{claims.Killed, verbObject, `shot dead|gunned down|shot to death|beaten to death|beat to death|hacked to death|stabbed to death|burned to death|burnt to death|crushed to death|trampled to death|
		put to death|tortured to death|bludgeoned to death|stoned to death|mowed down|mown down|shooting dead|gunning down|cut down|shoot dead|shot and killed|shot down and killed|
		fatally shot|fatally stabbed|fatally wounded|mortally wounded|killed in cold blood|buried alive|burned alive|burnt alive|slit the throat of|slit the throats of|found dead|hanged to death|thrashed to death|
		lynched to death|killed and injured|strangled to death|hanging to death|axed to death|shot and fatally wounded`},
	{claims.Killed, verbObject | needsPerson, `blown up`},
	{claims.Killed, verbSubject, `lost their lives|lost his life|lost her life|lost his own life|losing their lives|lose their lives|froze to death|frozen to death|freeze to death|bled to death|starved to death|burned to death|laid down his life|laid down their lives|
		lay dead|lie dead|lost his lives|breathed his last|met their death|met his death|met their deaths|were no more`},
	{claims.Killed, verbObject, `claimed the lives of|claiming the lives of|claims the lives of|took the lives of|taking the lives of|take the lives of|cost the lives of|costing the lives of|claim the lives of|took the life of|claimed the life of|claiming the life of|led to the deaths of|led to the death of|
		caused the death of|caused the deaths of|causing the death of|causing the deaths of|resulting in the death of|resulting in the deaths of|resulted in the death of|resulted in the deaths of|resulting in the killing of|resulted in the killing of|leading to the death of|leading to the deaths of`},
	{claims.Injured, verbObject, `shot and wounded|shot and injured|shot at and injured|beaten up|injured and hospitalised|beat up|beating up|critically injured`},
	{claims.Injured, verbSubject, `in critical condition|in a critical condition|in serious condition|in a serious condition|in intensive care|were hospitalised|were hospitalized|taken to hospital|rushed to hospital|taken to hospitals|
		taken to the hospital|admitted to hospital|sent to hospital|transported to hospital`},
	{claims.Displaced, verbObject, `driven from their homes|forced from their homes|forced to flee|forced to leave their homes|told to leave their homes|ordered to leave their homes|drove from their homes|driven out of their homes|forced to leave|forced to evacuate|made homeless|
		moved to higher ground|moved to safety|taken to safety|brought to safety|moved to shelters|taken to shelters|moved out of their homes`},
	{claims.Displaced, verbSubject | needsPerson, `spending the night in shelters|spent the night in shelters|spent the night in the open|sleeping in the open|slept in the open|sleeping rough|took shelter in|taken shelter in|taking shelter in|
		sought shelter in|seeking shelter in|sought refuge in|seeking refuge in|staying in shelters|living in tents|living in camps|living in shelters|sleeping in tents`},
	{claims.Displaced, verbSubject, `had to leave their homes|have to leave their homes|left their homes|fled their homes|flee their homes|fleeing their homes|abandoned their homes|lost their homes`},
	{claims.Detained, verbObject, `caught by police|caught by the police|caught by villagers|caught by residents|caught by locals|caught by soldiers|caught by troops|caught and handed over|handed over to police|handed over to the police|taken into custody|took into custody|taking into custody|rounded up|rounding up|picked up|taken under custody|remanded in custody|put under arrest|placed under arrest|taken in custody|held in custody|under arrest|put behind bars`},
	{claims.Captured, verbObject, `taken prisoner|took prisoner|taken prisoners|taking prisoner|taken captive|took captive|held captive|holding captive`},
	{claims.Kidnapped, verbObject, `taken hostage|took hostage|taking hostage|held hostage|holding hostage|taken as hostages|took as hostages|carried off|taken hostages|held as hostages`},
	{claims.Surrendered, verbSubject, `laid down their arms|laid down arms|laid down his arms|gave themselves up|gave himself up|turned themselves in|turned himself in|turned herself in|laid down their weapons|lay down their arms`},
	{claims.Missing, state, `unaccounted for|remain missing|remained missing|reported missing|gone missing|went missing|go missing|going missing`},
})

func phraseTable(rows []triggerRow) map[string][]triggerPhrase {
	out := map[string][]triggerPhrase{}
	for _, r := range rows {
		for _, p := range strings.Split(r.words, "|") {
			ws := strings.Fields(p)
			out[ws[0]] = append(out[ws[0]], triggerPhrase{ws, 0, trigger{r.outcome, r.frames}})
		}
	}
	for _, ps := range out { // longest first; the rows' order otherwise
		for i := range ps {
			for j := i; j > 0 && len(ps[j].words) > len(ps[j-1].words); j-- {
				ps[j], ps[j-1] = ps[j-1], ps[j]
			}
		}
	}
	return out
}

// whereabouts tell an outcome after a form of "be" or "remain": 51 are in hospital.
var whereabouts = map[string]trigger{"hospital": {claims.Injured, verbSubject}, "hospitals": {claims.Injured, verbSubject}, "prison": {claims.Detained, verbSubject}, "jail": {claims.Detained, verbSubject},
	"custody": {claims.Detained, verbSubject}, "detention": {claims.Detained, verbSubject}, "captivity": {claims.Captured, verbSubject}, "shelters": {claims.Displaced, verbSubject | needsPerson}}

// people are nouns for persons, singular and plural, that are neither in the
// lexicon of persons nor derived from it.
var people = set(`people persons person folk folks men man women woman boys boy girls girl children child kids kid infants infant babies baby toddlers toddler youths youth teenagers teenager teens adults
	civilians civilian soldiers soldier troops troop troopers trooper servicemen serviceman servicewomen marines marine sailors sailor airmen airman police policemen policeman policewoman policewomen cops cop officers officer
	personnel guards guard bodyguards bodyguard conscripts recruits recruit reservists veterans commandos commando jawans jawan constables constable gendarmes gendarme rangers ranger paramilitaries paratroopers
	fighters fighter militants militant rebels rebel insurgents insurgent terrorists terrorist gunmen gunman guerrillas guerrilla extremists extremist jihadists jihadist cadres cadre combatants combatant militiamen militiaman separatists separatist attackers attacker
	bombers bomber assailants assailant suspects suspect hijackers operatives operative ultras ultra naxalites naxalite naxals naxal maoists maoist subversives subversive outlaws bandits bandit dacoits criminals criminal gangsters gangster smugglers traffickers thieves robbers
	workers worker labourers labourer laborers laborer employees employee staff staffers miners miner farmers farmer peasants peasant fishermen fisherman villagers villager residents resident locals townspeople inhabitants citizens citizen nationals national foreigners foreigner tourists tourist holidaymakers visitors visitor
	students student pupils pupil schoolchildren schoolgirls schoolgirl schoolboys schoolboy teachers teacher professors lecturers doctors doctor nurses nurse medics medic paramedics paramedic patients patient firefighters firefighter firemen rescuers rescuer responders volunteers volunteer
	passengers passenger drivers driver pilots pilot crew crewmen crewmembers crewman travellers travelers commuters motorists motorcyclists cyclists pedestrians pedestrian riders conductors cabbies
	protesters protester protestors protestor demonstrators demonstrator activists activist supporters supporter campaigners rioters rioter marchers strikers picketers looters
	journalists journalist reporters reporter correspondents cameramen cameraman photographers photographer editors editor
	migrants migrant refugees refugee immigrants immigrant returnees evacuees asylum-seekers deportees
	prisoners prisoner inmates inmate detainees detainee hostages hostage captives captive convicts
	victims victim survivors survivor casualties mourners worshippers worshipper worshipers congregants pilgrims pilgrim priests priest nuns nun monks monk clerics cleric imams pastors pastor bishops bishop jesuits jesuit missionaries missionary
	families family relatives relative brothers brother sisters sister sons son daughters daughter mothers mother fathers father parents parent wives wife husbands husband spouse grandchildren grandson granddaughter cousins cousin uncle aunt nephews nephew niece twins siblings orphans widow widows grandmother grandfather couple
	leaders leader members member officials official ministers minister mayors mayor politicians politician lawmakers lawmaker legislators senators senator deputies deputy councillors councillor councilor governors governor judges judge lawyers lawyer attorneys diplomats diplomat ambassadors ambassador envoys
	commanders commander chiefs chief generals general colonels colonel majors major captains captain lieutenants lieutenant sergeants sergeant corporals corporal privates inspectors inspector superintendent
	agents agent informers informer informants informant spies contractors contractor traders trader businessmen businessman businesswoman merchants shopkeepers shopkeeper vendors vendor engineers engineer technicians technician drivers hunters shepherds herders herder
	bystanders bystander onlookers spectators spectator fans concertgoers partygoers revellers revelers festivalgoers shoppers shopper customers customer diners guests guest clients climbers climber skiers hikers swimmers sailors players athletes
	individuals individual men-folk womenfolk others other elders elder seniors pensioners pensioner minors minor newborns orphans neighbours neighbors neighbor neighbour friends friend colleagues colleague comrades comrade associates associate accomplices accomplice collaborators collaborator sympathisers sympathizers sympathiser sympathizer henchmen aides aide partisans
	israelis israeli palestinians palestinian americans american russians russian ukrainians ukrainian syrians iraqis iraqi iranians afghans afghan pakistanis indians britons briton germans french frenchman turks turk kurds kurd yemenis saudis egyptians libyans sudanese somalis kenyans nigerians ethiopians congolese chinese japanese koreans filipinos filipino indonesians mexicans colombians salvadorans peruvians chileans hondurans nicaraguans guatemalans
	secretary president sarpanch mukhiya headmaster headman spokesman tribal tribals adivasi adivasis youngsters youngster boy-soldiers dignitaries celebrities executives executive director directors manager managers owner owners landlord landlords headmistress principal vice-chancellor actor actress singer musicians musician artist artists writer writers scientist scientists author
	unionists unionist socialists communist communists nationalists loyalists loyalist islamists islamist arsonists lieutenants sniper snipers recruiters mercenary mercenaries defectors deserters trainees trainee cadets cadet apprentices interns chauffeur escort escorts sharpshooter head heads chowkidar in-charge officer-in-charge gardener maid maids cook janitor watchman bus-driver poachers settlers settler squatters nomads`)

// things are nouns that look like persons to a lexicon or stand often with
// numbers near outcomes, but are no victims.
var things = set(`homes home houses house buildings building huts hut shops shop stores store vehicles vehicle cars car trucks truck buses bus boats boat ships ship vessels vessel aircraft planes plane helicopters helicopter drones drone missiles missile rockets rocket tanks tank revolver revolvers ammunition literature bombs bomb shells rounds round bullets bullet rifles rifle guns gun pistols pistol weapons weapon grenades grenade mines mine landmine landmines magazines cartridges detonators kilograms kg rupees dollars euros
	villages village towns town cities city districts district provinces province states state countries country regions schools school hospitals hospital churches church mosques mosque bridges bridge roads road animals animal cattle cows cow goats goat sheep dogs dog horses horse birds chickens pigs livestock whales dolphins trees fish
	attacks attack explosions explosion blasts blast incidents incident cases case occasions times time strikes strike raids raid clashes clash operations operation counts count charges charge years year days day months month weeks week hours hour minutes minute percent per cent points point seats votes goals shots shot sets set types kinds pieces piece units unit parts part stages phases copies rooms room floors floor blocks sites site positions position checkpoints bases base camps camp posts post stations station
	reports report calls call statements statement questions question issues issue rules laws groups group organisations organizations parties companies company firms banks households apartments flats properties facilities sectors targets target items bags bag lines line tents mobile phones phone sim cards card laptops computers litres barrels tonnes tons miles kilometres kilometers metres meters feet degrees degree hectares acres number numbers party plants plant record crashes crash vests kits uniforms drums tins sticks wires batteries sense majority minority half quarter third thirds quarters dangers danger risk risks`)

// groupNouns stand before "of" and a number or people: a family of five.
var groupNouns = set(`group groups team teams family crew gang band squad party convoy column bunch crowd total number series handful batch class unit patrol contingent pair couple trio quartet maximum minimum average`)

// causes are event nouns that kill, wound or displace.
var causes = set(`strike strikes airstrike airstrikes air-strike air-strikes attack attacks shelling bombing bombings bombardment bombardments blast blasts explosion explosions earthquake earthquakes quake tremor aftershock flood floods flooding landslide landslides mudslide mudslides storm storms hurricane typhoon cyclone tornado tornadoes
	fire fires blaze inferno wildfire wildfires crash crashes collision pile-up derailment shooting shootings stabbing stabbings clash clashes fighting battle battles raid raids missile missiles drone drones rocket rockets bomb bombs stampede crush collapse outbreak epidemic pandemic famine drought heatwave avalanche eruption accident accidents war wars offensive assault
	ambush massacre riot riots riot violence unrest protest protests siege conflict tsunami virus disease cholera overdose sinking capsizing shipwreck incident salvo barrage operation operations gunfire crossfire gunfight sniper mine mines landmine landmines encounter grenade grenades ied device hijacking insurgency coup crackdown uprising poisoning leak cold bushfire bushfires invasion incursion shootout firefight execution executions detonation gunmen gunman`)

// hedges mark what is feared or presumed, not established.
var hedges = set(`feared presumed believed thought suspected assumed reportedly allegedly apparently possibly probably likely purportedly supposedly unconfirmed alleged purported perhaps maybe`)
var hedgeModals = set(`may might could`)

// passers are verbs that hand their subject on to the outcome after them: are
// feared trapped, were found dead, was reported killed, remain captive.
var passers = set(`feared presumed believed thought suspected assumed reported confirmed known said declared pronounced listed considered found left shot stabbed burned burnt beaten lying lay remain remains remained remaining still gone went going go held kept reportedly alleged estimated claimed made being rendered missing taken officially certified counted including seemed appeared appear trampled crushed frozen trapped buried blown tortured hacked`)

var beForms = set(`was were is are am be been being 's 're got get gets getting gotten`)
var haveForms = set(`has have had having 've 'd`)
