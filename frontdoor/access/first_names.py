"""First names and surnames common in the United Kingdom, in lower case without accents, for finding them in free text.

Compiled for Frontdoor by hand: broad rather than long. A name that is not here is still found beside a title or a cue.
"""

from frontdoor.access.word_lists import words_in

FIRST_NAMES = words_in(
    """
    aaron abigail adam adrian agnes alan alastair albert alex alexander alexandra alfie alison allan amanda amelia amy andrea
    andrew andy angela angus anita ann anna anne annette annie anthony antony arthur ashley audrey barbara barry beatrice ben
    benjamin bernadette bernard beryl beth bethany betty beverley bob bobby brenda brian bridget bruce bryan callum cameron
    carl caroline catherine cathy cecil charles charlie cheryl chloe chris christina christine christopher claire clare clive
    colin connor craig cynthia daniel danielle danny daphne darren dave david deborah debbie deirdre denise dennis derek diana
    diane dominic donald donna doreen doris dorothy douglas duncan dylan edith edward edwin eileen elaine eleanor elizabeth ella
    ellen ellie elsie emily emma eric ernest esther ethan eva evelyn felicity fiona frances francis fred freddie frederick gail
    gareth gary gavin gemma geoff geoffrey george georgina gerald gerard gillian gladys glenda glenn gordon graeme graham greg
    gregory gwen hannah harold harriet harry helen henry hilary hilda howard hugh hugo ian imogen irene isaac isabel
    isabella jackie jacob jacqueline jake james jamie jane janet janice jason jayne jean jeff jeffrey jemma jennifer
    jenny jeremy jessica jill jim jimmy joan joanna joanne joe joel john johnny jon jonathan jordan joseph josephine josh joshua
    joyce judith judy julia julian julie justin karen karl kate katherine kathleen kathryn kathy katie kayleigh keith kelly ken
    kenneth kerry kev kevin kieran kim kimberley kirsty kyle laura lauren laurence lawrence leah leanne len leo leonard leslie
    lesley lewis liam lillian linda lindsay lisa lorna lorraine louis louise lucas lucy luke lynda lynn lynne madeleine maisie
    malcolm mandy marcus margaret maria marian marie marilyn marion marjorie martha martin martyn mary mathew matt matthew maureen
    mavis megan melanie melissa michael michelle mick mike millie mollie molly monica muriel nancy naomi natalie natasha nathan
    neil nicholas nicky nicola nicole nigel noah noel nora norma norman oliver olivia oscar owen pamela patricia patrick paul paula
    pauline pete peter phil philip phillip phillipa phoebe phyllis rachael rachel ralph raymond rebecca reginald rhoda richard
    rita robert roberta roderick rodney roger ron ronald rosie ross roy rupert russell ruth ryan sally sam samantha samuel
    sandra sara sarah sean sebastian shane shannon sharon shaun sheila shirley simon sonia sophia sophie stacey stan stanley stella
    stephanie stephen steve steven stewart stuart susan susannah suzanne sylvia tanya ted teresa tessa theo theresa thomas timothy
    tina toby tom tommy tony tracey tracy trevor trish tyler valerie vanessa vera vernon veronica vicky vincent wayne wendy
    wilfred william winifred yvonne zachary zara zoe
    ava archie charlotte chantelle freya harvey alfred layla leila mia scarlett kirstie jodie shaunagh karim debra
    edna enid ethel freda gertie hettie hilary horace hubert ida jed jock kitty lottie lydia maud maude mildred minnie mona
    myra myrtle nellie nettie olwyn percy percival peggy rosalind rosalie roxanne sheryl shaz chaz baz gaz daz kaz loz tess thelma tilly
    una ursula wilma winnie alana alexis alicia alisha anneka antonia bernice bianca brendan bronagh cassandra celia
    clarissa claudia cleo clifford clement constance cora corinne cyril darrell darryl denis dexter eddie edgar elijah elise eliza
    emilia emilie ernie ervin estelle eugene evan fergal finley floyd georgie gilbert giles greta harley
    hattie heidi henrietta herbert hollie horatio imelda ines ingrid isobel ivan jared jayden jenna jeremiah jerome jerry
    jez joey jordana juliet juliette kaitlyn kara katy kayla keeley keira kendra kris krystal kurt kylie lara larry lenny leona leticia
    libby lionel liz lizzie logan lois lorenzo lorna lyn mabel maddie maisy marcella margery margot mariah marian marina marissa
    marvin maud melvin mia mikey miranda mitch mohammad moira morton nadine nell nelly nikki norah ollie oswald otto
    patsy paulette petra philippa quentin raquel rebekah reece reggie rhonda ricky ritchie robbie robyn rochelle roland
    rosanna rosina rowena roxy rufus sabrina sadie samson saskia sasha selina serena shane sharron shaunna sheridan sherry shirl
    silvia simone sophy stefan stuart susie suzie sybil tabitha tamara tamsin tania tanisha tara tessie tiffany tilda tomas tracie
    travis trina trisha trudy ulrika valentina verity vikki vince virgil vivian vivien vivienne walter wanda wilf willie xander
    xanthe yolanda yvette zachariah zack zander zelda zena
    aisling aoife ciara caoimhe cormac declan eamon eoin fergus finbar fionnuala grainne liadan maeve malachy niall niamh oisin
    orla padraig roisin ruairi saoirse seamus shaughn sinead siobhan
    ailsa alasdair alistair catriona eilidh euan ewan fraser gregor hamish iain innes isla kirsten lachlan mairi mhairi morag
    morven murdo ruaridh rory shona
    aled alun angharad anwen bethan blodwen bronwen bryn carys catrin ceri cerys delyth dewi dilys eirlys elin eluned emrys emyr
    ffion geraint gethin glenys gwenllian gwilym gwyn gwyneth heledd huw idris ieuan ifan iolo iorwerth iwan llinos lowri mair
    mared meinir menna meurig myfanwy nerys nia olwen rhian rhiannon rhodri rhydian rhys sian sioned tegan tegwen tomos
    bhupinder charanjit davinder gurmeet harbhajan harminder joginder karamjit kuldip maninder mohinder paramjit pardeep rajinderpal
    ravinder rupinder satinder simran sukhi sukhjinder sukhjit sukhwinder tejinder varinder amandeep gurbachan gurjit
    aditi aditya aishwarya akash alpa alpesh amitabh ankit anoop anushka apoorva aravind archana ashish ashwin avinash bharat
    bhavesh chandra chandni chetan daksha darshan darshana dhruv divya gaurav geeta girish gopal harish hetal hitesh ila jaya jayshree
    jitendra kalpana kanta karthik kaushik ketan kishore kunal lalita madhav madhu mahesh manish manoj meenakshi mital mitesh naresh
    nilesh nimesh nirmala niraj nikhil nilam padma pallavi parul paresh parvati piyush pratik priyanka puja purnima radha rajendra rajni
    rekha ritesh rupal sachin sadia sanjeev satish savita shailesh shilpa shobha shyam siddharth smita sneha subhash sudha sudhir
    sujata suman surekha tejal trupti umesh urmila vandana varsha venkat vimal vipul vishal yash yogesh
    abida afzal aftab akram aleena aliyah amjad amna areeba arooj ayman azhar bano batool faiza faraz farrukh fawad ghazala
    hafsa hafeez haider hajra haroon hashim hira humayun iffat ijaz ilyas iram ishaq jahangir javaid kabir kaleem khalida khurram kulsoom
    laiba madiha maha malika manzoor masood mehreen mehwish mirza misbah mobeen moeen mubashir mudassar nabeela nadir naila najma naveeda
    nazia nazir noman noor nosheen owais qasim rabia raheela razia rubina sabir sadaf saeed safia sajida samra saqlain shafiq shaheen
    shehzad sumaira tabassum taimur tanzeela tayyab ubaid umair usama wajid waleed wasim yaqoob yasir zaheer zeeshan zohaib zulfiqar
    aaliyah aamir abdul abdullah abid adeel adnan ahmad ahmed aisha akbar ali aliya amina amir amit amrit anand anil anita anjali
    anjum ansar anwar arif arjun arun asad asha ashok asif asim asma atif ayaan ayesha aziz babar balbir baldev balvinder basharat
    bashir bhavna bilal bushra deepa deepak devi dilip dinesh faisal farah farhan farida faruk fatema fatima fauzia ghulam gita
    gurdeep gurpreet gurvinder habib hamid hamza hardeep hari harjit harpreet hasan hassan hina humaira hussain ibrahim imran
    imtiaz inderjit iqbal irfan ishaan ismail jagdeep jagdish jamal jameel jasbir jaspal jaspreet jasvinder jaswinder jatinder
    javed jayesh junaid kamal kamran karim kashif kaur kavita khadija khalid kiran krishna kulwant kuldeep kulvinder lakhbir lakshmi
    lata mahmood mandeep manjit manjula manpreet maryam maya meena meera mehmet mohamed mohammad mohammed mohan mohsin muhammad
    mukesh mumtaz munir mushtaq nadeem nadia naeem narinder nasir nasreen navdeep naveed neha nisha nita omar parminder parveen
    pooja pradeep prakash pravin preeti priya rafiq rahul raj rajesh rajinder rajiv rakesh ramesh rani rashid ravi rehana rehman
    riaz rizwan rohan rohit rukhsana saima sajid salim salma sameer samina sana sandeep sangita sanjay santosh saqib sarfraz satnam
    seema shabana shabir shahid shahnaz shaista shakeel shamim shanti sharif shazia shreya sikander sita sohail sonal sukhdev
    sukhvinder sultana sunil sunita surinder suresh sushila syed tahir tanvir tariq tasneem uma umar usha usman vijay vikram vinod
    waqar waseem yasmin yasmeen yousaf yusuf zahid zahra zainab zakir zubair
    abayomi abidemi adaeze adaobi adanna adeola aderonke adesuwa afia afolabi akin akinyi amaka amarachi anuoluwapo ayo ayodeji ayomide azubuike
    bimbo bolanle bola bolaji chibuzo chidiebere chima chinwe chisom chukwudi damilola dapo dayo ebere ebuka echezona ejike ekene
    eniola esi ezinne fadekemi feyi folarin gbenga gbemisola godwin ife ijeoma ikenna itunu iyabo jide juma kayode kelechi kemi kenechukwu
    kunle lanre lekan makena mbali monisola moses mthunzi nneka nnenna nonso nyasha obiageli ogechi okechukwu oladele olayinka
    olivier oluwadamilola oluwafemi oluwakemi omotola onyeka opeyemi oyinkansola rotimi ruth sade sekai seun sibusiso sizwe
    sipho somto tayo temi temidayo temilade themba thandiwe thulani tinashe tokunbo toyin udo ugochi uzoma wale wanjiku yemi yinka zainabu
    abdi abdirahman ahlam asli ayan farhiya hodan ifrah ikran khadra liban mahad nimco sagal suleiman warsame yonas
    selam tesfaye tigist almaz bereket dawit haile hiwot mehari
    adamu abena abiodun abiola ade adebayo ademola adenike adewale akosua amara ama ayodele babajide bamidele bukola chiamaka
    chidi chidinma chijioke chika chinedu chinonso chioma chukwuma ebele efua ekow emeka emmanuel enitan fatou femi folake
    folasade funmi funke ifeoma ify ikechukwu kehinde kofi kojo kwabena kwadwo kwaku kwame kwasi lola mamadou mariama modupe musa
    ngozi nkechi nnamdi obinna olabisi olu olufemi oluwaseun oluwatobi omolara osagie oyin samba segun seyi simisola sola
    tafadzwa taiwo tendai temitope thabo titilayo tobi tunde uche wanjiru yaw yetunde zanele farai tatenda rutendo
    agata agnieszka aleksandra andrzej aneta ania artur barbara bartosz beata bogdan bozena czeslaw damian danuta darek dariusz
    dominika dorota edyta elzbieta ewa ewelina grazyna grzegorz halina henryk irena iwona jacek jadwiga jakub janina janusz
    jarek jaroslaw jerzy joanna jolanta jozef justyna kamil karolina kasia katarzyna kazimierz krystyna krzysztof leszek lukasz
    maciej maciek magda magdalena malgorzata marcin marek mariola mariusz marta mateusz michal miroslaw monika pawel piotr przemek
    radek rafal renata ryszard slawomir stanislaw sylwia szymon tadeusz tomasz urszula wieslaw wiktor wojciech wojtek zbigniew
    zofia zuzanna
    andrei bogdan cosmin cristian daniela elena florin gabriela ionut iulia mihai mihaela radu raluca razvan stefan vasile
    dmitri oksana olena ivan svetlana tatiana natalia yulia darius egle giedrius jurgita rasa vytautas inga janis
    ahmet ayse elif emre hasan mustafa leyla mehmet ozlem zeynep hossein parisa reza shirin yasin
    carlos diego fernanda giulia giovanni joao jose juan luca luis marco mateo miguel paolo pedro sofia tiago
    chen jing ling mei ming nguyen thanh thuy wei xiu ying yan zhang
    delroy desmond leroy marcia marlon tyrone winston yvette errol
    """
)
"""Names that are hardly ever anything else: found wherever they stand, capital letter or not."""

