package hep.winnow.app.lsp;

import hep.winnow.core.assist.Assist;
import hep.winnow.core.assist.Hints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;

/** How what is being typed is written: the function whose parenthesis is open, else the option or the statement. */
final class Signatures {
    private Signatures() {}

    static Optional<SignatureHelp> at(Macro macro, Position at) {
        String text = macro.text().content();
        int offset = macro.text().offset(at);
        Assist assist = macro.assist();
        Optional<Hints.Call> call = Hints.call(text, offset, assist);
        if (call.isPresent()) {
            return call.map(Signatures::of);
        }
        String hint = Hints.at(text, offset, assist);
        return hint.isEmpty() ? Optional.empty() : Optional.of(help(new SignatureInformation(hint)));
    }

    private static SignatureHelp of(Hints.Call call) {
        String usage = call.signature().usage();
        SignatureInformation function = new SignatureInformation(usage);
        function.setDocumentation(call.signature().doc());
        List<ParameterInformation> parameters = parameters(usage);
        function.setParameters(parameters);
        SignatureHelp help = help(function);
        if (!parameters.isEmpty()) {
            help.setActiveParameter(Math.min(call.argument(), parameters.size() - 1));
        }
        return help;
    }

    private static SignatureHelp help(SignatureInformation signature) {
        return new SignatureHelp(List.of(signature), 0, null);
    }

    /** Returns the places of the arguments in a usage such as {@code nth(list, index, default=0)}. */
    private static List<ParameterInformation> parameters(String usage) {
        List<ParameterInformation> out = new ArrayList<>();
        int open = 0;
        int start = usage.indexOf('(') + 1;
        for (int i = start; i > 0 && i < usage.length(); i++) {
            char c = usage.charAt(i);
            boolean isEnd = open == 0 && (c == ',' || c == ')');
            if (isEnd && !usage.substring(start, i).isBlank()) {
                int first = start
                        + usage.substring(start, i)
                                .indexOf(usage.substring(start, i).strip());
                ParameterInformation parameter = new ParameterInformation();
                parameter.setLabel(new Tuple.Two<>(first, i));
                out.add(parameter);
            }
            if (isEnd) {
                start = i + 1;
            }
            open += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
            if (open < 0) {
                break;
            }
        }
        return out;
    }
}
