# title: The lair
# world: lair
# played: Spike
# content note: captivity, blood, a wish to die. Told as a rescue.

Content note: captivity, blood, a wish to die. Told as a rescue.
Spike wanted to be whole again, and to have no hand in what was done to a captive in this house.
-> place_0

=== place_0 ===
+ [Keep his eyes on the floor.]
  Spike kept his eyes on the floor, where nobody could read what was in them.
  Angelus looked Spike up and down and mocked him for sitting there. “Still sitting? What a life you lead.”
  Something in Spike turned, and what it turned into was loathing.
  Angelus and Drusilla went out to hunt, and the door slammed behind them.
  What Spike had hoped for, a whole century long, died with the sound of the door.
  The blood on the floor was drying, and the waste of it made him angry enough to dare anything.
  -> place_1
+ [Wait.]
  Angelus looked Spike up and down and mocked him for sitting there. “Still sitting? What a life you lead.”
  Something in Spike turned, and what it turned into was loathing.
  -> place_2

=== place_1 ===
+ [Throw himself out of the chair and down the two steps.]
  Spike threw himself out of the chair and down the two steps, and it hurt.
  -> place_3

=== place_2 ===
+ [Keep his eyes on the floor.]
  Spike kept his eyes on the floor, where nobody could read what was in them.
  Angelus and Drusilla went out to hunt, and the door slammed behind them.
  What Spike had hoped for, a whole century long, died with the sound of the door.
  The blood on the floor was drying, and the waste of it made him angry enough to dare anything.
  -> place_1

=== place_3 ===
+ [Crawl across the floor on his arms.]
  Spike crawled across the floor on his arms, an hour of the night, as far as the chains.
  -> place_4

=== place_4 ===
+ [Drink what is left of the pool.]
  Spike drank what was left of the pool, and was ashamed, and went on.
  Feeling came back, and then his legs held.
  Buffy opened her eyes and found that she still hung there, and that the house was quiet.
  -> place_5

=== place_5 ===
+ [Take hold of the dagger that nobody had touched all night.]
  Spike took hold of the dagger that nobody had touched all night, and drew it from the wound.
  Angelus came back and opened the door.
  -> place_6
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_7
+ [Wait.]
  Buffy looked at Spike for a while and asked how it was with him. “There was a pool under me. Was there enough in it? To heal you?”
  -> place_8

=== place_6 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Angelus turned Buffy.
  -> place_9
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  Angelus turned Buffy.
  -> place_10
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_11
+ [Wait.]
  Angelus turned Buffy.
  -> place_12

=== place_7 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 7 # rest
-> END

=== place_8 ===
+ [Take hold of the dagger that nobody had touched all night.]
  Spike took hold of the dagger that nobody had touched all night, and drew it from the wound.
  -> place_13
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  She begged him to kill her, and to leave nothing that anybody could turn. “Then do one thing for me before they come back. He would have no more reason to stay, and my friends would be safe. Please.”
  -> place_14
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_15

=== place_9 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy bled to death.
  -> place_16
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  -> place_17
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_18

=== place_10 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_19

=== place_11 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 11 # rest
-> END

=== place_12 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  -> place_9
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  -> place_10
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_20

=== place_13 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy begged him to kill her, and to leave nothing that anybody could turn. “Then do one thing for me before they come back. He would have no more reason to stay, and my friends would be safe. Please.”
  -> place_21
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  Buffy begged him to kill her, and to leave nothing that anybody could turn. “Then do one thing for me before they come back. He would have no more reason to stay, and my friends would be safe. Please.”
  -> place_22
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  She begged him to kill her, and to leave nothing that anybody could turn. “Then do one thing for me before they come back. He would have no more reason to stay, and my friends would be safe. Please.”
  -> place_23
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_24
+ [Wait.]
  Buffy begged Spike to kill her, and to leave nothing that anybody could turn. “Then do one thing for me before they come back. He would have no more reason to stay, and my friends would be safe. Please.”
  -> place_25

