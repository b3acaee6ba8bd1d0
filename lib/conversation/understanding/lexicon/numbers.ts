import type { Sense, WordRow } from './senses';

const onesAndTeens: readonly WordRow<number>[] = [
  [1, 'ஒன்று, ஒண்ணு, ஒன்னு, onnu, ondru, onru, onu'],
  [2, 'இரண்டு, ரெண்டு, ரண்டு, இரெண்டு, rendu, randu, irandu, rentu, rendhu, irendu'],
  [3, 'மூன்று, மூணு, மூனு, moonu, munu, moondru, munru, moonru, mundru'],
  [4, 'நான்கு, நாலு, naalu, nalu, naangu, nangu, naanku'],
  [5, 'ஐந்து, அஞ்சு, ஐஞ்சு, anju, anchu, ainthu, aindhu, anjju, aindu, ainju'],
  [6, 'ஆறு, aaru, aru, aaaru'],
  [7, 'ஏழு, ஏளு, எழு, ezhu, elu, yezhu, yelu, ezu, aezhu, yezu, ealu, eezhu'],
  [8, 'எட்டு, ettu, yettu, etu, ettuu'],
  [9, 'ஒன்பது, ஒம்பது, ஒன்பத்து, onbathu, ombathu, ombadhu, ompathu, onpathu, onbadhu, ombothu, onbadu, ombadu'],
  [10, 'பத்து, paththu, patthu, pathu, pattu'],
  [
    11,
    'பதினொன்று, பதினொண்ணு, பதினொன்னு, பதினோரு, padhinonnu, pathinonnu, pathinondru, padhinondru, pathinonu, padinonnu',
  ],
  [
    12,
    'பன்னிரண்டு, பனிரெண்டு, பன்னிரெண்டு, பன்னெண்டு, பன்னண்டு, பனிரண்டு, pannendu, pannandu, pannirandu, pannirendu, panirendu, panendu, panrendu, panirandu',
  ],
  [13, 'பதின்மூன்று, பதிமூன்று, பதிமூணு, பதிமூனு, padhimoonu, pathimoonu, pathimunu, padhimunu, padimoonu'],
  [14, 'பதினான்கு, பதினாலு, padhinaalu, pathinalu, pathinaalu, padhinalu, padinalu'],
  [15, 'பதினைந்து, பதினஞ்சு, பதினைஞ்சு, padhinanju, pathinanju, pathinainthu, padhinainthu, padinanju'],
  [16, 'பதினாறு, padhinaaru, pathinaru, pathinaaru, padhinaru'],
  [17, 'பதினேழு, padhinezhu, pathinelu, pathinezhu, padhinelu'],
  [18, 'பதினெட்டு, padhinettu, pathinettu, padinettu'],
  [19, 'பத்தொன்பது, பத்தொம்பது, pathonbathu, pathombathu, pathombadhu'],
];

const twenties: readonly WordRow<number>[] = [
  [21, 'இருபத்தொன்று, இருபத்தியொன்று, இருவத்தொண்ணு, இருபத்தொண்ணு, irubathonnu, iruvathonnu'],
  [22, 'இருபத்திரண்டு, இருவத்திரெண்டு, இருபத்திரெண்டு, irubathirendu, iruvathirendu, irupathirendu'],
  [23, 'இருபத்துமூன்று, இருவத்திமூணு, இருபத்திமூன்று, இருபத்திமூணு, irubathimoonu, iruvathimoonu'],
  [24, 'இருபத்துநான்கு, இருவத்திநாலு, இருபத்திநான்கு, இருபத்திநாலு, irubathinaalu, iruvathinalu, irubathinalu'],
  [25, 'இருபத்தைந்து, இருவத்தஞ்சு, இருபத்தஞ்சு, இருவத்தைந்து, irubathanju, iruvathanju, irupathanju, irubathainthu'],
  [26, 'இருபத்தாறு, இருவத்தாறு, irubathaaru, iruvathaaru, irubatharu'],
  [27, 'இருபத்தேழு, இருவத்தேழு, irubathezhu, iruvathezhu, iruvathelu, irubathelu'],
  [28, 'இருபத்தெட்டு, இருவத்தெட்டு, irubathettu, iruvathettu'],
  [29, 'இருபத்தொன்பது, இருவத்தொம்பது, இருபத்தொம்பது, irubathombathu, iruvathombathu, irubathonbathu'],
  [31, 'முப்பத்தொன்று, முப்பத்தொண்ணு, முப்பத்தியொன்று, muppathonnu, mupathonnu'],
  [45, 'நாற்பத்தைந்து, நாப்பத்தஞ்சு, naapathanju, narpathainthu'],
  [55, 'ஐம்பத்தைந்து, அம்பத்தஞ்சு, ambathanju'],
];

