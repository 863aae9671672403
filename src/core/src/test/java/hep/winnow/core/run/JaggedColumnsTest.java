package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.Nested;
import hep.winnow.core.testing.Nested.Event;
import hep.winnow.core.testing.Nested.Particle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jagged columns from the source to the results, against plain loops over the same events. */
final class JaggedColumnsTest {
    private static final int EVENTS = 1000;
    private static final String READ = "nested a events=1000 weight=w\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void open() {
        macros = new Macros(folder);
    }

    @Test
    void selectsAndComputesAsAPlainLoop() {
        String macro = READ
                + "define good  = jet_pt > 20 and abs(jet_eta) < 1.5\n"
                + "define ht    = sum(jet_pt[good])\n"
                + "define far   = jet_pt[nearest_delta_r(jet_eta, jet_phi, mu_eta, mu_phi) > 1]\n"
                + "region r { cut \"jets\" : count(good) >= 2 and any(mu_pt > 30) }\n"
                + "save r to \"r.csv\" columns=[event, ht, jet_pt[0], nth(mu_pt, 1, default=-1), size(far)]";
        List<String> expected = new ArrayList<>();
        for (Event event : Nested.events(EVENTS)) {
            List<Particle> good = event.jets().stream()
                    .filter(j -> j.pt() > 20 && Math.abs(j.eta()) < 1.5)
                    .toList();
            if (good.size() >= 2 && event.muons().stream().anyMatch(m -> m.pt() > 30)) {
                double ht = 0;
                for (Particle jet : good) {
                    ht += jet.pt();
                }
                double second = event.muons().size() > 1 ? event.muons().get(1).pt() : -1;
                long far = event.jets().stream()
                        .filter(j -> isFar(j, event.muons()))
                        .count();
                expected.add(
                        event.number() + "," + ht + "," + event.jets().get(0).pt() + "," + second + "," + (double) far);
            }
        }
        assertThat(expected).hasSizeGreaterThan(50);
        for (int threads : new int[] {1, 3}) {
            assertThat(macros.run(macro, threads).file("r.csv").lines().skip(1)).containsExactlyElementsOf(expected);
        }
    }

    private static boolean isFar(Particle jet, List<Particle> muons) {
        double nearest = Double.isNaN(jet.eta()) ? Double.NaN : Double.POSITIVE_INFINITY;
        for (Particle muon : muons) {
            double phi = Math.IEEEremainder(jet.phi() - muon.phi(), 2 * Math.PI);
            nearest = Math.min(nearest, Math.sqrt(Math.pow(jet.eta() - muon.eta(), 2) + phi * phi));
        }
        return nearest > 1;
    }

    @Test
    void findsTheBestPairOfMuons() {
        String macro = READ
                + "define i = pair_first(mu_pt)\n"
                + "define j = pair_second(mu_pt)\n"
                + "define m = inv_mass(mu_pt[i], mu_eta[i], mu_phi[i], 0.106, mu_pt[j], mu_eta[j], mu_phi[j], 0.106)\n"
                + "define opposite = mu_q[i]*mu_q[j] < 0 and not isnan(m)\n"
                + "define best = argmin(abs(m[opposite] - 60))\n"
                + "region z { cut \"a pair\" : any(opposite) }\n"
                + "save z to \"z.csv\" columns=[event, m[opposite][best], i[opposite][best], j[opposite][best]]";
        List<String> expected = new ArrayList<>();
        for (Event event : Nested.events(EVENTS)) {
            double nearest = Double.POSITIVE_INFINITY;
            String line = "";
            List<Particle> muons = event.muons();
            for (int i = 0; i < muons.size(); i++) {
                for (int j = i + 1; j < muons.size(); j++) {
                    double m = mass(muons.get(i), muons.get(j));
                    if (muons.get(i).charge() * muons.get(j).charge() < 0 && Math.abs(m - 60) < nearest) {
                        nearest = Math.abs(m - 60);
                        line = event.number() + " " + Math.round(1e6 * m) + " " + i + " " + j;
                    }
                }
            }
            if (!line.isEmpty()) {
                expected.add(line);
            }
        }
        List<String> found = macros.run(macro)
                .file("z.csv")
                .lines()
                .skip(1)
                .map(l -> {
                    String[] cells = l.split(",", -1);
                    return cells[0] + " " + Math.round(1e6 * Double.parseDouble(cells[1])) + " "
                            + (int) Double.parseDouble(cells[2]) + " " + (int) Double.parseDouble(cells[3]);
                })
                .toList();
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(found).isEqualTo(expected);
    }

    private static double mass(Particle a, Particle b) {
        double px = a.pt() * StrictMath.cos(a.phi()) + b.pt() * StrictMath.cos(b.phi());
        double py = a.pt() * StrictMath.sin(a.phi()) + b.pt() * StrictMath.sin(b.phi());
        double pz = a.pt() * StrictMath.sinh(a.eta()) + b.pt() * StrictMath.sinh(b.eta());
        double energy = energy(a) + energy(b);
        return Math.sqrt(energy * energy - px * px - py * py - pz * pz);
    }

    private static double energy(Particle p) {
        double momentum = p.pt() * StrictMath.cosh(p.eta());
        return Math.sqrt(momentum * momentum + 0.106 * 0.106);
    }

    @Test
    void choosesAmongThePairsOfTwoCollections() {
        String macro = READ
                + "define i = pair_first(mu_pt)\n"
                + "define j = pair_second(mu_pt)\n"
                + "define long = inv_mass(mu_pt[i], mu_eta[i], mu_phi[i], 0.106, mu_pt[j], mu_eta[j], mu_phi[j],"
                + " 0.106)\n"
                + "define short = pair_mass(mu_pt, mu_eta, mu_phi, 0.106)\n"
                + "define both = concat(short, pair_mass(jet_pt, jet_eta, jet_phi, 0.106))\n"
                + "define seen = both[not isnan(both)]\n"
                + "region r { cut \"a pair\" : size(seen) > 0 }\n"
                + "save r to \"r.csv\" columns=[event, seen[argmin(abs(seen - 60))], count(long == short or"
                + " isnan(long)) - size(short)]";
        List<String> expected = new ArrayList<>();
        for (Event event : Nested.events(EVENTS)) {
            double best = Double.NaN;
            for (List<Particle> particles : List.of(event.muons(), event.jets())) {
                for (int i = 0; i < particles.size(); i++) {
                    for (int j = i + 1; j < particles.size(); j++) {
                        double m = mass(particles.get(i), particles.get(j));
                        best = Double.isNaN(best) || Math.abs(m - 60) < Math.abs(best - 60) ? m : best;
                    }
                }
            }
            if (!Double.isNaN(best)) {
                expected.add(event.number() + " " + Math.round(1e6 * best) + " 0.0");
            }
        }
        List<String> found = macros.run(macro)
                .file("r.csv")
                .lines()
                .skip(1)
                .map(l -> l.split(",", -1))
                .map(c -> c[0] + " " + Math.round(1e6 * Double.parseDouble(c[1])) + " " + c[2])
                .toList();
        assertThat(expected).hasSizeGreaterThan(500);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void fillsHistogramsElementByElementWithTheWeightOfTheEvent() {
        Macros.Run run = macros.run(READ + "region r { cut \"met\" : met > 50 }\n"
                + "hist h in r : jet_pt[jet_tag] edges=[0, 50, 200]\nhist t in r : jet_tag edges=[0, 0.5, 2]");
        double low = 0;
        double high = 0;
        double tagged = 0;
        for (Event event : Nested.events(EVENTS)) {
            for (Particle jet : event.met() > 50 ? event.jets() : List.<Particle>of()) {
                tagged += jet.tag() ? event.weight() : 0;
                low += jet.tag() && jet.pt() < 50 ? event.weight() : 0;
                high += jet.tag() && jet.pt() >= 50 ? event.weight() : 0;
            }
        }
        assertThat(contents(run.facts("hist").get(0))).containsExactly(0L, round(low), round(high), 0L);
        assertThat(contents(run.facts("hist").get(1))).element(2).isEqualTo(round(tagged));
    }

    private static List<Long> contents(Map<?, ?> facts) {
        Map<?, ?> histogram = (Map<?, ?>) ((List<?>) Objects.requireNonNull(facts.get("histograms"))).get(0);
        return ((List<?>) Objects.requireNonNull(histogram.get("sumw")))
                .stream().map(x -> round(((Number) x).doubleValue())).toList();
    }

    private static long round(double x) {
        return Math.round(1e6 * x);
    }

    @Test
    void showsLists() {
        Event event = Nested.events(1).get(0);
        String text = macros.run(READ + "show a columns=[mu_q, jet_tag] rows=1").text();
        assertThat(text)
                .contains(event.muons().stream().map(Particle::charge).toList().toString())
                .contains(event.jets().stream().map(Particle::tag).toList().toString());
    }

    @Test
    void takesMissingValuesOutOfLists() {
        String macro = READ + "missing [mu_q] sentinel=-1\nsave a to \"a.csv\" columns=[count(isnan(mu_q))]";
        List<String> expected = Nested.events(EVENTS).stream()
                .map(e -> e.muons().stream().filter(m -> m.charge() < 0).count() + ".0")
                .toList();
        assertThat(macros.run(macro).file("a.csv").lines().skip(1)).containsExactlyElementsOf(expected);
    }

    @Test
    void countsEventsLostToMissingElements() {
        Map<?, ?> cutflow = macros.run(READ + "region r { cut \"eta\" : any(jet_eta > 1) }\ncutflow [r]")
                .facts("cutflow")
                .get(0);
        long missing = Nested.events(EVENTS).stream()
                .filter(e -> e.jets().stream().noneMatch(j -> j.eta() > 1))
                .filter(e -> e.jets().stream().anyMatch(j -> Double.isNaN(j.eta())))
                .count();
        assertThat(missing).isPositive();
        assertThat(cutflow.toString()).contains("missing=" + missing);
    }

    @Test
    void trainsOnNumbersOfLists() {
        macros.run("nested s events=500 role=signal\nnested b events=500 role=background\n"
                + "train c = centroid on all vars=[max(nth(jet_pt, 0, 0), met), size(jet_pt)]\nsave c to \"c.wnm\"");
    }

    @Test
    void namesTheEventWhoseListsAreOfDifferentLengths() {
        int torn = 700;
        while (Nested.events(EVENTS).get(torn).jets().isEmpty()) {
            torn++;
        }
        String macro = "nested a events=1000 torn=" + torn
                + "\nregion r { cut \"x\" : met > 1000 and any(jet_pt > jet_eta) }\n" + "cutflow [r]";
        String place = "event " + (torn + 1) + " of sample 'a'";
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() -> macros.run(macro, threads)).hasMessageContaining(place);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "region r { cut \"x\" : jet_pt > 20 }|E108|'condition' takes one value per event, 'jet_pt > 20' is a"
                        + " list / ask for any",
                "train c = centroid on all vars=[jet_pt]|E108|'vars' takes one value per event, 'jet_pt' is a list /"
                        + " take an element",
                "save a to \"a.csv\" columns=[jet_pt]|E221|column 'jet_pt' cannot be written as csv",
                "define x = jet_tracks|E120|column 'jet_tracks' holds lists of lists",
                "nested b weight=jet_pt|E108|'weight' needs a number, found a list of numbers",
                "nested b id=[mu_q]|E127|column 'mu_q' holds a list per event",
                "nested b class=mu_q|E108|'class' needs one value per event, found a list of numbers",
                "split a into train=50% test=50% by=hash(mu_q)|E127|column 'mu_q' holds a list per event",
                "print jet_pt|E125|'print' takes single numbers",
            })
    void reports(String statement, String code, String message) {
        List<String> problems = macros.problems("nested a role=signal\n" + statement);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith(code).contains(message);
    }
}
