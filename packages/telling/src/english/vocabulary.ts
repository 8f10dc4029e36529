/**
 * Word lists for sentences made of identifiers alone. A word in no list gets the plainest treatment; the
 * author's own words are always preferred.
 */
const wordsOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Prepositions. */
export const prepositions =
  wordsOf(`from to with at in into on onto of by for under over near behind against through about inside beside between before after across
around towards toward beneath above below along past without within via upon off beyond among`)

/** They may also end a verb phrase: `handed over`, `went on`. */
export const particles = wordsOf(
  "over on in off up down out away back through along around about by past under behind inside across aside apart together forth forward ahead round",
)

/** Parameter names that are roles, with the preposition of each. */
export const rolePrepositions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    source: "from",
    origin: "from",
    start: "from",
    destination: "to",
    dest: "to",
    recipient: "to",
    receiver: "to",
    weapon: "with",
    tool: "with",
    instrument: "with",
    where: "at",
    here: "at",
    location: "at",
    site: "at",
    scene: "at",
  }),
)

/** Verbs behind which a place is the destination. */
export const motions =
  wordsOf(`go walk run travel move ride drive fly sail return come crawl climb hurry sneak flee escape march wander head jump swim step retreat creep rush
race hike journey migrate stroll stride limp stagger drift proceed withdraw advance dash slip trek row teleport follow drag carry take bring send lead push pull`)

/** Verbs behind which a place or a character is the direct object. */
export const transitives =
  wordsOf(`raid attack visit enter leave reach search guard burn clean explore approach cross open lock unlock rob destroy build buy sell see watch haunt
bomb kill hit hurt wound kidnap arrest poison strike nudge push punch kick slap stab shoot beat bite kiss hug love hate fear marry greet meet thank help save rescue free
capture catch trap bind chase warn tell ask bribe threaten blackmail accuse blame forgive betray trick fool deceive mock insult curse bless heal cure feed wash wake
comfort console praise flatter seduce invite follow lead carry drag lift drop throw break smash crush cut clear defend besiege conquer invade occupy abandon claim inspect
examine inherit mark paint plunder loot pillage sack scout secure seize storm sabotage survey vacate investigate hide steal take find lose soak drench crown rent own
execute murder punish replace suspect recognise notice remember forget admire respect obey serve hire dismiss summon question interview convince persuade trust touch
scare frighten surprise shock injure harm torture imprison jail release banish exile expel bury flood infect sting scratch trample blind deafen stun knock grab hold`)

/** Verbs whose subject undergoes them: `falls`, `drowns`. */
export const befalling =
  wordsOf(`die fall drown break burn explode collapse sink faint sicken wake sleep trip slip stumble starve freeze melt vanish disappear arrive grow age
recover crash rot wither ring open close shut start stop end choke suffocate cough sneeze bleed shiver tremble weaken tire bloom fade ripen rust crumble crack snap burst
leak overflow erupt ignite dry spoil rise set drop tumble topple derail capsize founder shatter splinter decay perish panic awaken hatch return appear lose catch get become
turn go come feel suffer have run remember forget dream fail grieve swell shrink`)

/** Nouns for events. */
export const happenings =
  wordsOf(`storm earthquake flood fire explosion plague accident miracle eclipse war famine avalanche boom bang blackout cut shipwreck attack failure
outbreak shot noise crash landslide drought thunderstorm blizzard hurricane tornado festival wedding funeral strike riot cry scream quake tremor murder party feast silence
leak stroke seizure fever fit`)

export const weather = wordsOf("rain snow hail thunder drizzle pour freeze")

/** No article stands before them. */
export const masses =
  wordsOf(`lightning thunder rain snow fire water night darkness winter summer spring autumn time war fog money food bread wine gold silver power courage luck hope
news evidence proof permission access poison blood love peace revenge work help trouble medicine armour armor magic information knowledge faith fear strength death life
justice honour honor beer ale milk tea coffee fuel electricity smoke ice sunlight moonlight homework music control charge shelter ash mud dust dirt paint ink rosin soot sand wax sweat`)

/** There is one of each. */
export const singular = wordsOf(
  "sun moon wind storm earth sky ground roof sea tide ceiling floor weather world clock bell king queen alarm bomb train river",
)

/** Things that an act may be about, which want an article: `opened the door`. */
export const objects =
  wordsOf(`door window gate key box chest letter ring sword gun knife dagger cup glass bottle book horse car boat ship bridge wall fire lamp candle bell rope
chain lock safe vault trap alarm map coin treasure crown throne throat castle house room table bed bag purse wallet will potion poison cheese apple cake drum flag
drawer curtain light body corpse grave note message scroll painting statue violin glove mask cloak coat hat shoe dress necklace diamond jewel stone hammer axe shovel
spear bow arrow shield tower tree rock hole ground floor roof stairs ladder cellar kitchen shop bank train bus ticket phone button lever switch engine wheel document
contract evidence secret truth plan crime murder guard king queen prince princess dragon wolf dog cat thief killer`)