const roundTens: readonly WordRow<number>[] = [
  [20, 'இருபது, இருவது, irubathu, irupathu, iruvathu, iruvadhu, irubadhu, irubadu'],
  [30, 'முப்பது, muppathu, muppadhu, mupathu, mupadhu, muppadu'],
  [40, 'நாற்பது, நாப்பது, naapathu, naarpathu, napathu, naappathu, narpathu'],
  [50, 'ஐம்பது, அம்பது, ambathu, aimbathu, ambadhu, aimbadhu'],
  [60, 'அறுபது, அறுவது, aruvathu, arubathu, arupathu'],
  [90, 'தொண்ணூறு, thonnooru, thonnuru, thonuru'],
  [100, 'நூறு, nooru'],
];

/** The open and fused beginnings of 21 … 59: இருபத்தி ஐந்து, இருபத்தைந்து. */
const tensStems: readonly WordRow<number>[] = [
  [20, 'இருபத்தி, இருவத்தி, இருபத்து, இருவத்து, irubathi, iruvathi, irupathi, irubaththi, irubadhi'],
  [30, 'முப்பத்தி, முப்பத்து, muppathi, mupathi, muppaththi'],
  [40, 'நாற்பத்தி, நாப்பத்தி, நாற்பத்து, naapathi, naarpathi'],
  [50, 'ஐம்பத்தி, அம்பத்தி, ஐம்பத்து, ambathi, aimbathi'],
];

const english: readonly WordRow<number>[] =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, at) => [at + 1, '', word] as const);

const englishTens: readonly WordRow<number>[] = [
  [20, '', 'twenty'],
  [30, '', 'thirty'],
  [40, '', 'forty, fourty'],
  [50, '', 'fifty'],
  [60, '', 'sixty'],
  [90, '', 'ninety'],
];

const englishOrdinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** Rows whose compound forms (ordinals, clock words) are made by rule from the stem. */
export const tamilNumberRows: readonly WordRow<number>[] = [...onesAndTeens, ...twenties, ...roundTens];
export const tensStemRows = tensStems;
export const oneWords: readonly WordRow<number>[] = [
  [1, 'ஒரு, oru', 'a, an'],
  [0, 'பூஜ்ஜியம், பூஜ்யம், சுழியம், சைபர், ஜீரோ, poojyam', 'zero'],
];
export const englishNumberRows = english;
export const englishTensRows = englishTens;
export const ordinalRows: readonly WordRow<Sense>[] = [
  ...englishOrdinals.map((word, at): WordRow<Sense> => [{ kind: 'ordinal', value: at + 1 }, '', word]),
  [{ kind: 'ordinal', value: 1 }, 'முதல் தேதி, ஒன்றாம், ஒண்ணாம், mudhal thethi, mudhal thedhi'],
];
export const fractionRows: readonly WordRow<number>[] = [
  [15, 'கால், kaal, kal', 'quarter'],
  [30, 'அரை, அர, arai, aarai, ara', 'half'],
  [45, 'முக்கால், mukkaal, mukkal, mukaal', 'three quarters'],
];
