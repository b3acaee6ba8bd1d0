import type { CatalogResource } from './types';

const tamilNumbers = ['ஒன்று', 'இரண்டு', 'மூன்று', 'நான்கு'];
const spokenNumbers = ['onnu', 'rendu', 'moonu', 'naalu'];
const englishNumbers = ['one', 'two', 'three', 'four'];

const courts: CatalogResource[] = [1, 2, 3, 4].map((number) => ({
  id: `court-${number}`,
  kind: 'court',
  name: { en: `Court ${number}`, ta: `கோர்ட் ${number}` },
  detail: null,
  aliases: [
    `court ${number}`,
    `court no ${number}`,
    `court ${englishNumbers[number - 1] ?? ''}`,
    `court ${spokenNumbers[number - 1] ?? ''}`,
    `கோர்ட் ${number}`,
    `கோர்ட் ${tamilNumbers[number - 1] ?? ''}`,
  ],
  capacity: 1,
}));

const doctors: CatalogResource[] = [
  {
    id: 'dr-priya',
    kind: 'doctor',
    name: { en: 'Dr. Priya Raman', ta: 'டாக்டர் பிரியா ராமன்' },
    detail: { en: 'Children', ta: 'குழந்தைகள் நலம்' },
    aliases: [
      'priya',
      'dr priya',
      'priya raman',
      'priya doctor',
      'பிரியா',
      'பிரியா டாக்டர்',
      'டாக்டர் பிரியா',
      'child doctor',
      'children doctor',
      'kids doctor',
      'paediatrician',
      'pediatrician',
      'kuzhandhai doctor',
      'குழந்தை டாக்டர்',
      'குழந்தைகள் டாக்டர்',
    ],
    capacity: 1,
  },
  {
    id: 'dr-karthik',
    kind: 'doctor',
    name: { en: 'Dr. Karthik Subramanian', ta: 'டாக்டர் கார்த்திக் சுப்பிரமணியன்' },
    detail: { en: 'General physician', ta: 'பொது மருத்துவம்' },
    aliases: [
      'karthik',
      'karthick',
      'dr karthik',
      'karthik subramanian',
      'karthik doctor',
      'கார்த்திக்',
      'கார்த்திக் டாக்டர்',
      'டாக்டர் கார்த்திக்',
      'general doctor',
      'general physician',
      'physician',
      'family doctor',
      'பொது மருத்துவர்',
      'பொது டாக்டர்',
    ],
    capacity: 1,
  },
  {
    id: 'dr-meena',
    kind: 'doctor',
    name: { en: 'Dr. Meena Selvam', ta: 'டாக்டர் மீனா செல்வம்' },
    detail: { en: 'Skin', ta: 'தோல் நலம்' },
    aliases: [
      'meena',
      'dr meena',
      'meena selvam',
      'meena doctor',
      'மீனா',
      'மீனா டாக்டர்',
      'டாக்டர் மீனா',
      'skin doctor',
      'skin specialist',
      'dermatologist',
      'thol doctor',
      'தோல் டாக்டர்',
      'தோல் மருத்துவர்',
    ],
    capacity: 1,
  },
];

/** The demo business's courts and doctors. Ids are readable keys. */
export const demoResources: CatalogResource[] = [...courts, ...doctors];
