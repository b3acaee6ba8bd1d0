import type { PartCode, WordRow } from './senses';

/** Days counted from today. */
export const dayRows: readonly WordRow<{ offset: number; part?: PartCode }>[] = [
  [
    { offset: 0 },
    'இன்று, இன்றைக்கு, இன்னைக்கு, இன்னிக்கு, இன்னைக்கி, இன்னக்கி, இன்னிக்கி, இன்றைய, இன்னைய, இண்ணைக்கு, indru, inru, intru, indraikku, indraiku, innaikku, innaiku, inniku, innikku, inaiku, inaikku, innaiki, inniki, innikki, inikku, iniku, inaki, innaikki, innike, innaike, innikke',
    'today, 2day, todays, tdy, tody, todya',
  ],
  [{ offset: 0, part: 'night' }, 'இன்றிரவு, இன்று இரவு, indriravu', 'tonight, 2night, 2nite, tonite, tonigt'],
  [
    { offset: 1 },
    'நாளை, நாளைக்கு, நாளைய, நாளைக்கி, நாளக்கி, நாளக்கு, நாளைக்கே, நாளைல, naalai, nalai, naalaiku, naalaikku, nalaiku, nalaikku, naalaki, nalaki, naalaiki, nalaiki, naaleki, naalekku, naaliku, naalaku, nalaku, naalaiya, naalaya, naaleku, naaleiku, nalaikki, naalaikki, naliku, nalikku, naalikku, nalike, naalaike, nalaike, naaliki, naalakki, nalakki',
    'tomorrow, tomorrows, tmrw, 2mrw, 2mrow, 2morow, tmrrow, tmorrow, tomrw, tomrow, 2maro, tmmrw, tomarrow, tmrow, tmw, tomo, tmr, 2moro, 2morrow, tommorow, tommorrow, tomorow, tomorro, tmro, tmrow, tomoro, tomm, tom, tommo, tumorrow, tumaro, tomarow, டுமாரோ, டுமாரோவ், டுமாரோ',
  ],
  [
    { offset: 2 },
    'நாளை மறுநாள், நாளைமறுநாள், நாளை மறுதினம், நாளைக்கு மறுநாள், நாளன்னைக்கு, நாளானைக்கு, நாளன்னிக்கு, நாளான்னிக்கு, நாளான்னைக்கு, நாளன்னிக்கி, நாளக்கழிச்சு, நாளைக்கழித்து, naalai marunaal, nalai marunal, naalai marunal, nalai marunaal, naalaiku marunaal, nalaiku marunaal, naalannaiku, naalannaikku, naalanaiku, naalanniku, naalannikku, nalanniku, nalannikku, nalannaiku, naalaanaiku, naalaannaiku, naalaanniku, nalanaiku, naalaniku, nalaniku, naalaniki, nalaniki, naalanniki, naalaaniku, naalaikazhichu',
    'day after tomorrow, day after tmrw, day after tommorow, day after tomorow, day after tommorrow, day after tmr, the day after tomorrow, day aftr tmrw, dayafter, day aftr tomorrow, dayafter tomorrow, overmorrow, day after',
  ],
  [
    { offset: -1 },
    'நேற்று, நேத்து, நேத்திக்கு, நேற்றைய, நேத்தைக்கு, netru, nethu, naethu, nethiku, nethikku, netraiku',
    'yesterday, yesterdays, yest, ystday, yesterdy',
  ],
  [
    { offset: -2 },
    'முந்தாநாள், முந்தாநேத்து, முந்தா நாள், முந்தாநாளு, mundha naal, mundhanaal, mundhanethu, mundhanaalu, mundhaa naal',
    'day before yesterday',
  ],
];
