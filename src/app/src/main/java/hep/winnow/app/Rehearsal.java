package hep.winnow.app;

import hep.winnow.api.step.Step;
import hep.winnow.app.shell.Host;
import hep.winnow.app.shell.Session;
import hep.winnow.core.plugin.LoadedPlugin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Goes through commands in one process: the launcher makes a class-data archive of what they load. */
final class Rehearsal {
    private Rehearsal() {}

    /** Runs the commands that only print, on macros: {@code print MACRO…}; or some macros, on a few events of each sample: {@code run OUT MACRO…}. */
    public static void main(String[] arguments) {
        Host host = Main.host();
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        List<List<String>> commands =
                arguments[0].equals("run") ? runs(rest.get(0), rest.subList(1, rest.size())) : prints(rest);
        for (List<String> command : commands) {
            new App(host).run(command.toArray(String[]::new));
        }
        linkSteps(host);
        // The language server's threads would wait for another minute.
        System.exit(0);
    }

    private static List<List<String>> prints(List<String> macros) {
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of("--help"));
        commands.add(List.of("doc"));
        commands.add(List.of("doc", "train", "mlp"));
        for (String macro : macros) {
            commands.add(List.of("check", macro));
            commands.add(List.of("explain", macro));
            commands.add(List.of("fmt", "--check", macro));
        }
        commands.add(List.of("plugins"));
        commands.add(List.of("lsp"));
        return commands;
    }

    private static List<List<String>> runs(String out, List<String> macros) {
        return macros.stream()
                .map(macro -> List.of("run", "--quiet", "--limit", "500", "--out", out, macro))
                .toList();
    }

    /** Links the steps of plugins, whose declarations are read before any is made: JDK 17 keeps no class of a plugin that was only loaded. */
    private static void linkSteps(Host host) {
        for (LoadedPlugin loaded : new Session(host).install().plugins()) {
            for (Class<? extends Step> step : loaded.plugin().steps()) {
                try {
                    Class.forName(step.getName(), true, step.getClassLoader());
                } catch (ClassNotFoundException | LinkageError e) {
                    // The archive does without it.
                }
            }
        }
    }
}
