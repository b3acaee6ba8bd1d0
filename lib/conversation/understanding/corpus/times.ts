export const times = `
# date ta
இன்று | book d=22
நாளை | book d=23
நாளைக்கே | book d=23
நாளை மறுநாள் | book d=24
நாளன்னிக்கு | book d=24
திங்கட்கிழமை | book d=23
செவ்வாய் | book d=24
புதனன்று | book d=25
வியாழனுக்கு | book d=26
வெள்ளிக்கெழம | book d=27
சனிக்கு | book d=28
15ம் தேதி | book d=12-15
பதினைந்தாம் தேதி | book d=12-15
இருபத்தஞ்சாம் தேதி | book d=25
இருபத்தி எட்டாம் தேதி | book d=28
டிசம்பர் 5 | book d=12-05
5 டிசம்பர் | book d=12-05
டிசம்பர் மாசம் ஏழாம் தேதி | book d=12-07
அடுத்த மாசம் 5ஆம் தேதி | book d=12-05
முதல் தேதி | book d=12-01
மூணு நாள் கழிச்சு | book d=25
அடுத்த வெள்ளிக்கிழமை | book ask
இந்த சனிக்கிழமை | book d=28
நவம்பர் 30 | book d=30
நேத்து | book ask
பிப்ரவரி 30 | book ask
எட்டு நாள் கழிச்சு | book ask
அடுத்த வாரம் | book ask
சனி ஞாயிறு | book ask
நவம்பர் 24 புதன்கிழமை | book ask
# date tanglish
indru | book d=22
naalaiki | book d=23
nalanniku | book d=24
naalaanaiku | book d=24
sevvaikizhamai | book d=24
viyazha kizhamai | book d=26
velli annaiku | book d=27
sani kilamai | book d=28
pathinanjaam thethi | book d=12-15
iruvathi anju thethi | book d=25
28 thethi | book d=28
dec maasam 3am thethi | book d=12-03
adutha maasam 2 thethi | book d=12-02
rendu naal kazhichu | book d=24
3 naal la | book d=25
oru vaaram kazhichu | book d=29
adutha sani kizhamai | book ask
varra budhan | book d=25
indha vaaram velli | book d=27
naethu | book ask
pathinanju naal kazhichu | book ask
muppathaam thethi | book d=30
# date en
today | book d=22
tmrw | book d=23
day after tomorrow | book d=24
on thursday | book d=26
coming friday | book d=27
this saturday | book d=28
5/12 | book d=12-05
05-12-2026 | book d=12-05
05/12/26 | book d=12-05
5.12 | book d=12-05
2026-12-05 | book d=12-05
25-11 | book d=25
dec 5 | book d=12-05
5th december | book d=12-05
december 12th 2026 | book d=12-12
5th of dec | book d=12-05
28th | book d=28
the 15th | book d=12-15
in 3 days | book d=25
after two days | book d=24
a week from tomorrow | book d=30
in two weeks | book d=12-06
next monday | book ask
next week | book ask
this weekend | book ask
31/11 | book ask
30 feb | book ask
32 december | book ask
20/11/2026 | book ask
nov 15 | book ask
25 dec 2027 | book d=2027-12-25 ask
last friday | book ask
sunday | book ask
christmas | book d=12-25 ask
monday or tuesday | book ask
dec 25 friday | book d=12-25 ask
next month 5th | book d=12-05
tuesday nov 24 | book d=24
tomorrow monday | book d=23
tomorrow tuesday | book ask
this evening | book d=22 p=evening
monday 6pm or tuesday 7pm | book ask
# date mixed
monday-ku | book d=23
thursday annaiku | book d=26
december la 5 | book d=12-05
25th ku | book d=25
நாளைக்கு monday | book d=23
sunday இல்லனா saturday | book ask
சாட்டர்டே | book d=28
next வெள்ளி | book ask
27 date la | book d=27
# time ta
காலை ஆறு மணி | book t=06:00
காலை 10:30 மணிக்கு | book t=10:30
மதியம் ஒரு மணிக்கு | book t=13:00
மாலை ஐந்தரை மணி | book t=17:30
மாலை ஆறேகால் | book t=18:15
இரவு ஒன்பது மணி | book t=21:00
நாளைக்கு பத்து மணிக்கு | book d=23 t=10:00
நாளைக்கு அஞ்சுக்கு | book d=23 t=17:00
நண்பகல் | book t=12:00
அதிகாலை 5 மணி | book t=05:00
மாலை எட்டு மணி | book t=20:00 ask
ஆறு மணிக்கு | book ask
பன்னெண்டரை மணி | book t=12:30
பதினொன்னரை மணிக்கு | book t=11:30
நாலு மணிக்கு மேல | book a=16:00
ஏழு மணிக்குள்ள நாளைக்கு காலை | book d=23 b=07:00 p=morning
மாலை 5 மணியிலிருந்து 7 மணி வரை | book t=17:00 m=120
ஆறு முப்பது மாலை | book t=18:30
சுமார் 4 மணி | book t=16:00
இன்னும் ரெண்டு மணி நேரத்துல | book d=22 t=12:00
இன்னைக்கு காலை 7 மணி | book d=22 ask
நாளைக்கு இரவு | book d=23 p=night
மூணேமுக்கால் மணிக்கு | book t=15:45
காலைல சீக்கிரம் | book p=morning
# time tanglish
kaalaila 6 mani | book t=06:00
maalai 5 mani | book t=17:00
6ku evening | book t=18:00
naalaiku 6ku | book d=23 ask
4 mani | book t=16:00
nightu 9 mani | book t=21:00
saayangalam aararai | book t=18:30
kaalai ezhe mukkaal | book t=07:45
mathiyam 1 mani | book t=13:00
11 mani ku | book t=11:00
5.30ku | book t=17:30
5 mani ku mela | book a=17:00
maalai 7 mani kulla | book b=19:00 p=evening
4 mani lerndhu 6 mani varaikkum | book t=16:00 m=120
evening 6 mudhal 8 varai | book t=18:00 m=120
innum arai mani nerathula | book d=22 t=10:30
ippo | book d=22
eppo venalum naalaiku | book d=23
kaalai pathu mani | book t=10:00
patharai maniku | book t=10:30
moonarai mani | book t=15:30
iravu ettarai mani | book t=20:30
maalai 9 mani | book t=21:00 ask
madhiyam 12 mani | book t=12:00
inniku 7 mani | book d=22 t=19:00
ettu mani | book ask
5 mani vaakula | book t=17:00
arai mani neram | book m=30
mukkaal mani neram | book m=45
# time en
6pm | book t=18:00
6:30 pm | book t=18:30
6.30pm | book t=18:30
6 p.m. | book t=18:00
18:30 | book t=18:30
at 5 | book t=17:00
at 7 | book ask
half past six in the evening | book t=18:30
quarter to 7 pm | book t=18:45
quarter past 5 | book t=17:15
7 in the morning | book t=07:00
8 at night | book t=20:00
after 5 | book a=17:00
after 6 pm | book a=18:00
before 10 am | book b=10:00
between 4 and 6 | book a=16:00 b=18:00
6 or 7 pm | book ask
6-7pm | book t=18:00 m=60
11-1pm | book t=11:00 m=120
4 to 9 evening | book a=16:00 b=21:00 p=evening
for 2 hours | book m=120
90 mins | book m=90
1.5 hrs | book m=90
one and a half hours | book m=90
1 hour 30 minutes | book m=90
half an hour | book m=30
in 2 hours | book d=22 t=12:00
noon tomorrow | book d=23 t=12:00
midnight | book ask d=23 t=00:00
tomorrow 6 | book d=23 ask
tomorrow at 3 | book d=23 t=15:00
tomorrow evening 6 | book d=23 t=18:00
today 7am | book d=22 ask
by 11 am | book b=11:00
around 4 pm | book t=16:00
7pm onwards | book a=19:00
after lunch tomorrow | book d=23 a=14:00
any time tomorrow | book d=23
12 noon | book t=12:00
# time mixed
tomorrow 6.30ku | book d=23 ask
evening 6 mani | book t=18:00
morning பத்து மணிக்கு | book t=10:00
6pm ku mela | book a=18:00
night எட்டு மணி | book t=20:00
2 hours court venum | book court m=120
7 to 8 maalai | book t=19:00 m=60 p=evening
`;