AMBIGUOUS_FIRST_NAMES = words_in(
    """
    precious blessing luna rex meg clara obi rosa harris harrison fletcher morris perry jackson ellis danish ned
    comfort jan violet poppy hazel jasmine jade rosemary
    alma amber angel april art ash august autumn bill blake blossom brook brooke bud carol chance charity chase chelsea chester
    christian christy clay cliff crystal daisy dale dawn dean destiny dolly don drew earl eden eve faith fay fern finn flora
    florence ford frank gale gene georgia ginger glen grace grant guy hamilton heath heather holly hope hunter iris ivor ivy jack
    jasper jay jet jo josie joy june kay kent kit lance lee lily lincoln lou love mark mason max may maxine melody mercy miles
    milo misty nat nick norm olive opal page paige pam parker pat patience pearl peg penny pip piper preston prince queenie rae
    ray reg reed regan rich river rob robin rock rod rose rowan ruby rusty sandy scott sid sky skye sonny spencer stacy sterling
    sue summer sunny tate terry tim trent troy val van vic victor victoria viola virginia viv wade warren will willow woody zac
    amal amin dev gill hardy major mo nav rana sunny  vi win
    """
)
"""Names that are words or places too: found only with a capital letter and a cue or a surname."""

SURNAMES = words_in(
    """
    abbott adams ahmed akhtar ali allen anderson andrews armstrong arnold ashton atkins atkinson austin bailey baker ball barker
    barnes barrett bates begum bell bennett berry bhatt bibi bird black booth bradley brooks brown bryant burgess burke burns burton
    butler butt byrne campbell carr carter chambers chapman chaudhry chowdhury clark clarke cohen cole coleman collins cook cooper
    cox crawford cunningham curtis daniels davidson davies davis dawson desai dhillon dixon doherty douglas doyle duffy dunn edwards
    elliott ellis evans farooq ferguson fisher fleming fletcher foster fox francis fraser freeman gallagher gardner george gibson gill
    gordon graham grant gray green greene griffin griffiths hall hamilton hargreaves harper harris harrison hart harvey hawkins hayes
    henderson henry hill holmes hopkins houghton howard howe hughes hunt hunter hussain iqbal islam jackson james jenkins jennings
    johnson johnston johnstone jones joseph joshi kapoor kaur kelly kennedy khan king knight kowalska kowalski kumar lambert lane
    lawrence lawson lee lewis lloyd long lowe macdonald mackenzie mahmood malik marshall martin mason matthews mccarthy mcdonald
    mckenzie mehta miah miller mills mistry mitchell moore morgan morris morrison murphy murray murthy nash nelson newman newton
    nicholson nowak o'brien o'connor o'neill o'sullivan okafor okoro osei owen palmer parker parmar parsons patel patterson payne
    pearce pearson perkins perry peters phillips poole porter powell price pritchard quinn rahman randall rao reed rees reid reynolds
    rhodes richards richardson riley roberts robertson robinson rogers rose ross rowe russell ryan saunders scott shah sharma sharp
    shaw sheikh shepherd siddiqui simpson sims singh slater smith spencer stephens stevens stevenson stewart stone sullivan sutton
    szymanski taylor thakur thomas thompson thomson thornton tucker turner uddin wallace walker walsh walters ward warren watkins
    watson watts webb webster wells west wheeler white whitehead wilkinson williams williamson willis wilson wisniewska wisniewski
    wood woods woodward wright yates young zaman
    """
)
"""Surnames that let a first name, an initial or words without capitals count as a whole name."""
