package hep.winnow.app;

import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.lang.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that cannot be understood with what was wrong and what may have been meant. */
final class UsageHandler implements IParameterExceptionHandler {
    private final Terminal terminal;

    UsageHandler(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        Paint paint = terminal.errPaint();
        CommandLine line = problem.getCommandLine();
        String name = line.getCommandSpec().qualifiedName(" ");
        terminal.err().println(paint.red("error:") + " " + message(problem));
        String more = "'" + name + " --help' shows what it takes";
        terminal.err()
                .println("   " + paint.cyan("help:") + " " + suggestion(problem).orElse(more));
        return Status.ENVIRONMENT;
    }

    private static String message(ParameterException problem) {
        Optional<String> unmatched = unmatched(problem);
        if (unmatched.isEmpty()) {
            String message = String.valueOf(problem.getMessage());
            return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
        }
        if (isRoot(problem) && !unmatched.get().startsWith("-")) {
            return "there is no command '" + unmatched.get() + "'";
        }
        String what = unmatched.get().startsWith("-") ? "has no option" : "cannot do anything with";
        return "'" + problem.getCommandLine().getCommandSpec().qualifiedName(" ") + "' " + what + " '" + unmatched.get()
                + "'";
    }

    private static Optional<String> unmatched(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException e
                ? e.getUnmatched().stream().findFirst()
                : Optional.empty();
    }

    private static boolean isRoot(ParameterException problem) {
        return problem.getCommandLine().getParent() == null;
    }

    private static Optional<String> suggestion(ParameterException problem) {
        return unmatched(problem).flatMap(word -> {
            if (isRoot(problem) && word.endsWith(".wn")) {
                return Optional.of("did you mean 'winnow run " + word + "'?");
            }
            CommandLine line = problem.getCommandLine();
            List<String> known = new ArrayList<>();
            if (word.startsWith("-")) {
                line.getCommandSpec().options().forEach(o -> known.addAll(List.of(o.names())));
            } else {
                known.addAll(line.getSubcommands().keySet());
            }
            return Suggestions.nearest(word, known).map(n -> "did you mean '" + n + "'?");
        });
    }
}
