import type { Relation } from '../types';
import type { WordRow } from './senses';

/**
 * Family words. A Tamil one counts as the patient only with its dative or genitive ending (அம்மாவுக்கு):
 * bare, it addresses the reader.
 */
export const relationRows: readonly WordRow<Relation>[] = [
  ['self', 'எனக்கு, enakku, enaku, ennaku, ennakku, yenakku, enakk', 'myself, me, self'],
  [
    'mother',
    'அம்மா, அம்மாவு, அம்மாவ, தாய், தாயார், amma, ammaa, ammav, thaayaar',
    'mother, mom, mum, mummy, mommy, mothers, moms',
  ],
  [
    'father',
    'அப்பா, அப்பாவு, அப்பாவ, தந்தை, தகப்பனார், appa, appaa, appav, thanthai',
    'father, dad, daddy, fathers, dads, papa',
  ],
  [
    'son',
    'மகன், மகனு, பையன், பையனு, பையன, பைய, magan, makan, paiyan, payan, payyan, paiyyan, paiyen, pasanga',
    'son, sons, boy',
  ],
  [
    'daughter',
    'மகள், பொண்ணு, பெண், magal, makal, ponnu, ponn, ponu, pombala pulla',
    'daughter, daughters, girl, daugter, doughter',
  ],
  ['wife', 'மனைவி, பொண்டாட்டி, manaivi, pondatti, pondaati, wifey, வைஃப், வைப்', 'wife, wifes, missus'],
  [
    'husband',
    'கணவர், கணவன், வீட்டுக்காரர், புருஷன், kanavar, kanavan, veetukarar, veettukkaarar, veetukaarar, purushan, ஹஸ்பண்ட்',
    'husband, husbands, hubby, husbnd',
  ],
  [
    'other',
    'குழந்தை, குழந்த, கொழந்த, பாப்பா, பாப்பாவு, தாத்தா, பாட்டி, ஆயா, மாமியார், மாமனார், மாமா, அத்தை, சித்தி, சித்தப்பா, பெரியப்பா, பெரியம்மா, அண்ணன், அண்ணா, அக்கா, தம்பி, தங்கச்சி, தங்கை, பேரன், பேத்தி, மருமகள், மருமகன், நண்பர், நண்பன், ஃப்ரெண்டு, ஃப்ரெண்ட், கொழுந்தன், அண்ணி, kuzhandhai, kuzhanthai, kulandhai, kulanthai, kuzhandha, kozhandhai, kolandha, kozhandha, kulandha, pappa, paappa, thatha, thaatha, paati, patti, paatti, aaya, mamiyar, maamiyaar, mamanar, maamanaar, mama, athai, chithi, chithappa, periyappa, periyamma, annan, anna, akka, akkaa, thambi, thangachi, thangai, peran, pethi, marumagal, marumagan, nanban, machan, friendu, anni',
    'child, kid, kids, baby, children, childs, babys, infant, grandmother, grandma, granny, grandfather, grandpa, brother, sister, friend, friends, uncle, aunt, aunty, cousin, nephew, niece, grandson, granddaughter, colleague, neighbour, neighbor, toddler, newborn, brothers, sisters, mother in law, mother-in-law, father-in-law, brother-in-law, sister-in-law, father in law, brother in law, sister in law, son in law, daughter in law',
  ],
  ['other', 'எங்க வீட்ல, enga veetla, enga veetula', 'someone at home, family member'],
];