=== place_14 ===
+ [Take hold of the dagger that nobody had touched all night.]
  Spike took hold of the dagger that nobody had touched all night, and drew it from the wound.
  Buffy did not mean to weep, but she did.
  -> place_26
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_27
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_28
+ [Wait.]
  Buffy did not mean to weep, but she did.
  -> place_29

=== place_15 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 15 # rest
-> END

=== place_16 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_30

=== place_17 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_31

=== place_18 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 18 # rest
-> END

=== place_19 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 19 # rest
-> END

=== place_20 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 20 # rest
-> END

=== place_21 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy bled to death.
  Angelus came back and opened the door.
  -> place_32
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  Buffy did not mean to weep, but she did.
  -> place_33
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  She did not mean to weep, but she did.
  -> place_34
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_35
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_36
+ [Wait.]
  Buffy did not mean to weep, but she did.
  -> place_37

=== place_22 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  She did not mean to weep, but she did.
  -> place_38
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_39
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_40
+ [Wait.]
  Buffy did not mean to weep, but she did.
  -> place_41

=== place_23 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy did not mean to weep, but she did.
  -> place_34
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  Buffy did not mean to weep, but she did.
  -> place_38
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_42
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_43
+ [Wait.]
  Buffy did not mean to weep, but she did.
  -> place_26

=== place_24 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 24 # rest
-> END

=== place_25 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy did not mean to weep, but she did.
  -> place_37
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  Buffy did not mean to weep, but she did.
  -> place_41
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  She did not mean to weep, but she did.
  -> place_26
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_44
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_45

=== place_26 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  His hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_46
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  His hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_47
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_48
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_49
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_50

=== place_27 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_51

=== place_28 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 28 # rest
-> END

=== place_29 ===
+ [Take hold of the dagger that nobody had touched all night.]
  Spike took hold of the dagger that nobody had touched all night, and drew it from the wound.
  His hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_50
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_52
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_53
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_54

=== place_30 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 30 # rest
-> END

=== place_31 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 31 # rest
-> END

=== place_32 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_55
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_56

=== place_33 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  His hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_57
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_58
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_59
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_60

=== place_34 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy bled to death.
  Angelus came back and opened the door.
  -> place_61
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  His hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_57
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_62
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_63
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_46

=== place_35 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_64
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_65

=== place_36 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 36 # rest
-> END

=== place_37 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy bled to death.
  Angelus came back and opened the door.
  -> place_66
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  His hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_60
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  His hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_46
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_67
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_68
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_69

=== place_38 ===
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_70
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_71
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_47

=== place_39 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_72
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_73

=== place_40 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 40 # rest
-> END

=== place_41 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  His hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_47
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_74
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_75
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  He felt what Buffy felt and was no longer as hard as everybody said.
  -> place_76

=== place_42 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_77

=== place_43 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 43 # rest
-> END

=== place_44 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_78
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_79

=== place_45 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 45 # rest
-> END

=== place_46 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy bled to death.
  Angelus came back and opened the door.
  -> place_80
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  -> place_57
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_81
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_82

=== place_47 ===
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_83
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_84
+ [Wait.]
  Buffy did not mean to weep, but she did.
  -> place_85

=== place_48 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_86

=== place_49 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 49 # rest
-> END

=== place_50 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  -> place_46
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  Buffy did not mean to weep, but she did.
  -> place_85
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_87
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_88

=== place_51 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 51 # rest
-> END

=== place_52 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_89

=== place_53 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 53 # rest
-> END

=== place_54 ===
+ [Take hold of the dagger that nobody had touched all night.]
  Spike took hold of the dagger that nobody had touched all night, and drew it from the wound.
  -> place_50
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_90
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_91

=== place_55 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_92

=== place_56 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 56 # rest
-> END

=== place_57 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  She bared her throat, as she would have done for nobody else in that house. “Take it. You need it more than I do. And then run, so that he cannot hurt you for it.”
  Nobody had done so much for Spike in a hundred years.
  -> place_93
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_94
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_95

=== place_58 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_96
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_97
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_98

=== place_59 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 59 # rest
-> END

