import type { WordRow } from './senses';

export const monthRows: readonly WordRow<number>[] = [
  [1, 'ஜனவரி, சனவரி, ஜன, janavari, januvari', 'january, jan, janury, janauary, januray'],
  [2, 'பிப்ரவரி, பெப்ரவரி, பிப், பிப்ருவரி, pibravari, pebravari', 'february, feb, febuary, feburary, febrary'],
  [3, 'மார்ச், மார்ச்சு, மார், மார்ச்ல', 'march, mar'],
  [4, 'ஏப்ரல், ஏப்ரில், ஏப், epral', 'april, apr, apirl, aprl'],
  [5, 'மே', 'may'],
  [6, 'ஜூன், சூன், ஜுன், joon', 'june, jun'],
  [7, 'ஜூலை, சூலை, ஜுலை, julai, joolai', 'july, jul'],
  [8, 'ஆகஸ்ட், ஆகஸ்டு, ஆகத்து, ஆக, agasthu, aagast', 'august, aug, agust, augst'],
  [9, 'செப்டம்பர், செப்டெம்பர், செப், septembar', 'september, sep, sept, septmber, setember'],
  [10, 'அக்டோபர், அக்டோபரு, அக், aktobar, oktober', 'october, oct, octber, octobr'],
  [11, 'நவம்பர், நவ, navambar, novembar', 'november, nov, novmber, novembr'],
  [
    12,
    'டிசம்பர், திசம்பர், டிச, டிசெம்பர், tisambar, disambar, dicember, desember, disember',
    'december, dec, decembr, decmber, deccember',
  ],
];

/** Tamil solar months with the civil date about which they begin; the real start moves by a day. */
export const solarMonthRows: readonly WordRow<{ month: number; day: number }>[] = [
  [{ month: 1, day: 14 }, 'தை, தை மாசம், தை மாதம், thai maasam, thai matham, thai masam'],
  [{ month: 2, day: 13 }, 'மாசி, மாசி மாசம், maasi maasam, masi masam'],
  [{ month: 3, day: 14 }, 'பங்குனி, panguni'],
  [{ month: 4, day: 14 }, 'சித்திரை, chithirai, sithirai'],
  [{ month: 5, day: 15 }, 'வைகாசி, vaikasi, vaigasi'],
  [{ month: 6, day: 15 }, 'ஆனி மாசம், ஆனி மாதம், aani maasam, aani masam'],
  [{ month: 7, day: 17 }, 'ஆடி மாசம், ஆடி மாதம், aadi maasam, aadi masam'],
  [{ month: 8, day: 17 }, 'ஆவணி, aavani, avani maasam'],
  [{ month: 9, day: 17 }, 'புரட்டாசி, purattasi, puratasi'],
  [{ month: 10, day: 18 }, 'ஐப்பசி, aippasi, ippasi'],
  [{ month: 11, day: 17 }, 'கார்த்திகை, karthigai, kaarthigai, karthikai'],
  [{ month: 12, day: 16 }, 'மார்கழி, margazhi, maargazhi, markali, margali'],
];
