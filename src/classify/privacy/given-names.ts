/** Given names borne in France, folded: the commonest of the civil registers since 1950, hyphenated ones by their first part. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `abdel abdelkader abdellah abdoulaye adam adama adele adeline adil adrian adrien agathe agnes ahmed aicha aime aimee
  alain alan alba alban albane albert alberto alex alexandra alexandre alexia alexis alfred ali alice alicia aline alison
  alix alma alyssa amandine amanda ambre amel amelia amelie amina amine amir amira amy ana anais anastasia andre andrea
  andree andreas angele angelique angelina anissa anita ann anna annabelle anne annick annie anouk anthony antoine
  antoinette antonin antonio apolline arianne ariane aristide armand armelle arnaud arthur asma assia astrid aude audrey
  auguste augustin aurelia aurelie aurelien aurore axel axelle aya ayoub aymeric aziz baptiste barbara basile bastien
  beatrice benedicte benjamin benoit berenice bernadette bernard bertrand betty bilal blanche blandine boris brahim brandon
  brice brigitte bruno bryan calvin camille capucine carine carla carlos carole carolina caroline cassandra catherine
  cathy cecile cecilia cedric celia celine cesar chantal charlene charles charlie charline charlotte chloe chris christel
  christelle christian christiane christine christophe christopher cindy claire clara clarisse claude claudette claudia
  claudine clea clemence clement clementine clotilde colette colin coline constance constant coralie corentin corinne
  cyprien cyril cyrielle cyrille dalila damien daniel daniele danielle danny daphne david deborah delphine denis denise
  diana diane diego dimitri dina djamel dominique dorian doriane dorothee dylan edgar edith edmond edouard edwige elena
  eleonore eleanor elias eliane elie eliette eline eliot elisa elisabeth elise elizabeth ella elodie eloise elsa elvire
  emeline emeric emile emilie emilien emma emmanuel emmanuelle enora enzo eric erica erika ernest erwan erwann esteban
  estelle esther ethan etienne eugenie eva evan eve evelyne ewan ewen fabian fabien fabienne fabio fabrice fadila faiza
  fanny farah farid farida fatiha fatima fatma fatou fatoumata faustine felicie felix ferdinand fernand fernando fiona
  flavie flavien fleur flora florence florent florentin florian floriane florine franck francis francisco franco francois
  francoise frank fred freddy frederic frederique gabin gabriel gabriela gabrielle gael gaelle gaetan gaspard gaston
  gautier genevieve geoffrey george georges georgette gerald geraldine gerard germain ghislain ghislaine gilbert gilles
  gilberte gina giovanni gisele giulia gladys gregoire gregory guilhem guillaume gustave guy gwenael gwenaelle gwendal
  gwendoline habib hadrien hakim hamid hamza hanna hannah hans harry hassan hayat helena helene helia heloise henri
  henriette herve hicham hocine honore hortense houda hugo hugues ibrahim ibrahima idriss ilan ilyas ilyes imane imene
  ines ingrid irene iris isaac isabel isabelle ismael ismail ivan jack jacky jacob jacqueline jacques jade jamal james jamila jan
  jane janine jason jasmine javier jawad jean jeanne jeannine jenifer jennifer jenny jeremie jeremy jerome jessica jessie jessy
  jimmy joachim joanna joao joaquim jocelyn jocelyne joel joelle johan johann johanna john johnny jonas jonathan jordan
  jordane jose joseph josephine josette josiane josselin josue joyce juan judith jules julia julian juliana julie julien julienne
  juliette justin justine kadiatou kamal kamel karen karim karima karin karine karl katia kathleen kelly ken kenny kenza
  kevin khadija khaled killian kilian kim kylian lamia lana lara larissa latifa laura laure laureen laureline laurence
  laurent laurie laurine lea leana leandre leila lena leo leon leonard leonie leopold leslie leyla lila lili lilian liliane
  lilou lily lina linda line lionel lisa lise lisette livia loan loane lois loic lola lorenzo lorraine lou louane louay louis
  louisa louise louna luc luca lucas luce lucette lucia lucie lucien lucienne lucile lucille ludivine ludovic luis luka
  lukas luna lydia lydie lyna lynda mael maeline maelle maelys maeva magali magalie mahamadou maia maia mai malak malik
  malika malo mamadou manel manon manuel manuela mara marc marceau marcel marcelle marco margaux margot marguerite maria
  mariam mariama mariana marianne marie marielle marilyn marilyne marin marina marine mario marion marius marjolaine
  marjorie mark marlene martha marthe martial martin martina martine marwa mary marylene maryline maryse maryvonne mateo
  mathéo matheo mathias mathieu mathilde mathis mathys matteo matthias matthieu matt maud maurice mauricette max maxence
  maxime maximilien maya mehdi melanie melina melinda melissa melodie melody mia michael michel michele micheline michelle
  miguel mika mikael mila milan milena milo mireille miriam moha mohamad mohamed mohammed moise momo mona monica monique
  morgan morgane mouhamed mourad moussa muriel mustapha myriam nabil nacer nadege nadia nadine nael nahla naima naomi nassim
  natacha natalia natasha nathalie nathan nathanael nelly nelson nicolas nicole nina nino noa noah noam noe noel noelie noelle
  noemie nolan nolwenn nora norbert nordine norman nour noura ocean oceane octave odette odile olga olivia olivier ombeline ondine
  orane oriane oscar otto ousmane pablo paloma pamela paola pascal pascale patrice patricia patrick paul paula paulette paulin
  pauline pedro penelope perrine peter philippe pierre pierrette pierrick pol prisca priscilla prune quentin rachel rachid
  rachida rafael rahma raissa rania raoul raphael raphaelle rayan raymond raymonde rebecca regina reginald regine regis reine
  remi remy renaud rene renee richard rita robert roberto robin rodolphe rodrigue rodrigo roger roland rolande romain romane romeo
  romuald romy ronan rosa rosalie rose roseline roxane ruben ryan sabine sabrina sacha safia said salah salim salima salma salome
  salomon samantha sami samia samir samira sammy samuel sandra sandrine sandy santiago sara sarah sasha saskia sean sebastian
  sebastien selena selim selma serena serge sergio severine shana sharon sidonie sihem simon simone sixtine sofia sofiane solal
  solange solene soline solveig sonia sophia sophie soraya souad stan stanislas stella stephan stephane stephanie steve steven
  sullivan suzanne suzette sven sybille sylvain sylvaine sylvette sylvia sylviane sylvie tamara tania tanguy tarik tatiana teddy
  teo tess tessa thaïs thais thea theo theodore theophile therese thibaud thibault thibaut thierry thomas tiago tiffany tim
  timeo timothe timothee tina titouan tom tomas tommy tony tristan ulysse valentin valentine valerie valeria vanessa veronica
  veronique vianney victoire victor victoria vincent violaine violette virgile virginie viviane vivien walid walter warren
  wassim wendy wilfried william wilson xavier yacine yael yanis yann yannick yasmina yasmine yassin yassine yohan yohann yolande
  youcef younes youssef yves yvette yvon yvonne zara zineb zoe zohra
  abby adele alan alistair amber amelia andrew andy angela ann anthea ashley becky ben beth bill bob brad brandon brenda brian
  bruce carl carol charlotte chloe colin craig dan darren dave dawn dean derek donna doug duncan ed edward eileen emily eric
  evelyn fiona gareth gary gavin george gemma gordon graham grace greg hayley heather heidi helen holly howard ian irene isabella
  jackie jake jasmine jeff jen jill jim joan joe jon joyce judy kate katherine kathy katie keith kerry kirsty kyle lauren lee
  lewis liam linda lindsay lynn lucy luke madison margaret megan miles mike molly naomi natalie neil nick nigel oliver owen
  peggy phil rachel ralph ray rebecca rick robyn ron rory ross roy russell ruth sally sam scott shaun sheila simon stacey
  stephen stewart stuart sue susan tanya terry tim toby todd tom tracy trevor vicky wayne zach`.split(/\s+/),
)
