import type { PartCode, WordRow } from './senses';

export const partRows: readonly WordRow<PartCode>[] = [
  [
    'pre-dawn',
    'அதிகாலை, அதிகாலையில், விடியற்காலை, விடிகாலை, விடியக்காலம்பர, விடியக்காலை, வெடியக்காலைல, விடியல், adhikaalai, athikalai, athikaalai, adhikalai, vidiyarkaalai, vidikaalai, vidiyakaalai, vidiyakalai, vidikalai, vidiya kaalam, vidiyakaalam, vidiyal',
  ],
  ['early-morning', '', 'early morning, early mrng, early in the morning, dawn, early morng'],
  [
    'morning',
    'காலை, காலைல, காலேல, காத்தால, காலம்பர, காலையில், காலைக்கு, காலையிலே, காலங்காத்தால, காலைலே, காலைலயே, காலைப், காலைக், காலைத், காலைச், kaalai, kalai, kaalaila, kalaila, kaalaiyil, kalaiyil, kaalela, kalela, kaathala, kaathaala, kathala, kaalambara, kaalaile, kaalaiku, kalaile, kaleyla, kaalaikku, kaalayila, kalayila, kaalaiyila',
    'morning, mornings, morng, mrng, mng, mrg, mornin, moring, mrning, மார்னிங், மார்னிங்ல, forenoon time',
  ],
  ['forenoon', 'முற்பகல், முற்பகலில், murpagal', 'forenoon'],
  ['twelve-noon', 'நண்பகல், நண்பகலில், உச்சி நேரம், nanpagal, nanbagal', 'noon, 12noon, high noon, noontime'],
  [
    'midday',
    'மதியம், மத்தியானம், மதியானம், மத்யானம், மதியத்தில், மதியத்துக்கு, மத்தியானத்துல, மதியத்துல, மத்தியம், மதியானத்துல, madhiyam, mathiyam, mathyam, madhyanam, mathiyanam, mathiyaanam, madhiyaanam, madhyaanam, mathyanam, mathyaanam, madiyam, madhiyanam, mathiyathuku, madhiyathuku, mathiyathula, matiyam, mathiyam ku',
    'afternoon, aft, lunch time, lunchtime, aftrnoon, afternon, afternun, aftn, after noon, midday, mid day, lunch, ஆஃப்டர்நூன், ஆப்டர்நூன்',
  ],
  ['afternoon', 'பிற்பகல், பிற்பகலில், pirpagal'],
  [
    'evening',
    'மாலை, மாலைல, மாலையில், மாலைக்கு, சாயங்காலம், சாயந்திரம், சாயந்தரம், சாயங்காலத்துல, சாயங்காலத்தில், சாயந்திரத்துல, சாய்ந்தரம், சாயரட்சை, சாயங்காலம்பர, maalai, malai, maalaiyil, malaiyil, maalaila, malaila, maalaiku, saayangaalam, sayangalam, sayangaalam, saayangalam, saayankalam, sayankalam, saayandhiram, sayanthiram, sayandhiram, sayantharam, saayantharam, sayandram, saayandram, saayanthiram, sayangalathula, saayangaalathula, sainthram, saindhram, sayandhram',
  ],
  [
    'evening-en',
    '',
    'evening, evenings, evng, eve, evg, evn, evening time, eveng, evenin, evning, eving, eveing, ஈவினிங், ஈவ்னிங், ஈவினிங்ல, ஈவ்னிங்ல, ஈவினிங்',
  ],
  ['dusk', 'அந்தி, அந்தி மாலை, அந்தியில், பொழுது சாய, andhi, andhi maalai, anthi', 'dusk'],
  [
    'night',
    'இரவு, இரவில், இரவுக்கு, ராத்திரி, ராத்திரிக்கு, ராத்திரில, நைட்டு, நைட்டுக்கு, நைட், நைட்ல, ராவு, iravu, iravil, raathiri, rathiri, rathri, raathri, nightu, raatiri, rathirila, raathirila',
    'night, nite, nights, ngt, nyt, late night, late evening',
  ],
  [
    'midnight',
    'நள்ளிரவு, நடுராத்திரி, நள்ளிரவில், nalliravu, nadu raathiri, naduraathiri, nadurathiri, nadu rathiri',
    'midnight, mid night',
  ],
];
