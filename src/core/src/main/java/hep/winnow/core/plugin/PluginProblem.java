package hep.winnow.core.plugin;

/**
 * A plugin that was left out.
 *
 * @param where the folder or jar
 * @param reason what is wrong with it, one line
 * @param help what to do; may be empty
 */
public record PluginProblem(String where, String reason, String help) {}
