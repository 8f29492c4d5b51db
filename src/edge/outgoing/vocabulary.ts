/**
 * The words that the standards (ECMA-376, VML) make the values of their attributes from: `thickThinMediumGap`, `uturnArrow`. A value
 * of other words was written by somebody, not by a program.
 */
const WORDS = new Set(
  `
  dxa least ph phclr clr orthographic orthographicfront hyperlink hyperlinks followed continuation hybrid multilevel largest sup und ovr
  oblique axis heroic extreme extremely facing flood harsh soft sunrise chilly pt warm matte powder translucent riblet deco metal cool
  artdeco convex offaxis arch deform tunnel wedge bubble deflate stop slant ring inside plain shape fit nw ne se sw smooth marker
  represents moving avg exp cust err dev std mid midcat best lbl disp blanks span built singlelevel beside segments backward compatible
  aspect most classic joinstyle bevel longdash shortdash ideographic z index flip rotation position visibility letter heights anchor
  compat byte between snap chars and lines nextpage nextcolumn eachsect pagebottom beneathtext sectend docend top sheets objects pages
  topandbottom wrapstyle distance relative flowalt kern alt same x y pair brackets brace noshape noconnect guess
  break output separate chicago notice ansi ascii band punctuation kana fol smoking bolt irregular operation punched card summing junction sort
  extract magnetic help information sound movie pour check dmnd stealth bl br ellipsis balanced morning bright room plastic mult
  darken lighten wire preview na set lights contextual skw lin disp def dup fraktur struck sans serif monospace bi hans
  do compress preserve rl frozen str flags quarters arrows boxes begins duplicate blanks accounting then displayed allow override overrides
  tick marks scatter candle overlaps ordering crossbetween nexto display hi lo roundrect oleobject grayscale chord clamp
  fullstop roman dollar rot lattice
  a above abs absolute accent accounting across action actual adj adjust after ajust aiueo algn all alpha alphanumeric alternate
  alternating and angle anchor another ants any app apply arabic arc arch area around arrow art as ascending asian asia asterisk at auto
  automatic autofit average avg axis b back background bahttext baht bar bars base basic baseline beginning before begin behind bell below
  beneath bent beside best between bevel bg bidi big bil bilevel bit black blank blend blink block blocks blue bmp body bold book border
  borders both bot bottom box brace bracket bracketed brackets brick bright bt btm bubble builtin bullet bump button by c callout can
  caption card cardinal cascade case cat category categories cell cells center centered central centre change character characters
  charting chart chartex chars checks chess chevron chinese chord chosung circle circular clear clip closed clr cloud clustered coarse
  collapse collate color colour col cols column columns comma comments competition complex compound compression condensed cone connector
  connectors consonant consonants contents context continue continuous contrasting converge convex cool corner corners count counting
  credits crn crop cross crossed crosses cs ctr cube cubic currency current curly curve curved custom cyan cyl cylinder d dash dashed
  dashes data date day days db dbl dbnum debug dec decagon decimal decision deco deflate default delay deg delete descending dev dgm
  diag diagonal diam diamond dingbat dir disk display dist distribute distributed div divide diagram divot dk dkgrey dn doc document
  docs dodecagon donut dot dotted double doughnut down downwards drawing drop droop drum du dur dx dy e ea each east eastern edge edges
  edit ee electronic elbow ellipse em embed emboss embossed empty en encircle encircled enclosed end endnotes endnote engrave entire
  entry equal equals error errors ethiopic eur even eventually every exact exactly exclude expand expanded expression ext extend
  extended extension extra f face facing factor fade fall false family far fast field fields file fill filled final fine first fit
  fixed flat flip flow flowchart flush flowers folded folder font foot footer footers footnote footnotes for form format forms formula
  forward foul four fr frac fraction frame framed frames freeform freezing frequency from front full fullwidth function funnel gallery gap
  ganada gear gen general gif glow go gothic gradient graph graphic grass gray grayscale great green grey grid group grouped growing
  guide h hair half halfwidth hang hanging hard hash hat head header heading headers headings heart heavy hebrew height heptagon hex
  hexagon hidden high highlight hindi hlink hline hold hole home hor horizontal horz hour hours hst htm html hundred hundreds hyphen i
  icon icons id ideograph ideographic if ignore image immediate imprint in inch include inches indent index indent info inflate inhibit
  initial inline inner input inset inside insideh insidev int integer inter internal inv inverse inverted iroha is isosceles isometric
  italic item japanese jc join journal jpeg jpg jump just justified justify k kashida kerning korean l label labels landscape large
  larger last lat latin layout leader left legacy legal legend lens less letter letters level lg light lightning lim line linear lines
  link list ln loc lock log logical long low lower lowercase lowest lr lt lts ltr lum m magenta major make man mandatory manual map
  margin margins mark marker mask master match math mathematical max maximum mean med medium mediumgap menu merge message metal mid
  middle min minimum minor minus minute minutes miter mixed mm mod modern modified mongolian month months moon move multi
  multidocument multiple multiply music n name nar narrow natural near nest never new next nil no nobreak non nonagon none normal
  north not notched note notes nothing null num number numbered numbering numbers numeric nw ne o oblique octagon odd of off offline
  offpage offset old on once one online only opaque open opentag optimize option or ordinal ordinary organization orient original other
  outline out outer outset outside oval over overflow overlap overlay overlapped overstrike p pad page pages pane paper par para
  paragraph paragraphs parallel parallelogram paren parens parent parenthesis parentheses part path pattern pb pct pcent pen pentagon per percent
  percentage percentile perimeter period perspective phone phonetic photo pic pict picture pie pitch pix plaid plain plaque plate play
  plus png point points poly polygon portrait pos position pow power pred predefined prep preparation preset press preview previous
  primary print printer process prod product progress proportional pt push pyramid q quad quadratic quadrants quarters quote quotation r
  radar radial radical raise raised range rating read ready rec rect rectangle rectangles recolor record red reduced ref reflection
  region regular rel relative relaxed rem repeat report req rest restart return reverse reversed revision rgb ribbon rich right rise ring
  rnd roman root rot rotate rotated round rounded row rows rt rtl ruby rule ruler run russian s saturation same sat scale scallop
  scaling scatter scheme scr screen script scrgbclr script scroll scrollbar se seal second seconds section sect secondary select
  selected selection semi separator sep series shade shadow shape shaped shapes sheet shim shimmer shingle short show shrink side sides
  sigma sign signs simple simplified since single sinusoidal size sketch slant slanted slash slide slides slope slow sm small smaller
  smiley smart smooth snap snip sng soft softedge solid south space spaced spaces spacing spark sparkle sparse spc sphere spiral split
  spread spt sq sqr sqrt square squiggle src st stack stacked stagger standard star stars start steep step stereo stock stop stops
  storage story straight strait stretch strict strikethrough strike string stripe striped stroke stroked strong style styles sub
  subscript subtle sum summing summary sun sunburst sunset super superscript surface svg swiss switch sw swoosh sy symbol symbols sys
  system systemdash t tab table tabs tail tall tape tear teardrop technical tb tdb ten terminator text texture textured tf thai than
  thai the theme then thermometer thick thin thing thousand thousands thousandths three through tick tight tile time times tl tr title
  titles tint to today tomorrow top topbottom total trace track tracked traditional traffic trailing trans transform transient
  transparent transition transpose trapezoid tree trellis trend tri triangle triangles triple true truncate truncated tsp tt
  twelve twist two tx twips txt type types u un und under underline underscore undefined unfixed unchanged unicode unit unlocked up uppercase
  upper upright upright uturn upwards user v val value values var variable vary ventilated vert vertical very video vietnamese view views vis
  visible volume vowel vowels w wait wall walls warm warp washtub wave waves wavy wd weave web wedge week weave weight wedge whisker
  whitespace white whole wide width wider window wingding wipe with without word words wrap x xb xml xor xsd xy y yd year years yellow
  yes yesterday yr z zag zero zero zig zodiac zoom
  abjad abjadmarshan aa bb cc dd ff arabicabjad hebrew ahiragana katakana taiwanese digital ganza gb gost ieee iso
  apples scared archedscallops auto babypacifier babyrattle balloons balloon bats birds birdsflight cabins cake candycorn celtic
  knotwork certificate banner chained checked checkerboard christmas checkered circles coffee cup confetti cornertriangles couponcutout
  coupon cutout cowboy couture creatures cupcakes decoarch decoblocks diamondsgray diamonds doubled earth earths eclipsing eggs fans filmstrip
  firecrackers firecracker flowersblock flowersdaisies daisies modern pansy redrose roses teacup tiny gems gingerbread gingerbreadman
  gradient handmade hearts heebie jeebies holly house funky hypnotic ice cream cones lightbulb bulb lightnings maple leaf leaves
  mosaic muffins moons mount mushrooms musical northwest ovals packages palms colored paper clips papyrus party favor glass pencils people
  waving hats poinsettias postage stamp pumpkin push pin note pins quilts sawtooth sawtoothgray scary seattle shadowed sharks teeth shorebird
  tracks skyrocket snowflake snowflakes sombrero southwest swirligig torn tropical twisted vine weaving zany zanytriangles
  aqua beige brown coral crimson chocolate chartreuse cornsilk cornflower blanched almond antique alice azure bisque burlywood cadet
  fuchsia forest firebrick floral gainsboro ghost goldenrod gold honeydew hot indian indigo ivory khaki lavender lawn lemon chiffon
  lime linen maroon medium aquamarine orchid purple sea slate spring turquoise violet midnight mint cream misty rose moccasin navajo navy
  lace olive drab orange pale papaya whip peach puff peru pink plum powder rosy royal saddle salmon sandy seashell sienna silver sky
  snow steel tan teal thistle tomato wheat smoke dim dodger deep dark infobk info bk btn gradientactivecaption hot track inactive
  active graytext app workspace icon decline gothic mincho light gallery auto swiss decorative kai fang song yu ming
  m n u s ma hb tb lr lrv tbv rl eavert wordart mongolianvert nn dk lt hls hsl ink bk
  l16 relationship wps wpg wpc wpi wp mc wne sel pn horzoverflow spautofit
  hans hant jpan hang viet arab hebr thai ethi beng gujr khmr knda guru cans cher yiii tibt thaa deva telu taml syrc orya mlym laoo sinh mong
  uigh geor armn bugi bopo java lisu mymr nkoo olck osma phag syrj syre sora tale talu tfng
  alphaoff alphamod lummod lumoff satmod satoff hueoff huemod gamma invgamma
  `
    .trim()
    .split(/\s+/),
)

/** Whether the standards could have made the value: of their words, one written after another. */
export function isOfTheStandards(value: string): boolean {
  if (value.length > 48 || !/^\d?[A-Za-z][A-Za-z\d]*$/.test(value) || value.replace(/\D/g, '').length > 4) return false
  const words = value.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]/g) ?? []
  return WORDS.has(value.replace(/\d+/g, '').toLowerCase()) || words.every((word) => WORDS.has(word.toLowerCase()))
}
