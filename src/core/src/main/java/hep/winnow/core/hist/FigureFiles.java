package hep.winnow.core.hist;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.OutputFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts several figures on one sheet, or, where the name of the file has a place for theirs, each into a file of its own. */
final class FigureFiles {
    private FigureFiles() {}

    /**
     * Draws figures, one of each name.
     *
     * @param figures at least one
     * @param names what each is of, as many
     * @param hole what stands in braces in the name of the file for that
     * @param save the file; empty to show the figures in the report alone
     */
    static void draw(
            List<Figure> figures, List<String> names, String hole, Optional<OutputFile> save, StepContext context) {
        List<String> distinct = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        names.forEach(n -> distinct.add(free(plain(n), taken)));
        drawGroups(figures, distinct, hole, save, context);
    }

    /** Draws figures as {@link #draw} does; those of one name stand on one sheet. */
    static void drawGroups(
            List<Figure> figures, List<String> names, String hole, Optional<OutputFile> save, StepContext context) {
        String place = "{" + hole + "}";
        if (save.isEmpty() || !save.get().name().contains(place)) {
            Sheet sheet = sheet(figures);
            save.ifPresentOrElse(file -> context.figure(file, sheet), () -> context.figure(sheet));
            return;
        }
        Map<String, List<Figure>> groups = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            groups.computeIfAbsent(plain(names.get(i)), n -> new ArrayList<>()).add(figures.get(i));
        }
        groups.forEach(
                (name, group) -> context.figure(new OutputFile(save.get().name().replace(place, name)), sheet(group)));
    }

    private static Sheet sheet(List<Figure> figures) {
        return new Sheet("", figures, columns(figures.size()));
    }

    private static int columns(int figures) {
        return figures == 1 ? 1 : figures <= 4 ? 2 : 3;
    }

    /** Returns a name with letters, digits, points and underscores alone. */
    private static String plain(String name) {
        String out = name.replaceAll("[^\\p{L}\\p{N}.]+", "_").replaceAll("^_+|_+$", "");
        return out.isEmpty() ? "_" : out;
    }

    private static String free(String name, Set<String> taken) {
        String out = name;
        for (int i = 2; !taken.add(out); i++) {
            out = name + "_" + i;
        }
        return out;
    }
}
