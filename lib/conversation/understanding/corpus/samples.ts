/** The reference samples and traps. Clock of the whole corpus: Sunday 2026-11-22 10:00 in Chennai. */
export const samples = `
# sample ta
நாளைக்கு மாலை ஆறு மணிக்கு கோர்ட் இருக்கா? | book court d=23 t=18:00 p=evening
நாளை மறுநாள் காலை 6.30 முதல் 8 வரை | book d=24 t=06:30 m=90
வியாழக்கிழமை ஏழேமுக்கால் மணிக்கு | book d=26 ask
வர்ற ஞாயிறு காலைல ஏழு மணி | book d=29 t=07:00
அரை மணி நேரம் லேட் ஆகும் | late m=30
15ஆம் தேதி டாக்டர் இருக்காரா | book doctor d=12-15
டிசம்பர் 5 சனிக்கிழமை மதியம் 12 மணி | book d=12-05 t=12:00
ரெண்டு நாள் கழிச்சு காலைல | book d=24 p=morning
ஏழரை மணிக்கு டோக்கன் போடுங்க | book doctor t=19:30
நாளைக்கு வர முடியாது, வேற நாள் மாத்த முடியுமா | reschedule fd=23
காசு திரும்ப எப்போ வரும் | payment
நெஞ்சு வலி | emergency doctor
௬ மணி மாலை | book t=18:00
காைல 6 மணி | book t=06:00
இரவு 12 மணி நாளைக்கு | book d=24 t=00:00 ask
# sample tanglish
naalaiku saayangaalam 6 mani ku court venum | book court d=23 t=18:00
innaiku night 8 to 10 rendu court | book court d=22 t=20:00 m=120
naalanniku kaalaila aararai maniku | book d=24 t=06:30
sevvai kilamai maalai anjarai | book d=24 t=17:30
2 mani neram court venum | book court m=120
2 maniku court venum | book court t=14:00
oru naalaiku evlo fees | price
6 mani illa 7 mani | book ask
adutha vaaram budhan kizhamai 11 mani | book t=11:00 ask
ammaku appointment venum, kaal vali | book doctor for=mother
velli kizhamai maalai 6ku mela | book d=27 a=18:00 p=evening
Mani doctor irukara | book doctor
vendam | no
cancel pannidunga | cancel
panam kattiten, confirm aagala | payment
ovvoru sunday um kaalai 6-8 | book d=29 t=06:00 m=120
daily kaalaila 6 mani oru maasam | book t=06:00 ask
pathu maniku | book t=10:00
pathu sollunga | other
saringa pannidunga | yes
tamil la pesunga | language
naalaiku 4 mani ku paakalama | book doctor d=23 t=16:00
cancel aana sollunga | waitlist
# sample mixed
sunday 7 mani | book ask
10.30 kaalaila tmrw | book d=23 t=10:30
shuttle court ippo free ah | book court d=22
kuzhandhaiku fever, innaikku doctor paakanum | book doctor d=22 for=other
எனக்கு நாளைக்கு டாக்டர் appointment book பண்ணணும் | book doctor d=23 for=self
# sample en
5/12 evening 5 | book d=12-05 t=17:00
dec 5 sunday | book ask
1st week december any morning | book p=morning ask
# trap ta
ஒரு நாளைக்கு எவ்வளவு | price
2 மணி நேரம் | book m=120
ஏழேமுக்கால் | book ask
அரை மணி | book m=30
கால் வலி | book doctor
மணி சார் இருக்காரா | book
பாத்து சொல்லுங்க | other
6 மணி இல்ல 7 மணி | book ask
6க்கு மேல | book a=18:00
மே 5 | book d=2027-05-05 ask
சரி | yes
வெள்ளி | book d=27
திங்கள் | book d=23
நாளைக்கு வர முடியாது | cancel fd=23
வேண்டாம் | no
இரவு 12 மணி | book ask d=23 t=00:00
ஏழரை | book ask
டிசம்பர் 5 ஞாயிறு | book ask
# trap tanglish
oru naalaiku evlo | price
2 mani neram | book m=120
kaal vali | book doctor
Mani sir irukara | book
naalanniku | book d=24
naalaiku | book d=23
maalai 6 mani | book t=18:00
yaaru | other
6 illa 7 | book ask
rendu court | book court
court 2 | book court
sari | yes
s | other
k | other
mm | other
10 per | book
ezharai | book ask
# trap en
money | other
marriage | other
maybe | other
7/8 | book d=2027-08-07 ask
10:30 | book t=10:30
`;
