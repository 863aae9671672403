package hep.winnow.core.plugin;

import hep.winnow.api.Plugin;

/**
 * A plugin that works as far as can be told without running a step.
 *
 * @param id its id
 * @param version as its jar's manifest says ({@code Implementation-Version}); {@code development} if that is silent
 * @param location the folder or jar that it comes from
 * @param plugin the plugin
 */
public record LoadedPlugin(String id, String version, String location, Plugin plugin) {}