=== place_60 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  She bared her throat, as she would have done for nobody else in that house. “Take it. You need it more than I do. And then run, so that he cannot hurt you for it.”
  Nobody had done so much for Spike in a hundred years.
  -> place_99
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_57
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_100
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_101

=== place_61 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_102

=== place_62 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_103

=== place_63 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 63 # rest
-> END

=== place_64 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_104

=== place_65 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 65 # rest
-> END

=== place_66 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_105
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_106

=== place_67 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_107
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_108

=== place_68 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 68 # rest
-> END

=== place_69 ===
+ [Drink what comes from the wound.]
  Spike drank what came from the wound, and no more than he needed.
  Buffy bled to death.
  Angelus came back and opened the door.
  -> place_109
+ [Close the wound with more care than anybody had taught him.]
  Spike closed the wound with more care than anybody had taught him.
  -> place_60
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_46
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_110
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_111

=== place_70 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_112

=== place_71 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 71 # rest
-> END

=== place_72 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_113

=== place_73 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 73 # rest
-> END

=== place_74 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_114
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_115

=== place_75 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 75 # rest
-> END

=== place_76 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  She did not mean to weep, but she did.
  -> place_85
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_116
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_117
+ [Wait.]
  Buffy did not mean to weep, but she did.
  -> place_118

=== place_77 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 77 # rest
-> END

=== place_78 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_119

=== place_79 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 79 # rest
-> END

=== place_80 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_120

=== place_81 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_121

=== place_82 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 82 # rest
-> END

=== place_83 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_122
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_123

=== place_84 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 84 # rest
-> END

=== place_85 ===
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_124
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_125
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  -> place_126

=== place_86 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 86 # rest
-> END

=== place_87 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_127

=== place_88 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 88 # rest
-> END

=== place_89 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 89 # rest
-> END

=== place_90 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_128

=== place_91 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 91 # rest
-> END

=== place_92 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 92 # rest
-> END

=== place_93 ===
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_129
+ [Shake his head and give Buffy his word.]
  Spike shook his head and gave Buffy his word, though by every habit he should have taken what was offered. “No. I will get us out of here. Both of us, before they are back and before it is light.”
  -> place_130
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_131

=== place_94 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_132
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_133

=== place_95 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 95 # rest
-> END

=== place_96 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_134
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_135

=== place_97 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_136
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_137

=== place_98 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 98 # rest
-> END

=== place_99 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_93
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_138
+ [Shake his head and give Buffy his word.]
  Spike shook his head and gave Buffy his word, though by every habit he should have taken what was offered. “No. I will get us out of here. Both of us, before they are back and before it is light.”
  -> place_139
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_140

=== place_100 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_141
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_142
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_143

=== place_101 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 101 # rest
-> END

=== place_102 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 102 # rest
-> END

=== place_103 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 103 # rest
-> END

=== place_104 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 104 # rest
-> END

=== place_105 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_144

=== place_106 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 106 # rest
-> END

=== place_107 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_145

=== place_108 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 108 # rest
-> END

=== place_109 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_146
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_147

=== place_110 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_148
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_149

=== place_111 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 111 # rest
-> END

=== place_112 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 112 # rest
-> END

=== place_113 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 113 # rest
-> END

=== place_114 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_150

=== place_115 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 115 # rest
-> END

=== place_116 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_151
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_152
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_153

=== place_117 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 117 # rest
-> END

=== place_118 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  His hand went up before there was a thought behind it, and caught a tear.
  -> place_126
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_154
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_155
+ [Wait.]
  Spike’s hand went up before there was a thought behind it, and caught a tear.
  -> place_156

=== place_119 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 119 # rest
-> END

=== place_120 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 120 # rest
-> END

=== place_121 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 121 # rest
-> END

=== place_122 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_157

=== place_123 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 123 # rest
-> END

=== place_124 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_158
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_159

=== place_125 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 125 # rest
-> END

=== place_126 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  She bared her throat, as she would have done for nobody else in that house. “Take it. You need it more than I do. And then run, so that he cannot hurt you for it.”
  Nobody had done so much for Spike in a hundred years.
  -> place_160
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_161
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_162

