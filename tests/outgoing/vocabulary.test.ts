/** The values that programs give stay in a cleaned file; words of people do not. */
import { expect, test } from 'vitest'
import { plainValue } from '../../src/edge/outgoing/values.ts'

const PROGRAMS = `
  begin separate end on off true false auto atLeast exact nextPage nextColumn evenPage oddPage continuous default first even odd
  single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy dotDash dashDotHeavy dotDotDash
  dashDotDotHeavy wave wavyHeavy wavyDouble none nil triple thinThickSmallGap thickThinSmallGap thinThickThinSmallGap
  thinThickMediumGap thickThinMediumGap thinThickThinMediumGap thinThickLargeGap thickThinLargeGap thinThickThinLargeGap
  doubleWave dashSmallGap dashDotStroked threeDEmboss threeDEngrave outset inset clear solid horzStripe vertStripe reverseDiagStripe
  diagStripe horzCross diagCross thinHorzStripe thinDiagCross pct5 pct10 pct12 pct35 pct95 left center right both distribute
  numTab highKashida mediumKashida lowKashida thaiDistribute start num bar decimal hyphen underscore heavy middleDot
  upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo
  iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2
  aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen
  decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional
  taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified
  chineseCountingThousand koreanDigital koreanCounting koreanLegal koreanDigital2 vietnameseCounting russianLower russianUpper
  numberInDash hebrew1 hebrew2 arabicAlpha arabicAbjad hindiVowels hindiConsonants hindiNumbers hindiCounting thaiLetters thaiNumbers
  thaiCounting bahtText dollarText custom singleLevel multilevel hybridMultilevel tab space nothing preserve
  page margin text column character paragraph line leftMargin rightMargin topMargin bottomMargin insideMargin outsideMargin inside
  outside inline top bottom around tight through notBeside drop bothSides largest behind square topAndBottom fixed autofit dxa pct
  lines linesAndChars snapToChars baseline superscript subscript lrTb tbRl btLr lrTbV tbRlV tbLrV restart continue continuous newPage
  newSection pageBottom beneathText sectEnd docEnd eachPage eachSect separator continuationSeparator continuationNotice portrait
  landscape major minor majorHAnsi minorEastAsia minorHAnsi majorBidi minorAscii eastAsia cs ascii hAnsi paragraph table numbering
  character firstRow lastRow firstCol lastCol band1Vert band2Horz neCell nwCell seCell swCell wholeTable dark1 light1 dark2 light2
  accent1 accent6 hyperlink followedHyperlink background1 text2 background2 black darkBlue lightGray yellow none doNotCompress
  compressPunctuation compressPunctuationAndJapaneseKana distributeLetter distributeSpace rightVertical antsRed blinkBackground
  shimmer sparkle offsetFrom display notFirstPage allPages front back phClr bg1 tx1 bg2 tx2 dk1 lt1 dk2 lt2 hlink folHlink windowText
  window rect roundRect ellipse triangle rtTriangle parallelogram trapezoid nonIsoscelesTrapezoid diamond pentagon hexagon heptagon
  octagon decagon dodecagon star4 star5 star32 round1Rect round2SameRect round2DiagRect snipRoundRect snip1Rect snip2SameRect
  snip2DiagRect plaque teardrop homePlate chevron pieWedge pie blockArc donut noSmoking rightArrow leftArrow upArrow downArrow
  stripedRightArrow notchedRightArrow bentUpArrow leftRightArrow upDownArrow leftUpArrow leftRightUpArrow quadArrow leftArrowCallout
  rightArrowCallout upArrowCallout downArrowCallout leftRightArrowCallout upDownArrowCallout quadArrowCallout bentArrow uturnArrow
  circularArrow leftCircularArrow leftRightCircularArrow curvedRightArrow curvedLeftArrow curvedUpArrow curvedDownArrow swooshArrow
  cube can lightningBolt heart sun moon smileyFace irregularSeal1 irregularSeal2 foldedCorner bevel frame halfFrame corner diagStripe
  chord arc leftBracket rightBracket leftBrace rightBrace bracketPair bracePair straightConnector1 bentConnector2 bentConnector5
  curvedConnector3 callout1 accentCallout2 borderCallout3 accentBorderCallout1 wedgeRectCallout wedgeRoundRectCallout
  wedgeEllipseCallout cloudCallout cloud ribbon ribbon2 ellipseRibbon ellipseRibbon2 leftRightRibbon verticalScroll horizontalScroll
  wave doubleWave plus flowChartProcess flowChartDecision flowChartInputOutput flowChartPredefinedProcess flowChartInternalStorage
  flowChartDocument flowChartMultidocument flowChartTerminator flowChartPreparation flowChartManualInput flowChartManualOperation
  flowChartConnector flowChartPunchedCard flowChartPunchedTape flowChartSummingJunction flowChartOr flowChartCollate flowChartSort
  flowChartExtract flowChartMerge flowChartOfflineStorage flowChartOnlineStorage flowChartMagneticTape flowChartMagneticDisk
  flowChartMagneticDrum flowChartDisplay flowChartDelay flowChartAlternateProcess flowChartOffpageConnector actionButtonBlank
  actionButtonHome actionButtonHelp actionButtonInformation actionButtonForwardNext actionButtonBackPrevious actionButtonEnd
  actionButtonBeginning actionButtonReturn actionButtonDocument actionButtonSound actionButtonMovie gear6 gear9 funnel mathPlus
  mathMinus mathMultiply mathDivide mathEqual mathNotEqual cornerTabs squareTabs plaqueTabs chartX chartStar chartPlus line lineInv
  textPlain textStop textTriangleInverted textChevron textRingInside textArchUp textArchDownPour textCircle textButton textCurveUp
  textCanUp textWave1 textDoubleWave1 textInflate textDeflateBottom textDeflateInflateDeflate textFadeRight textSlantUp
  textCascadeDown textNoShape ltHorz dkVert narHorz wdUpDiag dashDnDiag lgCheck smGrid dotGrid openDmnd solidDmnd weave divot shingle
  trellis sphere zigZag plaid horzBrick diagBrick lgConfetti sysDot sysDash lgDash lgDashDot lgDashDotDot sysDashDotDot stealth oval
  arrow med lg sm rnd sq flat thinThick thickThin tri round miter bevel in ctr t b l r tl tr bl br just justLow dist thaiDist
  horz vert vert270 wordArtVert eaVert mongolianVert wordArtVertRtl overflow ellipsis clip square none legacyObliqueTopRight
  isometricTopUp isometricOffAxis1Left obliqueTopLeft perspectiveFront perspectiveHeroicExtremeRightFacing orthographicFront
  legacyFlat1 threePt balanced soft harsh flood contrasting morning sunrise sunset chilly freezing twoPt glow brightRoom matte
  warmMatte plastic metal dkEdge softEdge translucentPowder powder clear relaxedInset circle slope cross coolSlant softRound convex
  artDeco hardEdge riblet over mult screen darken lighten col bar clustered stacked percentStacked standard marker filled lineMarker
  smoothMarker outEnd inEnd inBase bestFit nextTo low high cross minMax maxMin autoZero between midCat gap span zero inner edge factor
  tr cust fixedVal percentage stdDev stdErr exp linear log movingAvg poly power dot picture star x plus square hundreds
  tenThousands area w wire oneCell twoCell absolute visible frozen frozenSplit split normal pageBreakPreview pageLayout bottomRight
  topRight bottomLeft topLeft general fill justify centerContinuous distributed thin medium dashed hair mediumDashed dashDot
  mediumDashDot dashDotDot mediumDashDotDot slantDashDot gray125 gray0625 darkGray mediumGray lightGray darkHorizontal darkVertical
  darkDown darkUp darkGrid darkTrellis lightHorizontal lightTrellis singleAccounting doubleAccounting inlineStr str s n b e d
  downThenOver overThenDown asDisplayed atEnd displayed blank dash NA min max percent percentile colorScale dataBar iconSet
  3Arrows 3ArrowsGray 3Flags 3TrafficLights1 3Signs 3Symbols2 4Arrows 4RedToBlack 4Rating 4TrafficLights 5Arrows 5Rating 5Quarters
  contextual roman swiss modern script decorative variable fixed print screen view edit backwardCompatible elbow segments rect
  gradientRadial tile pattern solid longDash longDashDotDot shortDot shortDashDot thinThin thickBetweenThin block classic diamond
  open long short wide narrow fullWidth bar skw lin noBar undOvr subSup dispDef wrapIndent before repeat dup mathJc centerGroup roman
  script fraktur doubleStruck sansSerif monospace p bi i bot atMost aspect any shape
`
  .trim()
  .split(/\s+/)

