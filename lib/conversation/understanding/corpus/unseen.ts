/**
 * A second set, written as other people type and measured once before anything was mended for it. First try on
 * 2026-11-23: 158 of 169 right in every detail (93.5 %).
 */
export const unseen = `
# book any
Hello sir tomorrow evening 5 to 6 court irundha sollunga | book court d=23 t=17:00 m=60
bro nalaiku night 8 ku oru court podu | book court d=23 t=20:00
anna innaiku 7 manikku 2 court kedaikkuma 4 peru varom | book court d=22 t=19:00
sir ammavukku sugar check pannanum doctor epo irupaaru | hours doctor for=mother
akka doctor priya kita naalanniku appointment kedaikkuma | book doctor d=24
hi, need a badminton court this sat 7-9am for 4 players | book court d=28 t=07:00 m=120
Good morning, is there any slot on 24th evening? | book d=24 p=evening
Can you book Dr Meena for me on Saturday around noon | book doctor d=28 t=12:00 for=self
கோர்ட் ஒன்னு நாளைக்கு நைட்டு ஒன்பது மணிக்கு புக் பண்ணி வைங்க | book court d=23 t=21:00
எங்க அப்பாவுக்கு முதுகு வலி, நாளைக்கு காலைல டாக்டரை பார்க்க முடியுமா | book doctor d=23 p=morning for=father
அண்ணா இன்னைக்கு சாயந்திரம் ஷட்டில் கோர்ட் காலியா இருக்கா | book court d=22 p=evening
பாப்பாவுக்கு தடுப்பூசி போடணும் வெள்ளிக்கிழமை வரலாமா | book doctor d=27 for=other
தம்பிக்கு டாக்டர் கார்த்திக்கிட்ட அப்பாயின்மெண்ட் வேணும் புதன் காலை பத்தரைக்கு | book doctor d=25 t=10:30 for=other
weekend la court rate evlo | price court ask
nalaikku kaalayila 6 manilerndhu 8 mani varaikum court venum | book court d=23 t=06:00 m=120
indha sunday evening 4 maniku court book pannidunga | book court d=22 t=16:00
shuttle aadanum naalaiku 5 manikku | book court d=23 t=17:00
court number 4 friday 8 pm | book court d=27 t=20:00
wanna play shuttle tmrw mrng 7 | book court d=23 t=07:00
Book court 1 for 1.5 hours on 30/11 at 7:30pm | book court d=30 t=19:30 m=90
pls block one court for day after tmrw 6.30 pm | book court d=24 t=18:30
doctor tomorow mornin free? | book doctor d=23 p=morning
I'd like to see a skin specialist on tuesday | book doctor d=24
Is Dr.Priya there on Thursday evening? | book doctor d=26 p=evening
appointment for my 5 year old son tomorrow | book doctor d=23 for=son
any court free in the next 2 hours | book court m=120
daily morning 6 to 7 court venum | book court t=06:00 m=60 ask
every saturday 6pm court | book court d=28 t=18:00
ovvoru budhan maalai 7 mani court venum | book court d=25 t=19:00
மாலை 6 மணிக்கு மேல ஏதாவது கோர்ட் இருக்கா நாளைக்கு | book court d=23 a=18:00 p=evening
நாளைக்கு 10 மணிக்கு முன்னாடி டாக்டர் பாக்கணும் | book doctor d=23 b=10:00
டாக்டரை பாக்க டோக்கன் வேணும் | book doctor
மூணு பேருக்கு ஷட்டில் கோர்ட் இன்னைக்கு எட்டு மணிக்கு | book court d=22 t=20:00
வியாழன் மாலை 5:30 டாக்டர் பிரியா ராமன் | book doctor d=26 t=17:30
நாளைக்கு மதியத்துக்கு மேல டாக்டர் இருப்பாரா | book doctor d=23 a=14:00
டிசம்பர் முதல் தேதி கோர்ட் கிடைக்குமா | book court d=12-01
எனக்கு ஒரு மணி நேரம் கோர்ட் போதும் நாளை மாலை நாலு மணிக்கு | book court d=23 t=16:00 m=60 for=self
கோர்ட் 2 சனிக்கிழமை சாயங்காலம் 4 லிருந்து 6 வரை | book court d=28 t=16:00 m=120
naalai kalai 9 mani doctor karthick | book doctor d=23 t=09:00
amma ku check up panna thursday ku token podunga | book doctor d=26 for=mother
en manaiviku skin problem, meena madam kitta kaamikanum | book doctor for=wife
ponnuku fever, innaiku saayandharam 6 ku varalama | book doctor d=22 t=18:00 for=daughter
varum sani kizhamai maalai 4 manikku irandu mani neram court | book court d=28 t=16:00 m=120
velli kizhama raathiri 9 mani court kaaliya | book court d=27 t=21:00
thingakizhamai kalaila 11 maniku priya doctor | book doctor d=23 t=11:00
nov 28 maalai aarara maniku court | book court d=28 t=18:30
28-11-2026 6pm court | book court d=28 t=18:00
court at 19:00 tomorrow | book court d=23 t=19:00
7 o'clock tomorrow evening court please | book court d=23 t=19:00
tomorrow morning at half past nine, doctor | book doctor d=23 t=09:30
# date any
tomorow | book d=23
2morrow mrng | book d=23 p=morning
nalaiki evening | book d=23 p=evening
next to next day | other
coming sunday | book ask
வரும் திங்கள்கிழமை | book d=23
அடுத்த செவ்வாய் | book ask
30ஆம் தேதி | book d=30
30ம்தேதி | book d=30
டிச 8 | book d=12-08
டிசம்பர் பத்தாம் தேதி காலை | book d=12-10 p=morning
Nov 30th | book d=30
30 november 2026 | book d=30
1/12 | book d=12-01
01.12.2026 | book d=12-01
7th dec 4.30pm | book d=12-07 t=16:30
on 2nd december | book d=12-02
wed | book d=25
thurs evening | book d=26 p=evening
fri 6pm | book d=27 t=18:00
feb 31 | book ask
nethu | book ask
monday 23 | book d=23
two days later | book d=24
இன்னும் மூணு நாள்ல | book d=25
naalu naal kalichu | book d=26
oru vaaram apram | book d=29
pongal | book d=2027-01-15 ask
maasa kadaisi | book ask
adutha maasam | book ask
sat or sun | book ask
# time any
6:15pm | book t=18:15
6 30 pm | book t=18:30
8pm | book t=20:00
0830 am | book t=08:30
five thirty in the evening | book t=17:30
quarter past seven at night | book t=19:15
மாலை ஆறே முக்கால் | book t=18:45
மாலை 6.45 | book t=18:45
எட்டரை மணிக்கு காலைல | book t=08:30
நாலரை | book t=16:30
பதினொரு மணி | book t=11:00
pannendu mani | book t=12:00
onbatharai kaalai | book t=09:30
evening anju mani | book t=17:00
5 mani pola | book t=17:00
kaalai 7 to 9 | book t=07:00 m=120
after 7 in the evening | book a=19:00 p=evening
till 9pm | book b=21:00
not before 5pm | book a=17:00
30 mins | book m=30
oru mani neram | book m=60
rendarai mani neram | book m=150
2hrs | book m=120
now | book d=22
udane venum | book d=22
# requests any
Hai cancel my slot | cancel
enoda appointment cancel panniduga | cancel
booking ah cancel panna mudiyuma | cancel
நாளைய புக்கிங்கை கேன்சல் பண்ணனும் | cancel fd=23
today evening court cancel pls | cancel court fd=22
sorry we are not coming today | cancel fd=22
change my slot to 7pm | reschedule t=19:00
naalaiku irukura booking ah naalanniku maathi kudunga | reschedule fd=23 d=24
appointment time konjam maathi tharinga la | reschedule
புக்கிங்கை சனிக்கிழமைக்கு மாத்திக்கலாமா | reschedule d=28
can i come on friday instead of thursday | reschedule fd=26 d=27
prepone pannalama | reschedule
show me my appointments | my-bookings
en token number | my-bookings
நான் போட்ட புக்கிங் என்ன ஆச்சு | my-bookings
court oru hour ku evlo | price court m=60
what's the fee for dr meena | price doctor
ஷட்டில் கோர்ட் வாடகை எவ்வளவு | price court
ur address pls | location
where is the clinic | location doctor
க்ளினிக் எங்க இருக்கு | location doctor
map anupunga | location
when will the doctor come | hours doctor
closing time enna | hours
இன்னைக்கு கிளினிக் இருக்கா | book doctor d=22
sunday open ah | hours ask
நீங்க எப்ப திறப்பீங்க | hours
can i talk to someone | staff
owner number kudunga | staff
ஒருத்தர்கிட்ட பேசணும் | staff
Help me | help
enna panna mudiyum | help
show menu | menu
முந்தைய மெனு | menu
ada po da | other
stop messaging me | stop
இனி மெசேஜ் வேண்டாம் | stop
tamil please | language
இங்கிலீஷ்ல சொல்லுங்க | language
hii | greeting
வணக்கம் சார் | greeting
thank u so much | thanks
thanks bro | thanks
okie | yes
haan | yes
yeah correct | yes
seringa | yes
ஆமாம் சரி | yes
no need | no
வேணாம் பா | no
nahi | other
my grandfather fell down and he is not breathing | emergency for=other
தாத்தாவுக்கு மூச்சு திணறுது | emergency for=other
kuzhandhai visham saptuduchu | emergency
road accident | emergency
severe chest pain | emergency
ambulance venum | emergency
waiting list la podunga | waitlist
traffic la maatikiten, 20 mins late aagum | late m=20
amount debit aachu but confirm aagala | payment
how are you | greeting
asdfghjkl | other
😀😀 | other
`;
