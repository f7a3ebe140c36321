"""First names that the identity guard knows when they stand alone, folded.

Those of several generations and origins met in France and overseas. Neither list has to
be whole: what stands after a title, or beside a family name, is found without them.
"""

_USUAL = """
aaron abdallah abdelkader abdou abdoul abdoulaye abel abigail ada adama adame adelaide adele
adeline adem adil adolphe adrian adriana adrien adrienne afonso agatha agathe aglae agnes ahmed
aicha aida aimeric ainhoa aissata aissatou akim alain alana alban albane albert alberte
albertine alberto albin alceste aldo alec aleksandra alessandro alessio alex alexandra
alexandre alexandrine alexane alexia alexis alfred alfreda ali alia alice alicia alienor aline
alison alissa alisson alix aliya alizee alois aloise alphonse alphonsine alvaro alvin alya
amadou amael amaia amandine amara amaury ambroise amel amelie amin amina aminata amine amir
amira ana anael anaelle anais anass anastasia anatole andre andrea andreas andree andrei andrew
andy angele angelina angelique angelo anicet anicette anissa anita anna annabelle annaelle
annaick annaik anne annette annick annie anouck anouk anselme anthony antoine antoinette anton
antonia antonin antonine antonio antony arcade aria ariel arij aristide arlette armand armande
armandine armelle arnaud arnold arsene arthur arya asma assia assiya assya astou astrid
athanase athenais aubin aude audrey augusta augustin augustine aure aurelie aurelien auriane
aurianne auxane awa axel axelle aya ayden aylin ayman aymen aymeric ayoub azeline aziz aziza
babacar bachir badis bakary balthazar baptiste baptistine barbara bartolome basile bastian
bastien baudouin beatrice beatrix benedicte benjamin benoit berangere berenice bernadette
bernard bernardette bernardin bertha berthe bertille bertin bertrand betty bilal bilel binta
blaise blandine bogdan bonaventure boniface boris boubacar bouchra brahim brandon brenda briac
brice brieuc brigitte britney bruno bryan calixte calvin cameron camilla camille candice carina
carine carla carlo carlos carmela carole caroline cassandra cassie catalina caterina catherine
cathy cecile cecilia cedric celestin celestine celia celian celina celine chad chahinez chaima
chantal charlene charles charley charlie charlotte chayma cheick cheikh cherif cheyenne chiara
chirine chloe chris christel christelle christian christiane christie christine christophe
christopher cindy clara clarence clarisse claude claudette claudia claudie claudine claudius
claudy clea cleante clelia clemens clement clementin clementine cleo cloe clothaire clothilde
clotilde clovis colette coline colombine conceicao concetta conchita constantin coralie
coralyne corentin corinne cornelia cosette cosima coumba crepin cristiano cristina cyprien
cyriane cyriaque cyrielle cyril cyrille cyrus daisy dalila damian damien dana daniel daniela
daniele daniella danielle danila dany daouda daphne daphnee daren dario dariush david dayana
deborah dede delia delphin delphine denis denisa denise dennis diaby diana didier diego dimitri
dina djamel djamila djeneba djibril dmitri dominika dominique domitille donatien donatienne
donia dora dorian doriane dorine doris dorothee dorothy douae dounia driss duarte duncan dylan
echat eddie eddy edelweiss edgar edgard edith edmee edmond edmonde edouard edwige edwin eileen
elea eleanor elena eleonor eleonora eleonore elfried elia eliana eliane elias elie elies
eliette elif elijah elina elinor elio eliot eliott elisa elisabeth elise elisee eliza elizabeth
ella ellie elliot eloane elodie eloi eloise elora elouan elouane elsa elsie elvire elvis elya
elyas elyes emeline emerance emeric emerick emile emilie emilien emilienne emilio emily emma
emmanuel emmanuela emmanuelle emmy emna emrys emy enea enguerrand enora enrick enrique enzo
ephraim erell eric erica erick erika erine ernest ernestine erwan erwann erwin esma esmee
esteban estebane estelle esther ethan etienne etiennette eudes eudoxie eugene eugenie eulalie
eunice euphemie euphrasie eusebe evaelle evan evangeline evariste evelyne evodie expedit fabien
fabienne fabio fabiola fabrice fabricio fadila fadoua faiza fannie fanny fanta fantine faouzia
farah fares farid farida farouk fatema fathia fatih fatiha fatima fatime fatma fatna fatou
fatoumata faustin faustine fayza federico felicie felicien felicienne felix ferdinand ferhat
fernand fernande fernando filip fiona firmin firmine flavie flavien flavio fleurine flora
florent florentin florentine florian floriane florine fortunat fouad foued franca frances
francesca francesco francette francine francis francisco francisque franck francky franco
francois francoise frank frantz fred freddy frederic frederique fulbert gabin gabriel gabriela
gabriele gabriella gabrielle gael gaelle gaetan gaetane gaia gary gaspar gaspard gaston gatien
gauthier gautier gauvain gege genevieve geoffrey geoffroy georges georgette georgina gerald
geraldine gerard gerardine geraud germain germaine germinie gerome gervais gervaise ghislain
ghislaine ghizlane gianni gilbert gilberte gilda gildas gilles gina ginette gino giovanni
giovanny gisele giselle gislaine giulia giuseppe gladys glenn gonzague goran gordon gracianne
gratien graziella gregoire gregory greta grzegorz guenole gueric guilhem guillaume guillemette
gustave guy guylaine guylene gwen gwenael gwenaelle gwendal gwendoline gwendolyn gwenola
gwladys habib habiba hadja hadrien hafid hafida hafsa haitham haithem hakim hakima halima hamed
hamid hamida hamza hana hanae hanane hanna hannah harold haron haroun harry hasna hassan
hassane hassen hassina hatem hayat hector heidi helder helena helene heliodore helmut heloise
henda hendrick henri henrietta henriette henrik henrique herbert hermance hermann hermione
herve hicham hichem hilaire hilary hilda hildegarde hind hippolyte hocine honorat honorine
horace hortense houda houria houssem hubert hugo hugues huguette humbert hussein iban ibrahim
ibrahima ibtissam idir idris idriss idrissa ignace igor iheb ikram ilan ilana ilario ilian
iliana ilias ilona ilyan ilyana ilyas ilyes imad imane imen imran imrane inaya ines iness
ingrid inna ioana ionut irena irene irina irma isaac isabeau isabel isabella isabelle isadora
isaline isaure isidora isidore ismael ismahane ismail ismaila ismet isolde israa issa issam
ivan ivana ivanka ivette iwan izia jacek jacinthe jack jackie jacky jacob jacopo jacotte
jacqueline jacquelyne jacques jad jade jaden jael jaime jalal jalil jamal jamel james jamila
jamy jana jane janet janette janick janine jaouad jaouen jarod jason jawad jayden jayson
jeanine jeanne jeannette jeannick jeannie jeannine jeannot jed jeff jefferson jehan jehanne
jelena jennifer jenny jeremie jeremy jerome jerry jesse jessica jessie jessy jihad jihane jimmy
joachim joan joana joane joanna joanne joanny joao joaquim jocelin joceline jocelyn jocelyne
jodie joe joel joelle joey johan johana johann johanna johanne john johnny jojo jonah jonas
jonathan jordan jordane jorge joris jorys jose josee josefa joseph josepha josephe josephine
josephte josette joshua josian josiane josias josie josselin josseline josue jovany joy joyce
juan juana judicael judickael judith judy jules julia julian juliana juliane julianne julie
julien julienne juliet juliette julio justin justina justine kacper kader kadiatou kadidia
kadidiatou kaina kais kalidou kalil kamel kamelia kamil kamila kamilia kamilla karel karelle
karen karim karima karin karina karine karl karolina kassandra kassim kassym katarina katarzyna
kate katel katell katerina kathleen kathy katia katie katy kayla kaylia keith kelian kelly
kelvin kelya kenan kendra kenny kenza kenzi kenzo ketty kevin kevyn keziah khadidja khadija
khadim khady khaled khalid khalil khawla kheira kiara kilian killian kim kimberley kimberly
kira kirill klara klaus klea kleber kloe konrad kouassi koumba krystyna kseniya kurt kyara kyle
kylian kyllian laetitia laetycia lahcen laila lais lalie lambert lana lancelot landry lara
laszlo latifa laura laurana lauranne laure laureen laureline lauren laurence laurene laurent
laurenzo laurette lauriane laurianne laurie laurine lauryn laurys lazare lea leana leandre
leandro leane leanne leea leena leila leina leith lena lenaic lenny leny leo leocadie leon
leona leonard leonardo leonce leone leonid leonie leonore leontine leopaul leopold leopoldine
leslie leticia levana lewis leyla leyna lia liam lidia lidwine lila lilas lili lilia lilian
liliana liliane lilie lilith lillian lilly lilou lilwenn lily lilya lina linda lindsay line
linette linh lino lio lionel lisa lisandro lisbeth lise lisette lison lissandro livia livio
liza lizzie loan loana loane loann loanne loeiza loic loick lola lolita lorena lorenza lorenzo
lorette lorie lorine loris lorna lothaire lou louan louane louanne louay loubna loucas louen
louenn lougann louis louisa louise louisette louison louka loukas louna lounes lounis luan
luana lubin luc luca lucas lucette lucia lucian luciana luciano lucie lucien lucienne lucile
lucille lucinda lucinde ludivine ludmila ludmilla ludo ludovic ludwig lugdivine luigi luis
luisa luiza luka lukas luke lulu luna lupe lurdes lyam lyana lydia lydie lydwine lylia lylou
lyna lynda lyne lysiane lyssandre maceo macha madeleine madeline madina mady madyson mae mael
maelan maelie maeline maelis maelle maellie maely maelya maelys maeva magali magalie magda
magdalena magdeleine magloire maguelone maguy mahault mahdi mahe mahmoud maily mailys maimouna
maissa maissane maite makan malak malek malia malik malika mallory malone malorie malory
malvina malvyna mamadou mandy manech manel manoel manolo manon manu manuel manuela mara marc
marceau marcel marcela marcelin marceline marcelino marcella marcelle marcellin marcia marcin
marco marcos marcus marek margaret margareth margarida margarita margaux margerie margot
margotte margrit maria mariam mariama mariame marianna mariannick marie mariella marielle
marielou mariem marien mariette marijo marilou marilyn marilyne marilys marina marinette
marinus mario marion marios marisa marise marisol marissa maritza marius mariusz mariya
marjorie marko markus marlene marley marlon marlyse marta martha marthe martial martialle
martin martina martine martinho martino maruschka marvin marvyn marwa marwan marwane mary
maryam maryama maryanne marylene maryline marylou maryna maryse maryvonne massimo mateo mateus
mateusz matheline matheo mathias mathieu mathilda mathilde mathis mathurin mathys matias
matilda matilde matis matt mattea matteo matthew matthias matthieu matthis mattia maud maude
maudeline maureen maurice mauricette maurin mauro maxence maxim maxime maximilien maxine
maxwell maya mayane mayar mayeul mayline maylis mayron mayssa mayssane medard meddy medhi
medine megan megane mehdi mehmet mei melaine melanie melchior melek melia melina melinda meline
melisande melissa melisse melody melvil melvin melvyn melyna melynda meriadec meriem merlene
merwan meryem meryl messaoud meyline mia micael michael michal michalina michel michele
micheline michelle mickael mickaelle mickey miguel mihai mika mikael mikail mike mila milana
milann milena milhane milla milo milosz mimoun mimouna mina minh mira miranda mireille miriam
miroslav moana moctar modibo modou moez mohamed mohammad mohammed moinaecha moise mokhtar molly
momo mona monia monica monika monique morgan morgane morgann moriba mory mostafa mouad mouhamed
mouloud mouna mounia mounir mourad moussa moustapha muhammad muhammed murat muriel murielle
mustafa mustapha mya mylene mylhan myriam nabil nabila nacer nacim nacima nadege nadejda nader
nadia nadim nadine nadir nadira nael naelle naely nahel nahia nahil naia naila naim naima naina
najat najet najib nala nans naomi nariman naser nasri nasrine nasser nassim nassima nastasia
natacha natalia natalie natanael natascha natasha nathael nathalia nathalie nathan nathanael
nathanaelle nathaniel nawal nawel naya nayel nayla nazim ndeye nediljka nedjma neel nehemie
neil nejma nell nella nelly nelson neomie nesrine nessa nessim nestor neven nevena neyla nezha
nguyen nicholas nick nickie nicklas nico nicola nicolae nicolas nicole nicoletta nicolette
nidal nihad nihel nikita niko nikola nikolai nikos nils nina nino ninon nisrine nissa noa noah
noam noan noe noelie noeline noella noelle noellie noelly noemi noemie noha noham nolan nolann
nolhan nolwen nolwenn nora norah norbert norberto nordine noreen noria norma norman nory
noufissa nouh nour noura nourdine noureddine nouria noussaiba nuno nyla nylan oana oceane
octave octavie octavien odette odile odilon odin ofelia oksana olaf oleg oleksandr olena olga
olimpia olivia olivier oliwia oma omar omayma ombeline omer omeya ondine onesime onur ophelia
ophelie oregane oriana oriane orlando orlane ornella oscar osman osmane othilie othman othmane
otilia otis otman ottilie otto ouafa ouassim ouiam oumaima oumar oumou oumy ousmane owen oya
ozan ozgur pablo padrig palmyre paloma pamela paola paolo paquita pascal pascale pascaline
pasquale patrice patricia patricio patrick patsy paul paula paule pauletta paulette paulin
paulina pauline paulo pauly pedro peggy pelagie penelope pernelle perrin perrine petronille
petru petrus philemon philibert philibertine philip philippe philippine philomene phoebe pia
pierrette pierrick pierrot pietro piotr pol polina pompee prescillia prisca priscilla priscille
quentin quitterie rabah rabea rabha rabia rachel rachid rachida radia radouane radu rafael
rafaela rafaelle raffaele rafik rahma raihane raina raissa ralph rama ramata ramatou
ramatoulaye ramdane rami ramiro ramla ramon ramona ramzi rana rania raouf raoul raphael
raphaele raphaelle raquel rasha rashid ratiba raul rayan rayane rayanne rayhana raymond
raymonde rayna rebecca reda redha redouane redwane regina reginald regine regis reinhard
reinold rejane remi remy rena renaldo renata renate renato renaud rene renee rennie reyane
reynald reynold rhita riad ricardo richard richarda ricky riham rihanna rima rita ritchy riyad
robert roberta roberte roberto robin rocco roch rochdi roderick rodney rodolphe rodrigo
rodrigue rogatien roger rogerio rohan rokhaya roland rolande romain romaissa romane romaric
romeo romuald romy ronald ronan roni ronny rosa rosalba rosalia rosalie rosalina rosalind
rosaline rosana rosane rosanna rosaria rosario roselaine roseline rosella roselyne rosemarie
rosemay rosemonde rosie rosina rosine rosita rosy roxana roxane roxanne ruben rubens rudolf
rudy ruslan ruth ryad ryan ryane ryma saad sabah saber sabine sabri sabria sabrina sabrine
sacha sadek sadia sadio safa saffia safia safiatou safiya safwan sahar said saida saidou saif
sakina salah salem saliha salim salima salimata saliou sally salma salman salome salomon
salvatore samanta samantha samara sami samia samir samira sammy samson samuel samuele samy
sanaa sanae sandie sandra sandrine sandro sandy santino saoussen sara sarah sarita sarra sascha
sasha satine saverio sawsan scarlett scholastique sean sebastian sebastiano sebastien sebti
segolene sekou selena selene selim selima selma selyan semih sephora septime serge sergei
sergio servane severin severine seydou seynabou shaima shaina shana shanna shannon shanon shany
sharon shawn sheila shelly shirel shirine shirley shona siaka sian siana sibylle sid sidonie
siham sihem silas silvana silvere silvia silvio simao simeon simon simona simone simonette
simonne sina sindy sirine sixte sixtine slimane snezana soan sofia sofiane sofie sohan sohane
sohel soilihi soizic solal solange solemne solen solene solenn solenne solina soline solveig
somaya sondos sonia sonny sophie soraya soren souad soufian soufiane souhail souhaila soukaina
souleymane soumaya soumia sounia stan stanislas stanley steeve steeven stefan stefania stefanie
stefano stella stephan stephane stephanie stephen stessy steve steven stevie stuart suzanne
suzel suzette suzie suzon suzy svetlana swann swanny sybille syham sylvain sylvaine sylvana
sylvere sylvette sylvia sylviane sylvianne sylvie sylvio symeon syrine tabatha taha tahar taher
taina talia talya tamara tancrede tanguy tania tanya tara tarek tariq tasnim tasnime tassadit
tatiana tayeb taylor teddy telio teo teodora terence teresa tess tessa thais thea thelio thelma
theo theobald theodora theodore theophane theophile theotime theresa therese theresia thiago
thibaud thibault thibaut thien thierno thierry thom thomas thomasine thor thuy tiago tibor
tidiane tifany tiffanie tiffany tijani tilia timeo timothe timothee timothy timour tina tino
tiphaine tiphanie titouan tobias tom tomas tomasz tommy toni tonin tonio tony toufik tracy
tristan tristana tugdual tyler tyron tyrone ugo ugolin ulrich ulrick ulrika uriel ursula ursule
vadim vahina valentin valentina valentine valeria valerian valeriane valerie valerio valery
valeska vanessa vanina vasco vasile vassili verena veronique vianney vicente vicky victor
victorien victorine vincent vincente vincenzo vinciane viola violaine viorel virgil virgile
virgilio virginie vitalie vito vittoria vittorio vivian viviane vivianne vivien vivienne vlad
vladimir vladislav wadih wael wafa wahib wahiba waldemar walid walter wanda warda warren wassil
wassila wassim wendy werner wesley wilfred wilfrid wilfried wilhelm willem william williams
willy winona wissam wissem wladimir wolfgang xavier xaviere xena xenia yacine yael yaelle yakup
yamina yan yana yanick yanis yaniss yann yanna yannick yannis yara yasin yasmin yasmina yasmine
yassin yassine yassir yazid ydriss yelena yeliz ylan ylana yoan yoann yoanna yohan yohann
yohanna yoko yolaine yolande yolene yonathan yoni yorick yosra youcef younes youness younous
youri yousra yousri youssef youssouf youssra ysaline ysaure ysee yseult yuki yuna yunus yuri
yusuf yvain yvan yvanne yveline yves yvette yvon yvonne yvonnick zacharia zacharie zachary zack
zackary zaher zahia zahir zahra zaid zaina zainaba zaineb zaira zakaria zakariya zakarya zaki
zakia zara zayd zayn zaynab zaza zeineb zelda zelia zelie zenaide zhor zied zineb zinedine zita
zoe zoey zofia zohair zoheir zohra zoltan zora zoubida zoubir zouhair zoulikha zsofia zuleikha
"""
_ORDINARY = """
achille adam aime aimee alan alba alexa alma ambre ange anis apolline ariane auguste aurore
avril bienvenu blanche camelia candide capucine carmen carolina cassandre celeste cerise cesar
claire clemence colombe constance constant corail dahlia desire desiree diane dieudonne dolores
eden esperance eva eve fidele fleur flore florence fortune garance gentiane georgia gloria
grace hermine honore hyacinthe ida iris isis jan jasmin jasmine jean jesus jude junior juste
ken lin lois lorraine madison maia malo marguerite marianne marin marine marjolaine max melodie
mercedes milan mirabelle modeste myrtille nancy narcisse olive olympe parfait parfaite patience
perle pierre placide prosper prudence prune roman rose rosette salvador sam sana santiago
saturnin savannah serena sidney sophia sydney sylvestre tim ulysse urbain valence vanille venus
vera victoire victoria violette virginia vital zion
"""

USUAL = frozenset(_USUAL.split())
"""First names that are hardly anything else once they begin with a capital."""
ORDINARY = frozenset(_ORDINARY.split())
"""First names that are a word, a place, a medicine, a tool or a day too: they count only
where what stands around them speaks of a person."""
AFTER_A_HYPHEN = frozenset({"france", "jo", "lou", "may"})
"""What ends a double first name and is none alone: Marie-France."""
