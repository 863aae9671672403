import javax.script.ScriptEngineManager

def winnow = new ScriptEngineManager().getEngineByName("winnow")
winnow.put("winnow.folder", folder)
winnow.put("cut", 0.5)
winnow.put("names", ["x", "y"])

def results = winnow.eval('''
    param names = [x]
    toy moons = moons events=1000 noise=0.2
    split moons into train=50% test=50%
    train ld = lda on moons vars=names
    region good on moons.test { cut "score" : ld > cut }
    roc ld on test
    hist h in good : x bins=10 range=-2..3
''')

def auc = results.result("roc", "ld").number("auc")
def events = winnow.get("h").sum { it.histogram().entries() }
def model = winnow.get("ld")
println "auc ${auc}, ${events} events, score ${model.score(0.5f, 0.1f)}"
