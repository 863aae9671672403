from javax.script import ScriptEngineManager

winnow = ScriptEngineManager().getEngineByName("winnow")
winnow.put("winnow.folder", folder)
winnow.put("cut", 0.5)
winnow.put("names", ["x", "y"])
winnow.put("winnow.columns", {"good": ["x", "ld"]})

results = winnow.eval("""
param names = [x]
toy moons = moons events=1000 noise=0.2
split moons into train=50% test=50%
train ld = lda on moons vars=names
region good on moons.test { cut "score" : ld > cut }
roc ld on test
hist h in good : x bins=10 range=-2..3
""")

auc = results.result("roc", "ld").number("auc")
events = sum([h.histogram().entries() for h in winnow.get("h")])
scores = results.columns("good").values("ld")
print("auc %s, %d events, least score %s" % (auc, events, min(scores)))
