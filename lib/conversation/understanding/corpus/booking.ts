export const booking = `
# book ta
நாளைக்கு கோர்ட் வேணும் | book court d=23
நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும் | book court d=23 t=18:00
இன்னைக்கு ராத்திரி எட்டு மணிக்கு ஷட்டில் கோர்ட் புக் பண்ணுங்க | book court d=22 t=20:00
சனிக்கிழமை காலை ஏழு மணிக்கு கோர்ட் வேணும் | book court d=28 t=07:00
ஞாயித்துக்கிழமை விளையாட கோர்ட் இருக்கா | book court ask
வெள்ளிக்கிழமை மாலை ஆறரை மணிக்கு பேட்மிண்டன் கோர்ட் | book court d=27 t=18:30
நாளைக்கு டாக்டரைப் பார்க்கணும் | book doctor d=23
அம்மாவுக்கு நாளைக்கு அப்பாயிண்ட்மென்ட் வேணும் | book doctor d=23 for=mother
என் மகனுக்கு காய்ச்சல், டாக்டர பாக்கணும் | book doctor for=son
அப்பாவுக்கு டாக்டர்கிட்ட காட்டணும் | book doctor for=father
குழந்தைய காட்டணும் | book doctor for=other
டாக்டர் பிரியா நாளைக்கு இருக்காங்களா | book doctor d=23
முன்பதிவு செய்ய வேண்டும் | book
முன்பதிவு | book
புதிய முன்பதிவு | book
ஸ்லாட் இருக்கா | book
நாளைக்கு காலியா இருக்கா | book d=23
கோர்ட் போடுங்க | book court
டோக்கன் போடணும் | book doctor
ரெண்டு மணி நேரத்துக்கு கோர்ட் வேணும் | book court m=120
ஒன்றரை மணி நேரம் கோர்ட் வேணும் நாளைக்கு | book court d=23 m=90
நாளைக்கு சாயங்காலம் அஞ்சு மணிக்கு டாக்டர் மீனா | book doctor d=23 t=17:00
செவ்வாய்க்கிழமை காலை பதினொன்னு மணிக்கு தோல் டாக்டர் | book doctor d=24 t=11:00
புதன்கிழமை மாலை டாக்டர் கார்த்திக் அப்பாயின்ட்மென்ட் | book doctor d=25 p=evening
மனைவிக்கு வியாழக்கிழமை டாக்டர் அப்பாயிண்ட்மென்ட் போடுங்க | book doctor d=26 for=wife
பாட்டிக்கு உடம்பு சரியில்லை டாக்டர் பாக்கணும் | book doctor for=other
எனக்கு தலைவலி டாக்டரைப் பார்க்க வேண்டும் | book doctor for=self
நாளை மறுநாள் மாலை கோர்ட் கிடைக்குமா | book court d=24 p=evening
25ஆம் தேதி காலை 10 மணிக்கு டாக்டர் அப்பாயின்ட்மென்ட் | book doctor d=25 t=10:00
டிசம்பர் 10 மாலை ஆறு மணி கோர்ட் | book court d=12-10 t=18:00
ஏதாவது டாக்டர் இருக்காரா இன்னைக்கு | book doctor d=22
ரெண்டாவது கோர்ட் நாளைக்கு ஏழு மணிக்கு வேணும் | book court d=23 ask
கோர்ட் 3 நாளைக்கு இரவு 8 மணி | book court d=23 t=20:00
நாளைக்கு ஆறு மணிக்கு மேல கோர்ட் இருக்கா | book court d=23 a=18:00
திங்கட்கிழமை மதியம் இரண்டு மணிக்கு கோர்ட் வேண்டும் | book court d=23 t=14:00
மகளுக்கு தோல் அலர்ஜி, டாக்டர் வேணும் | book doctor for=daughter
கணவருக்கு நாளைக்கு காலை டாக்டர் | book doctor d=23 p=morning for=husband
நாளைக்கு ஷட்டில் விளையாடணும் | book court d=23
வார இறுதியில் கோர்ட் இருக்கா | book court ask
# book tanglish
naalaiku court venum | book court d=23
inniku night court free ah irukka | book court d=22 p=night
sani kizhamai kaalaila 7 maniku court podunga | book court d=28 t=07:00
nalaiku maalai 6 mani court book pannunga | book court d=23 t=18:00
velli kelama evening 6.30ku shuttle court venum | book court d=27 t=18:30
doctor kitta kaatanum naalaiku | book doctor d=23
ammavuku doctor appointment venum naalaiku kaalaila | book doctor d=23 p=morning for=mother
paiyanuku juram doctor paakanum | book doctor for=son
ponnuku skin allergy, meena doctor irukangala | book doctor for=daughter
appaku budhan kizhamai doctor appointment podanum | book doctor d=25 for=father
priya doctor innaiku irukara | book doctor d=22
karthik doctor naalaiku kaalai 10 maniku | book doctor d=23 t=10:00
slot irukka naalaiku | book d=23
kaali ah irukka | book
court kidaikuma nalaiku saayangalam | book court d=23 p=evening
rendu mani neram court venum naalaiku 6 mani lerndhu | book court d=23 m=120 ask
onnarai mani neram court | book court m=90
naalaiku 5 mani ku shuttle vilayadanum | book court d=23 t=17:00
book pannanum | book
court book pannanum | book court
token podanum | book doctor
appointment venum | book doctor
naalaiku ettu maniku night court iruka | book court d=23 t=20:00
thingal kizhamai maalai 7 mani | book d=23 t=19:00
viyazhan annaiku evening 5 mani doctor | book doctor d=26 t=17:00
indha velli maalai aaru mani court | book court d=27 t=18:00
naalaiku 6 mani munnadi court iruka | book court d=23 b=18:00
naalaiku 6 mani ku apram free ah | book d=23 a=18:00
naalaiku saayangalam 4 to 6 court | book court d=23 t=16:00 m=120
wife ku doctor paakanum | book doctor for=wife
husband ku appointment podunga velli kizhamai | book doctor d=27 for=husband
enakku innaiku doctor appointment venum | book doctor d=22 for=self
thathaku muthugu vali doctor venum | book doctor for=other
dec 3 thethi court venum | book court d=12-03
25am thethi kaalai 10 maniku doctor | book doctor d=25 t=10:00
court no 2 naalaiku night 9 mani | book court d=23 t=21:00
3 naal kazhichu court venum | book court d=25
ethavathu doctor irukangala ippo | book doctor d=22
naalai maru naal kaalaila court | book court d=24 p=morning
mathiyam 3 maniku court iruka inniku | book court d=22 t=15:00
nalaiku 7pm court | book court d=23 t=19:00
nyayiru kizhamai kaalaila 6 mani court | book court d=29 t=06:00
sani nyayiru court free ah | book court ask
# book en
I want to book a court tomorrow at 6pm | book court d=23 t=18:00
book a badminton court for saturday evening | book court d=28 p=evening
court tomorrow 6 am | book court d=23 t=06:00
can i get a court tonight at 8 | book court d=22 t=20:00
need a doctor appointment tomorrow morning | book doctor d=23 p=morning
I want to see Dr Priya on friday | book doctor d=27
appointment for my mother tomorrow at 11 am | book doctor d=23 t=11:00 for=mother
my son has fever, need doctor today | book doctor d=22 for=son
is dr karthik available on wednesday morning | book doctor d=25 p=morning
any slots free tomorrow evening? | book d=23 p=evening
book court for 2 hours tomorrow from 5pm | book court d=23 t=17:00 m=120
court from 6 to 8 pm tomorrow | book court d=23 t=18:00 m=120
6-7pm court tomorrow | book court d=23 t=18:00 m=60
day after tomorrow 7:30 pm badminton | book court d=24 t=19:30
book court 2 on monday at 5 pm | book court d=23 t=17:00
is court free after 5 tomorrow | book court d=23 a=17:00
anything before 9 am on saturday? | book d=28 b=09:00
doctor appointment for my wife on 26th at 10:30 | book doctor d=26 t=10:30 for=wife
skin doctor appointment next week thursday | book doctor ask
appointment with Dr. Meena on 24th november 11:20 am | book doctor d=24 t=11:20
I need to consult a doctor | book doctor
book an appointment | book doctor
I want to play badminton tomorrow | book court d=23
shuttle court on sunday morning at 7 | book court d=29 t=07:00
two courts tomorrow at 7 pm | book court d=23 t=19:00
reserve a court on december 5th at 4pm | book court d=12-05 t=16:00
book for daughter tomorrow 5pm doctor | book doctor d=23 t=17:00 for=daughter
appointment for my husband please | book doctor for=husband
book a court for 90 minutes on 27/11 at 6pm | book court d=27 t=18:00 m=90
court availability today | book court d=22
are there any courts available now | book court d=22
earliest doctor slot please | book doctor
any doctor today evening | book doctor d=22 p=evening
next saturday 6pm court | book court t=18:00 ask
this friday 7pm badminton court | book court d=27 t=19:00
a court the day after tomorrow in the morning | book court d=24 p=morning
book half an hour with doctor tomorrow | book doctor d=23 m=30
I would like to book a court for an hour tomorrow noon | book court d=23 t=12:00 m=60
doctor for my grandmother tomorrow | book doctor d=23 for=other
get me a court at 18:30 today | book court d=22 t=18:30
# book mixed
tomorrow 6 mani court book pannunga | book court d=23 ask
monday-ku doctor appointment venum | book doctor d=23
saturday evening court irukka | book court d=28 p=evening
நாளைக்கு evening 6 pm court book பண்ணுங்க | book court d=23 t=18:00
sunday la court free ah | book court ask
சண்டே காலைல கோர்ட் வேணும் | book court p=morning ask
mom ku tomorrow doctor appointment venum | book doctor d=23 for=mother
டாக்டர் appointment tomorrow morning வேணும் | book doctor d=23 p=morning
friday ku 7pm slot irukka | book d=27 t=19:00
today evening shuttle court kidaikuma | book court d=22 p=evening
dad ku karthik doctor appointment on monday | book doctor d=23 for=father
badminton court book pannanum, 2 hrs, tomorrow 5pm | book court d=23 t=17:00 m=120
saturday kaalaila 6 to 8 court venum | book court d=28 t=06:00 m=120
naalaiku morning 10 ku doctor priya | book doctor d=23 t=10:00
25/11 maalai 6 mani court | book court d=25 t=18:00
next week court venum | book court ask
இன்னைக்கு night 9 மணிக்கு court free ah | book court d=22 t=21:00
மண்டே morning doctor slot இருக்கா | book doctor d=23 p=morning
baby ku vaccination podanum naalaiku | book doctor d=23 for=other
# misspelt en
bok a cort tommorow 6pm | book court d=23 t=18:00
i want appoinment with docter tmrw | book doctor d=23
badmiton court wensday evenng 6 | book court d=25 t=18:00
docter apointment thrusday mrng | book doctor d=26 p=morning
court avilable tomorow? | book court d=23
shutle court saterday 7 pm | book court d=28 t=19:00
resedule my booking | reschedule
cansel my appoinment | cancel
pls cancell my boking tmrw | cancel fd=23
wat is the prise for court | price court
adress plz | location
wht r ur timeings | hours
# misspelt tanglish
nalaku evng 6 manikku cort vennum pls | book court d=23 t=18:00
naliku kalai 7mani cort iruka | book court d=23 t=07:00
docter irukangala inaiku | book doctor d=22
canel pannunga bookinga | cancel
tym maathanum | reschedule
viyalakilamai mathiyam 2mani doctor | book doctor d=26 t=14:00
`;