=== place_127 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 127 # rest
-> END

=== place_128 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 128 # rest
-> END

=== place_129 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_163

=== place_130 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_164
+ [Lift Buffy and carry her out through the door.]
  Spike lifted Buffy and carried her out through the door, and she let it happen.
  -> place_165

=== place_131 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 131 # rest
-> END

=== place_132 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_166

=== place_133 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 133 # rest
-> END

=== place_134 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_167

=== place_135 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 135 # rest
-> END

=== place_136 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_168

=== place_137 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 137 # rest
-> END

=== place_138 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_169
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_170

=== place_139 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_130
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_171
+ [Lift Buffy and carry her out through the door.]
  Spike lifted Buffy and carried her out through the door, and she let it happen.
  -> place_172

=== place_140 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 140 # rest
-> END

=== place_141 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_173
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_174

=== place_142 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_175
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_176

=== place_143 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 143 # rest
-> END

=== place_144 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 144 # rest
-> END

=== place_145 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 145 # rest
-> END

=== place_146 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_177

=== place_147 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 147 # rest
-> END

=== place_148 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_178

=== place_149 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 149 # rest
-> END

=== place_150 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 150 # rest
-> END

=== place_151 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_179
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_180

=== place_152 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_181
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_182

=== place_153 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 153 # rest
-> END

=== place_154 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_183
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_184
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_185

=== place_155 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 155 # rest
-> END

=== place_156 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  She bared her throat, as she would have done for nobody else in that house. “Take it. You need it more than I do. And then run, so that he cannot hurt you for it.”
  Nobody had done so much for Spike in a hundred years.
  -> place_186
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_126
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_187
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_188

=== place_157 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 157 # rest
-> END

=== place_158 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_189

=== place_159 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 159 # rest
-> END

=== place_160 ===
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_190
+ [Shake his head and give Buffy his word.]
  Spike shook his head and gave Buffy his word, though by every habit he should have taken what was offered. “No. I will get us out of here. Both of us, before they are back and before it is light.”
  -> place_191
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_192

=== place_161 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_193
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_194

=== place_162 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 162 # rest
-> END

=== place_163 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 163 # rest
-> END

=== place_164 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 164 # rest
-> END

=== place_165 ===
+ [Bring Buffy through what is left of the dark to a door that would hold.]
  Spike brought Buffy through what was left of the dark to a door that would hold, with friends behind it.
  -> place_195
+ [Wait.]
  As far as Spike could tell, nothing happened.
  -> place_196

=== place_166 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 166 # rest
-> END

=== place_167 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 167 # rest
-> END

=== place_168 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 168 # rest
-> END

=== place_169 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_197

=== place_170 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 170 # rest
-> END

=== place_171 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 171 # rest
-> END

=== place_172 ===
+ [Bring Buffy through what is left of the dark to a door that would hold.]
  Spike brought Buffy through what was left of the dark to a door that would hold, with friends behind it.
  -> place_198
+ [Wait.]
  As far as Spike could tell, nothing happened.
  -> place_199

=== place_173 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_200

=== place_174 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 174 # rest
-> END

=== place_175 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_201

=== place_176 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 176 # rest
-> END

=== place_177 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 177 # rest
-> END

=== place_178 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 178 # rest
-> END

=== place_179 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_202

=== place_180 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 180 # rest
-> END

=== place_181 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_203

=== place_182 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 182 # rest
-> END

=== place_183 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_204
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_205

=== place_184 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_206
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_207

=== place_185 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 185 # rest
-> END

=== place_186 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_160
+ [Give Buffy death.]
  Spike gave Buffy death.
  Angelus came back and opened the door.
  -> place_208
+ [Shake his head and give Buffy his word.]
  Spike shook his head and gave Buffy his word, though by every habit he should have taken what was offered. “No. I will get us out of here. Both of us, before they are back and before it is light.”
  -> place_209
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_210

=== place_187 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_211
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_212
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_213

=== place_188 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 188 # rest
-> END

=== place_189 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 189 # rest
-> END

=== place_190 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_214