/** Nouns for relations between characters, and for roles. */
export const roles =
  wordsOf(`friend enemy lover ally rival brother sister mother father son daughter wife husband spouse parent child uncle aunt cousin neighbour neighbor owner
master servant lord king queen prince princess captain leader boss killer murderer thief hero villain prisoner guard witness suspect guest host stranger traitor spy
man woman boy girl baby lady knight merchant farmer soldier doctor nurse priest monk nun nanny butler maid cook gardener teacher student judge lawyer sheriff detective
policeman inspector sergeant colonel general major admiral sailor pirate bandit robber burglar beggar witch wizard ghost giant dwarf elf dragon wolf fox crow lion bear
dog cat horse innkeeper blacksmith miller baker butcher tailor carpenter driver pilot clerk mayor president minister duke duchess emperor empress bishop pope sultan
keeper watchman shepherd hunter fisherman woodcutter child hermit bride groom widow orphan scientist engineer`)

/** Adjectives and participles about two entities, with their preposition: `fond of`, `married to`. */
export const joins: ReadonlyMap<string, string> = new Map(
  Object.entries({
    of: "fond afraid proud jealous envious aware guilty tired sure full ashamed suspicious capable worthy scared frightened sick weary certain unaware ignorant convinced wary",
    to: "married engaged related loyal grateful kind cruel rude close adjacent connected similar equal indebted devoted attached opposed addicted allergic hostile faithful obliged polite next linked attracted superior inferior opposite visible known betrothed accustomed",
    with: "angry allied happy friendly furious pleased satisfied bored disappointed intimate acquainted familiar together cross annoyed smitten",
    for: "responsible sorry famous ready late",
    from: "different safe hidden free absent far",
    by: "loved hated feared owned carried held trusted followed hunted wanted worn guarded",
    at: "good bad present",
  }).flatMap(([join, list]) => list.split(" ").map((each): readonly [string, string] => [each, join])),
)

/** Verbs that need a preposition before their object. */
export const reaches: ReadonlyMap<string, string> = new Map(
  Object.entries({
    to: "lie talk speak listen apologise apologize pray confess propose bow wave nod whisper point sing shout complain explain surrender submit reply respond object kneel belong admit react",
    for: "wait care search long hope wish look_out mourn",
    at: "look laugh smile stare shoot_at glare wink yell sneer growl bark gaze frown spit swear arrive",
    with: "argue quarrel dance flirt bargain negotiate agree sleep play duel mingle side plead collaborate conspire cooperate compete trade live",
    about: "think worry dream gossip boast",
    on: "spy rely depend wait_on insist sit",
    from: "flee hide escape recover",
    against: "rebel testify plot",
    over: "watch_over gloat",
  }).flatMap(([join, list]) => list.split(" ").map((each): readonly [string, string] => [each, join])),
)

/** Verbs with two objects: `gave the ring to Fay`. */
export const givings = wordsOf(
  "give hand pass send sell lend return bring show offer throw deliver promise teach write feed pay serve grant award bequeath post owe introduce report reveal describe recommend",
)
export const takings = wordsOf(
  "steal take borrow buy get receive accept learn hide win confiscate grab snatch demand inherit retrieve collect",
)
export const tellings = wordsOf(
  "tell ask talk speak think argue chat gossip inform warn lie question quarrel",
)

/** Verbs for states. */
export const statives =
  wordsOf(`love know trust owe own like hate fear see want need believe carry hold wear possess admire loathe resent suspect respect envy hear remember mistrust
distrust doubt obey serve guard follow live work contain include lack prefer support blame miss understand recognise matter exist seek adore despise dislike desire worship
face touch block lead rule stand lie sit sleep rain owe keep hope sing smell shine burn`)

/** Verbs whose past participle says what a character has done, not how they are. */
export const achievements = wordsOf(
  "sleep win meet weep kneel creep flee sit stand feel say come become run lead fight think hear understand dwell swing spin spring",
)

/** Places and things that are called by a name of their own, though their types do not say so. */
export const proper =
  wordsOf(`africa america asia australia austria athens avalon baghdad belfast belgium berlin bombay boston brazil britain brussels cairo calcutta camelot canada
chicago china copenhagen crete cuba cyprus damascus denmark dover dresden dublin edinburgh egypt elsinore england europe finland florence france geneva genoa germany
glasgow greece hamburg hogwarts holland hungary iceland india iraq ireland israel istanbul italy jamaica japan jerusalem kent kenya kyoto lisbon liverpool london madrid
manchester marseilles mars mexico milan moscow mumbai munich naples narnia norway oslo oxford paris persia poland portugal prague rome russia salem scotland seville
sicily spain stockholm sweden switzerland sydney syria texas tokyo toronto troy turkey tuscany ukraine venice verona vienna wales warsaw york yorkshire zurich`)

/** Things of these types have names of their own. */
export const namedTypes = wordsOf(
  "city town village country nation planet state county continent kingdom island",
)

/** A name that begins with them is one of its own, unless it ends in an ordinary word for a place. */
export const titles = wordsOf(
  "st saint mount mt lake port fort cape lady lord sir dr mr mrs ms miss san santa los las el new",
)

export const ordinary =
  wordsOf(`house room town mill bridge road street church castle hall inn wood woods forest tower village city school shop market garden gate door park field farm
barn cave camp cottage palace temple harbour harbor island hill river sea shore office station hotel bar kitchen cellar bedroom floor wing building world moon place
ship boat car horse sword ring key book hat dress coat bed table lamp letter plan law king queen job life start year bank lake port fort cape`)

export const smallWords = wordsOf("of the and de la von van der den del di du da le in on at upon")