test('标准里的词都认得', () => {
  expect(PROGRAMS.filter((value) => plainValue('w:a', 'w:val', value) !== value)).toEqual([])
})

test.each(['00FF9900', '12700', '-3.5', '9.140625', '50%', '12.5pt', '000000100000', '#_x0000_t202', '1E-3'])(
  '数、颜色和尺寸留下：%s',
  (value) => {
    expect(plainValue('w:a', 'w:val', value)).toBe(value)
  },
)

test.each([
  'zhangsanfeng',
  'ZhangSanfeng',
  '张三丰',
  '11010519491231002X',
  '13987650421',
  'zhang3',
  'QUARZKOFFER58',
  'a1b1c0d1e0f5g1',
  'li-si',
])('人写的词和号码不留：%s', (value) => {
  expect(plainValue('w:a', 'w:val', value)).toBeNull()
})

test('小数点后面放不下号码', () => {
  expect(plainValue('w:a', 'w:val', '0.110105194912310023')).toBe('0.110105')
})

test.each([
  ['style', 'position:absolute;margin-left:3.75pt;z-index:251658240;mso-wrap-style:square;v-text-anchor:middle'],
  ['path', 'm,l,21600r21600,l21600,xe'],
  ['eqn', 'sum @0 0 10800'],
  ['coordsize', '21600,21600'],
  ['fillcolor', '#4472c4 [3204]'],
  ['color2', 'fill darken(118)'],
  ['inset', '2.5mm,1.2mm,2.5mm,1.2mm'],
])('旧图形的 %s 照旧', (attribute, value) => {
  expect(plainValue('v:shape', attribute, value)).toBe(value)
})