=== place_191 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_215
+ [Lift Buffy and carry her out through the door.]
  Spike lifted Buffy and carried her out through the door, and she let it happen.
  -> place_216

=== place_192 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 192 # rest
-> END

=== place_193 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_217

=== place_194 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 194 # rest
-> END

=== place_195 ===
The story has come to its end. # ending: 195 # goal
-> END

=== place_196 ===
+ [Bring Buffy through what is left of the dark to a door that would hold.]
  Spike brought Buffy through what was left of the dark to a door that would hold, with friends behind it.
  -> place_218

=== place_197 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 197 # rest
-> END

=== place_198 ===
The story has come to its end. # ending: 198 # goal
-> END

=== place_199 ===
+ [Bring Buffy through what is left of the dark to a door that would hold.]
  Spike brought Buffy through what was left of the dark to a door that would hold, with friends behind it.
  -> place_219

=== place_200 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 200 # rest
-> END

=== place_201 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 201 # rest
-> END

=== place_202 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 202 # rest
-> END

=== place_203 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 203 # rest
-> END

=== place_204 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_220

=== place_205 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 205 # rest
-> END

=== place_206 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_221

=== place_207 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 207 # rest
-> END

=== place_208 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_222
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_223

=== place_209 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_191
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_224
+ [Lift Buffy and carry her out through the door.]
  Spike lifted Buffy and carried her out through the door, and she let it happen.
  -> place_225

=== place_210 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 210 # rest
-> END

=== place_211 ===
+ [Tell Buffy the truth.]
  Spike told Buffy the truth, when he could have told her anything: that he was on both feet and no further.
  -> place_226
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_227

=== place_212 ===
+ [Pull until the iron breaks.]
  Spike pulled until the iron broke, and Buffy’s wrists were free.
  -> place_228
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_229

=== place_213 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 213 # rest
-> END

=== place_214 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 214 # rest
-> END

=== place_215 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 215 # rest
-> END

=== place_216 ===
+ [Bring Buffy through what is left of the dark to a door that would hold.]
  Spike brought Buffy through what was left of the dark to a door that would hold, with friends behind it.
  -> place_230
+ [Wait.]
  As far as Spike could tell, nothing happened.
  -> place_231

=== place_217 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 217 # rest
-> END

=== place_218 ===
The story has come to its end. # ending: 218 # goal
-> END

=== place_219 ===
The story has come to its end. # ending: 219 # goal
-> END

=== place_220 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 220 # rest
-> END

=== place_221 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 221 # rest
-> END

=== place_222 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_232

=== place_223 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 223 # rest
-> END

=== place_224 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 224 # rest
-> END

=== place_225 ===
+ [Bring Buffy through what is left of the dark to a door that would hold.]
  Spike brought Buffy through what was left of the dark to a door that would hold, with friends behind it.
  -> place_233
+ [Wait.]
  As far as Spike could tell, nothing happened.
  -> place_234

=== place_226 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_235

=== place_227 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 227 # rest
-> END

=== place_228 ===
+ [Walk out into the night.]
  Spike walked out into the night.
  -> place_236

=== place_229 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 229 # rest
-> END

=== place_230 ===
The story has come to its end. # ending: 230 # goal
-> END

=== place_231 ===
+ [Bring Buffy through what is left of the dark to a door that would hold.]
  Spike brought Buffy through what was left of the dark to a door that would hold, with friends behind it.
  -> place_237

=== place_232 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 232 # rest
-> END

=== place_233 ===
The story has come to its end. # ending: 233 # goal
-> END

=== place_234 ===
+ [Bring Buffy through what is left of the dark to a door that would hold.]
  Spike brought Buffy through what was left of the dark to a door that would hold, with friends behind it.
  -> place_238

=== place_235 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 235 # rest
-> END

=== place_236 ===
Nobody does anything any more, and there is nothing left for Spike to do. Here it rests. # ending: 236 # rest
-> END

=== place_237 ===
The story has come to its end. # ending: 237 # goal
-> END

=== place_238 ===
The story has come to its end. # ending: 238 # goal
-> END
